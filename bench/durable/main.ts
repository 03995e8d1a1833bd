import { Command } from 'commander';
import postgres from 'postgres';
import { CANDIDATE_NAMES } from './candidates/index.ts';
import type { Figures } from './figures.ts';
import { runTrial } from './trial.ts';

const program = new Command('npm --prefix bench run durable --')
  .description(
    'Runs the same sagas over each library of durable execution while its processes are killed; prints one table.',
  )
  .requiredOption(
    '--server <url>',
    'PostgreSQL whose login may make databases (default: DATABASE_URL)',
    process.env['DATABASE_URL'],
  )
  .option('--candidate <names...>', `some of ${CANDIDATE_NAMES.join(', ')}`, [...CANDIDATE_NAMES])
  .option('--sagas <n>', 'sagas of five steps', Number, 200)
  .option('--kills <n>', 'kill -9 of a process at random, one each 1.5 s', Number, 50)
  .option('--workers <n>', 'processes', Number, 4)
  .option('--grace <seconds>', 'how long sagas may take after the last kill', Number, 90)
  .addHelpText(
    'after',
    '\nThe candidate absurd needs ABSURD_SQL, the file absurd.sql of its release (it is in no package of npm).',
  );

const options = program.parse().opts();
process.stdout
  .write(`| library | lost | doubled | repeated | interrupted | goes on after (median / p90 / most) | elsewhere | start in the caller's transaction |
|---|---|---|---|---|---|---|---|
`);
for (const name of options['candidate'] as string[]) {
  const database = `trial_${name.replaceAll('-', '_')}`;
  const server = postgres(options['server'] as string, { max: 1, onnotice: () => {} });
  await server`drop database if exists ${server(database)} with (force)`;
  await server`create database ${server(database)}`;
  const url = new URL(options['server'] as string);
  url.pathname = `/${database}`;
  try {
    const figures = await runTrial(name, url.href, {
      sagas: options['sagas'],
      kills: options['kills'],
      workers: options['workers'],
      graceSeconds: options['grace'],
      log: (line) => process.stderr.write(`${line}\n`),
    });
    process.stdout.write(rowOf(figures));
  } catch (error) {
    process.stdout.write(
      `| ${name} | not run: ${error instanceof Error ? error.message : String(error)} |\n`,
    );
  } finally {
    await server`drop database if exists ${server(database)} with (force)`;
    await server.end();
  }
}
process.exit();

function rowOf(figures: Figures): string {
  const { median, p90, most } = figures.goesOn;
  const cells = [
    figures.name,
    `${figures.lost} of ${figures.started}`,
    figures.doubled,
    figures.repeated,
    `${figures.interrupted} in ${figures.kills} kills`,
    `${median.toFixed(1)} / ${p90.toFixed(1)} / ${most.toFixed(1)} s`,
    `${figures.elsewhere.toFixed(0)} %`,
    figures.isTransactional && !figures.ranRolledBack ? 'yes' : 'no',
  ];
  return `| ${cells.join(' | ')} |\n`;
}
