import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createProgram } from '@yiwang/cli/program';
import { run } from '@yiwang/cli/run';
import { findPorts } from '@yiwang/testing';
import type { Command } from 'commander';
import { parse } from 'graphql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ROOT } from './support/compose-file.ts';
import { type DocumentedCommand, documentedCommands, readScript } from './support/shell-commands.ts';

const runFile = promisify(execFile);
const commands = documentedCommands();
const scriptsOf = (folder: string) =>
  (
    JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    }
  ).scripts;

/** Programs of npm scripts that read their options with a --help of their own; the others are tools. */
const OWN_PROGRAMS = ['start', 'import', 'department', 'new-department', 'gateway'];
/** A word that stands for what a person puts there. */
const isPlaceholder = (word: string) => /^([A-Z][A-Z_]*|NAME|…|\.\.\.)$|…/.test(word);

interface NpmCommand {
  document: string;
  folder: string;
  script: string;
  args: string[];
}

/** `npm run x -- args` in its parts; null for another command. */
function readNpm({ document, words }: DocumentedCommand): NpmCommand | null {
  if (words[0] !== 'npm') return null;
  const rest = words.slice(1);
  let folder = '.';
  if (rest[0] === '--prefix') [, folder] = rest.splice(0, 2) as [string, string];
  let script = rest.shift()!;
  if (script === 'run') {
    if (rest[0] === '--silent') rest.shift();
    script = rest.shift()!;
  }
  return { document, folder, script, args: rest[0] === '--' ? rest.slice(1) : rest };
}

const npmCommands = commands.map(readNpm).filter((command) => command !== null);

/** Arguments of every `yiwang`, however it is started. */
const yiwangCommands = [
  ...npmCommands
    .filter(({ script }) => script === 'yiwang')
    .map(({ document, args }) => ({ document, args })),
  ...commands
    .filter(({ words }) => words[0] === '$YIWANG' || words[0] === 'yiwang')
    .map(({ document, words }) => ({ document, args: words.slice(1) })),
].filter(({ args }) => args.length > 0 && !args.every(isPlaceholder));

test('the reader of shell scripts knows what the documents use', () => {
  expect(readScript(`A=1 b "c d" 'e "f"' \\\n  g#h # comment\n# more\ni && j | k $(l --m $(n)); o`)).toEqual([
    ['n'],
    ['l', '--m', '$[]'],
    ['A=1', 'b', 'c d', 'e "f"', 'g#h'],
    ['i'],
    ['j'],
    ['k', '$[]'],
    ['o'],
  ]);
  expect(commands.length).toBeGreaterThan(70);
  expect(yiwangCommands.length).toBeGreaterThan(25);
});

test('every npm command of a document is a script of the project', () => {
  for (const { document, folder, script } of npmCommands) {
    if (['ci', 'install'].includes(script) || isPlaceholder(script)) continue;
    expect(Object.keys(scriptsOf(folder)), `${document}: npm run ${script}`).toContain(script);
  }
});

test('every file that a command of a document runs is there', () => {
  for (const { document, words } of commands) {
    const [program, ...args] = words[0] === 'npx' && words[1] === 'node' ? words.slice(1) : words;
    const file =
      program === 'node'
        ? args.find((word) => !word.startsWith('-'))
        : /[/]/.test(program ?? '')
          ? program
          : null;
    if (!file || isPlaceholder(file)) continue;
    const places = [ROOT, join(ROOT, dirname(document))].map((folder) => join(folder, file));
    expect(
      places.some((path) => existsSync(path)),
      `${document}: ${file}`,
    ).toBe(true);
  }
});

test('TypeScript is run by the Node that npm brings, because that of the machine may be older', () => {
  for (const { document, words } of commands) {
    if (words.some((word) => word.endsWith('.ts')))
      expect(words[0], `${document}: ${words.join(' ')}`).not.toBe('node');
  }
});

/** Of curl. */
const BODY_OPTIONS = ['-d', '--data-urlencode'];

test('every body that curl sends in a document is JSON with an operation of GraphQL, or an operation itself', () => {
  // Others send files or nothing, or sign in at an identity provider.
  const curls = commands.filter(
    ({ words }) =>
      words[0] === 'curl' &&
      words.some((word) => BODY_OPTIONS.includes(word)) &&
      !words.includes('grant_type=client_credentials'),
  );
  expect(curls.length).toBeGreaterThanOrEqual(3);
  for (const { document, words } of curls) {
    const body = words[words.findIndex((word) => BODY_OPTIONS.includes(word)) + 1]!;
    const query = body.startsWith('query=') ? body.slice('query='.length) : JSON.parse(body).query;
    expect(() => parse(query), document).not.toThrow();
  }
});

/** Every command below it runs nothing, but reads its arguments as it always does. */
function disarm(command: Command): Command {
  if (command.commands.length === 0) command.action(() => {});
  for (const sub of command.commands) disarm(sub.exitOverride());
  return command.configureOutput({ writeErr: () => {}, writeOut: () => {} });
}

test('every yiwang command of a document is taken with all its options and arguments', async () => {
  for (const { document, args } of yiwangCommands) {
    const program = disarm(createProgram(() => {}));
    // In a line of text a command may stand without its arguments.
    const isWhole = args.length > 1;
    const words = args.map((word) => (word === '$[]' || word.startsWith('$') ? 'token' : word));
    const taken = program.parseAsync(words, { from: 'user' });
    const what = `${document}: yiwang ${args.join(' ')}`;
    if (isWhole) await expect(taken, what).resolves.toBeDefined();
    else
      await taken.catch(({ code }) =>
        expect(code, what).toMatch(/missing(Mandatory|Argument)|^commander\.help/),
      );
  }
});

test('every option of a document is one of its program', async () => {
  const used = new Map<string, Set<string>>(OWN_PROGRAMS.map((script) => [script, new Set()]));
  for (const { folder, script, args } of npmCommands) {
    if (folder !== '.') continue;
    for (const word of args) if (/^--[a-z]/.test(word)) used.get(script)?.add(word.replace(/=.*/, ''));
  }
  for (const [script, options] of used) {
    const [node, ...words] = scriptsOf('.')[script]!.split(' ');
    expect(node).toBe('node');
    const { stdout } = await runFile(process.execPath, [...words, '--help'], { cwd: ROOT });
    for (const option of options) expect(stdout, `npm run ${script} -- ${option}`).toContain(option);
    expect(stdout).toContain('Usage: ');
  }
});

// What follows runs where no system runs, in a folder of its own.

let folder: string;
let told: string;
/** An address where nothing listens. */
let closed: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-documents-'));
  told = '';
  vi.stubEnv('INIT_CWD', folder);
  vi.stubEnv('YIWANG_DATA', join(folder, 'data'));
  closed = `http://127.0.0.1:${await findPorts(1)}`;
  vi.stubEnv('YIWANG_REGISTRY', `${closed}/graphql`);
  vi.stubEnv('YIWANG_TOKEN', undefined);
  vi.stubEnv('NO_COLOR', '1');
  const write = (chunk: unknown) => Boolean((told += String(chunk)));
  vi.spyOn(process.stderr, 'write').mockImplementation(write);
  vi.spyOn(process.stdout, 'write').mockImplementation(write);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('every yiwang command of a document, where nothing runs, says in words what is missing and what to do', async () => {
  const schema = readFileSync(join(ROOT, 'subgraphs/tax/schema.graphql'), 'utf8');
  for (const name of ['schema', 'tax', 'land']) await writeFile(join(folder, `${name}.graphql`), schema);
  for (const name of ['tax', 'land', 'fisheries', 'weather', 'operator', 'edge']) {
    expect(await run(['keygen', join(folder, `${name}.key`)])).toBe(0);
  }
  for (const { document, args } of yiwangCommands) {
    told = '';
    // Nothing of a document is asked in earnest.
    const words = args.map((word) =>
      word.startsWith('$') ? 'token' : word.replace(/(?<=^|=)https?:\/\/[^/]+/, closed),
    );
    const code = await run(words);
    const what = `${document}: yiwang ${args.join(' ')}\n${told}`;
    expect(told, what).not.toMatch(/Unexpected fault|is not defined|Cannot (access|read)|\n\s+at /);
    if (code !== 0)
      expect(told, what).toMatch(/--[a-z]|npm start|is there already|There is no|does not answer|argument/);
    if (/registry at .* does not answer/.test(told))
      expect(told, what).toMatch(/npm start runs a system; --data names/);
  }
});

test('npm run import and npm run department, where nothing runs, say so and end', async () => {
  const data = join(folder, 'nothing');
  const refused = (...args: string[]) =>
    runFile(process.execPath, args, { cwd: ROOT }).then(
      () => 'nothing',
      ({ stderr }: { stderr: string }) => stderr,
    );
  expect(await refused('packages/launcher/import.mjs', join(folder, 'none.csv'), '--data', data)).toMatch(
    /^There is no file or folder .+none\.csv\.\n$/,
  );
  expect(await refused('packages/launcher/department.mjs', 'tax', '--data', data)).toMatch(
    /^No system runs on .+nothing\. npm start starts one, with every department\.\n$/,
  );
});

/** Files of the code that a document names in code style; of vendor-internals.md in the first column, since the rest is of libraries. */
function namedFiles(document: string): string[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const named = document.endsWith('vendor-internals.md')
    ? [...text.matchAll(/^\| (.+?) \|/gm)].map(([, cell]) => cell).join(' ')
    : text;
  return [...named.matchAll(/`([\w./-]+\.(?:ts|mjs|js|cjs|graphql|yml))`/g)].map(([, path]) => path!);
}

test('every file that a document names is there', () => {
  const options = { cwd: ROOT, exclude: ['**/node_modules/**'] };
  const code = '{*,{packages,subgraphs,gateway,scripts,test,bench,docs}/**/*}.{ts,mjs,js,cjs,graphql,yml}';
  const files = globSync(code, options).map((file) => `/${file}`);
  const documents = globSync('{*.md,{docs,packages,subgraphs,gateway,test,bench}/**/*.md}', options);
  const missing = documents.flatMap((document) =>
    namedFiles(document)
      .filter((path) => !files.some((file) => file.endsWith(`/${path}`)))
      .map((path) => `${document}: ${path}`),
  );

  expect(documents.flatMap(namedFiles).length).toBeGreaterThan(200);
  expect(missing).toEqual([]);
});
