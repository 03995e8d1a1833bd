import { join } from 'node:path';
import { dataOption, findRunningSystem } from '@yiwang/launcher';
import { Command } from 'commander';
import { checkTaken } from './new-department/check-taken.ts';
import { type Names, readName } from './new-department/names.ts';
import { UsageError } from './new-department/usage-error.ts';
import { runNode } from './new-department/run-node.ts';
import { writePlan } from './new-department/write-plan.ts';

// npm run new-department -- fisheries: from nothing to a department that works. docs/adding-a-department.md.

const ROOT = join(import.meta.dirname, '..');
const REFUSED = 2;
const FAILED = 1;

interface Options {
  dryRun: boolean;
  test: boolean;
  start: boolean;
  data: string;
}

const NOT_STARTED = 'npm start starts and publishes it with the others.';

const say = (text: string) => process.stdout.write(`${text}\n`);

const command = new Command('npm run new-department --')
  .description(
    'Makes a department that works: schema, table, migration, made-up rows, loaders, resolvers, tests.',
  )
  .argument('<name>', 'such as fisheries or water-rights')
  .option('--dry-run', 'say what would be written, and write nothing', false)
  .option('--no-test', 'do not run its tests')
  .option('--no-start', 'do not start and publish it, even when a system runs')
  .addOption(dataOption('folder of the running system'))
  .allowExcessArguments(false)
  .action(async (text: string, options: Options) => {
    process.exitCode = await make(readName(text), options);
  });

async function make(names: Names, { dryRun, test, start, data }: Options): Promise<number> {
  const startedAt = performance.now();
  checkTaken(ROOT, names);
  // Only now, because it loads all departments, which takes longer than to refuse a name.
  const { planDepartment } = await import('./new-department/plan.ts');
  const plan = await planDepartment(ROOT, names);
  if (dryRun) {
    const paths = [...plan.files.keys()].map((path) => `${plan.folder}/${path}`);
    say(['Would write', ...paths, ...plan.links.keys()].join('\n  '));
    say(['and add to', ...plan.edited.keys(), 'docs/config.md'].join('\n  '));
    return 0;
  }

  await writePlan(ROOT, plan);
  say(`${plan.folder} is written: ${plan.files.size} files, port ${plan.port}.`);
  if (!(await writeGenerated())) return 1;
  if (test) {
    say('Its tests run, over a PostgreSQL of their own …');
    const passed = await runNode(ROOT, [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--project=all', `subgraphs/${names.kebab}/test/`],
    ]);
    if (!passed) {
      process.stderr.write(`The tests of ${names.kebab} fail; what they say stands above.\n`);
      return 1;
    }
    say('They pass.');
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const isStarted = start && (await findRunningSystem({ path: data })) !== null;
  say(
    `${names.kebab} is ready in ${seconds} s. ${isStarted ? 'It joins the system that runs.' : NOT_STARTED}`,
  );
  say(whatNext(names, plan.port));
  if (!isStarted) return 0;
  // A process of its own, because it runs for as long as the person wants.
  const program = ['packages/launcher/department.mjs', names.kebab, '--data', data];
  return (await runNode(ROOT, program, { isShown: true })) ? 0 : 1;
}

/** Types that follow from the schema, and the list of settings, which names every department's port. */
async function writeGenerated(): Promise<boolean> {
  const docs = ['docs/errors.md', 'docs/config.md'];
  const steps = [
    ['node_modules/@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts'],
    ['--import=./packages/subgraph-kit/src/drizzle-as-commonjs.ts', 'scripts/print-docs.ts'],
    ['node_modules/prettier/bin/prettier.cjs', '--write', '--ignore-path=.gitignore', ...docs],
  ];
  for (const step of steps) if (!(await runNode(ROOT, step))) return false;
  return true;
}

function whatNext({ kebab, camel }: Names, port: number): string {
  return `
A first query:
  { ${camel}Records(first: 3) { edges { node { number title holder { name } } } } }

To make it yours:
  1. subgraphs/${kebab}/schema.graphql   the contract; npm run generate
  2. subgraphs/${kebab}/src/tables.ts    the tables; npm run migration -- ${kebab}
  3. src/loaders.ts, src/resolvers.ts; seed/ and import/; test/: npx vitest run subgraphs/${kebab}
  4. npm run yiwang -- check --department ${kebab} --schema subgraphs/${kebab}/schema.graphql
docs/adding-a-department.md shows each step. It serves on port ${port} when it runs alone.
`;
}

// What it and the generators write is source, for everyone who works on the project.
process.umask(0o022);
try {
  await command.parseAsync();
} catch (error) {
  const { message, stack } = error as Error;
  if (error instanceof UsageError) process.stderr.write(`${message}\n`);
  else
    process.stderr.write(
      `It could not be made, and nothing was left behind: ${process.env['DEBUG'] ? stack : message}\n`,
    );
  process.exitCode = error instanceof UsageError ? REFUSED : FAILED;
}
