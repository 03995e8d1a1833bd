import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import { CommandError, EXIT, type ExitCode } from '../command-error.ts';
import { composeLocally, readLocalSchemas } from '../dev/compose-local.ts';
import { startGateway } from '../dev/gateway-process.ts';
import { type LocalDepartment, readLocalDepartment } from '../dev/local-department.ts';
import { readCount, registryCommand, registryOf, type RegistryOptions } from '../options.ts';
import { terminal } from '../output.ts';
import { publishedGraph } from '../registry/published.ts';
import type { Registry } from '../registry/registry.ts';
import { style } from '../report/style.ts';

/** How often the local departments are asked for their schemas. */
const LOOK_EVERY_MS = 1000;

interface Options extends RegistryOptions {
  department: LocalDepartment[];
  port: number;
  host: string;
}

export function devCommand(finish: (code: ExitCode) => void): Command {
  return registryCommand(
    'dev',
    'Runs a gateway here, over departments of this machine and, for all others, what is published.',
  )
    .addOption(
      new Option('--department <name=url>', 'a department of this machine; may be given more than once')
        .argParser((text: string, before: LocalDepartment[] | undefined) => [
          ...(before ?? []),
          readLocalDepartment(text),
        ])
        .makeOptionMandatory(),
    )
    .option('--port <n>', 'port of the gateway', readCount(0, 65_535), 4100)
    .option('--host <address>', 'address that the gateway listens on', '127.0.0.1')
    .addHelpText(
      'after',
      '\nWhen a local department changes its schema, the gateway takes it within seconds. Nothing is published.\nSettings of the gateway are read from the environment: docs/config.md.',
    )
    .action(async (options: Options) => finish(await dev(options)));
}

async function dev(options: Options): Promise<ExitCode> {
  const { department: local, port, host } = options;
  const registry = registryOf(options);
  const published = await publishedSubgraphs(registry);
  let schemas = await readLocalSchemas(local);
  const first = composeLocally(published, local, schemas);
  if (first.supergraphSdl === null) throw new CommandError(first.fault, EXIT.REFUSED);

  const folder = await mkdtemp(join(tmpdir(), 'yiwang-dev-'));
  const file = join(folder, 'supergraph.graphql');
  try {
    await writeFile(file, first.supergraphSdl);
    await using gateway = startGateway(file, ['--port', String(port), '--host', host]);
    const stopped = untilStopped(gateway.ended);
    terminal.say(describe(options, published.length));

    for (;;) {
      const end = await Promise.race([stopped, sleep(LOOK_EVERY_MS, null, { ref: true })]);
      if (end !== null) {
        if (end === 'stopped') return EXIT.FINE;
        throw new CommandError('The gateway has ended; what it said stands above.');
      }
      // A department that is just being started again is away for a moment.
      const now = await readLocalSchemas(local).catch(() => schemas);
      if (local.every(({ name }) => now.get(name) === schemas.get(name))) continue;
      schemas = now;
      await compose(file, composeLocally(published, local, schemas));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compose(
  file: string,
  { supergraphSdl, fault }: ReturnType<typeof composeLocally>,
): Promise<void> {
  if (supergraphSdl === null) {
    terminal.note(
      `${style.bad('The changed schema is not taken')}; the gateway goes on with the one before.\n${fault}`,
    );
    return;
  }
  await writeFile(`${file}.next`, supergraphSdl);
  await rename(`${file}.next`, file);
  terminal.say(style.good('The changed schema is taken.'));
}

async function publishedSubgraphs(registry: Registry) {
  const graph = await publishedGraph(registry);
  if (!graph) terminal.note('Nothing is published yet: the graph is made of the local departments alone.');
  return graph?.subgraphs ?? [];
}

function untilStopped(ended: Promise<number | null>): Promise<'stopped' | 'ended'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('stopped'));
    void ended.then(() => resolve('ended'));
  });
}

function describe({ department, host, port }: Options, published: number): string {
  const own = department.map(({ name, url }) => `  ${name.padEnd(12)} ${url}`);
  return [
    `One schema at http://${host}:${port}/graphql, over`,
    ...own,
    `and, of the ${published} published departments, all others. Ctrl-C ends it.`,
  ].join('\n');
}
