import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError, EXIT, type ExitCode } from '../shared/command-error.ts';
import { findLocalSystem } from '../options/local-system.ts';
import { type CompositionOptions, firstKeyOf, registryOf, type ReadingOptions } from '../options/options.ts';
import { publishedGraph } from '../registry/published.ts';
import type { Registry } from '../registry/registry.ts';
import { style } from '../report/style.ts';
import { terminal } from '../shared/output.ts';
import { composeLocally, readLocalSchemas } from './compose-local.ts';
import { startGateway } from './gateway-process.ts';
import type { LocalDepartment } from './local-department.ts';

/** How often the local departments are asked for their schemas. */
const LOOK_EVERY_MS = 1000;

export interface DevOptions extends ReadingOptions, CompositionOptions {
  department: LocalDepartment[];
  port: number;
  host: string;
}

/** Runs a gateway over local departments and published ones until it is told to stop. */
export async function runDev(options: DevOptions): Promise<ExitCode> {
  const { department: local, port, host, composition } = options;
  const registry = registryOf(options);
  const published = await publishedSubgraphs(registry);
  const key = await firstKeyOf(options);
  let schemas = await readLocalSchemas(local, key);
  const first = composeLocally(published, local, schemas, composition);
  if (first.supergraphSdl === null) throw new CommandError(first.fault, EXIT.REFUSED);

  const folder = await mkdtemp(join(tmpdir(), 'yiwang-dev-'));
  const file = join(folder, 'supergraph.graphql');
  try {
    await writeFile(file, first.supergraphSdl);
    const gatewayKey = process.env['GATEWAY_KEY'] ?? findLocalSystem(options.data)?.keys.gateway;
    await using gateway = startGateway(file, ['--port', String(port), '--host', host], gatewayKey);
    const stopped = untilStopped(gateway.ended);
    terminal.say(describe(options, published.length));

    for (;;) {
      const end = await Promise.race([stopped, sleep(LOOK_EVERY_MS, null, { ref: true })]);
      if (end !== null) {
        if (end === 'stopped') return EXIT.FINE;
        throw new CommandError('The gateway has ended; what it said stands above.');
      }
      // A department that is just being started again is away for a moment.
      const now = await readLocalSchemas(local, key).catch(() => schemas);
      if (local.every(({ name }) => now.get(name) === schemas.get(name))) continue;
      schemas = now;
      await compose(file, composeLocally(published, local, schemas, composition));
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

function describe({ department, host, port }: DevOptions, published: number): string {
  const own = department.map(({ name, url }) => `  ${name.padEnd(12)} ${url}`);
  return [
    `One schema at http://${host}:${port}/graphql, over`,
    ...own,
    `and, of the ${published} published departments, all others. Ctrl-C ends it.`,
  ].join('\n');
}
