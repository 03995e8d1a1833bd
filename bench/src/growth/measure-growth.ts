import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Measurement, measureGateway } from '../commands/measure-gateway.ts';
import type { Gateway } from '../gateways/gateway.ts';
import { runLoad } from '../load/run-load.ts';
import { BENCH } from '../places.ts';
import { ask, isServing } from '../processes/ask.ts';
import { OWN_NODE } from '../processes/node-binary.ts';
import { startProgram } from '../processes/start-process.ts';
import { composeApart } from './compose-apart.ts';
import { generateSubgraphs, type Size, walkingQuery } from './generate-subgraphs.ts';
import { lookAt, watched } from './request-thread.ts';

const PATIENCE_MS = 120_000;
const KEYS = 500;
/** In which what belonged to the old supergraph goes. */
const SETTLE_MS = 3000;

export interface GrowthResult {
  size: Size;
  composeMs: number;
  supergraphKib: number;
  /** From the start of the process to its first answer. */
  startMs: number;
  load: Measurement;
  /** The supergraph is replaced while requests are in flight. */
  swap: {
    requests: number;
    /** Requests without an answer of status 200. */
    lost: number;
    slowestMs: number;
    /** From writing the file to the first answer from the new supergraph. */
    swapMs: number;
    /** Of the thread that answers requests, while the load runs without and with the swap. */
    longestBlockMs: { before: number; during: number };
    /** In use on that thread after collecting garbage. */
    heapMib: { before: number; after: number };
    /** Of the whole process, before the swap and a while after it. */
    residentMib: { before: number; after: number };
  };
}

export interface GrowthSetup {
  folder: string;
  /** The gateway takes it, departments those behind it. */
  port: number;
  cpus: { measured: string; others: string };
  connections: number;
  seconds: number;
}

/** Composes, serves and loads a generated graph, then replaces its supergraph under load. */
export async function measureGrowth(gateway: Gateway, size: Size, setup: GrowthSetup): Promise<GrowthResult> {
  const { folder, port, cpus } = setup;
  const files = { supergraph: join(folder, 'grown.graphql'), departments: join(folder, 'grown.json') };
  const subgraphs = generateSubgraphs(size, (department) => `http://127.0.0.1:${port + 1 + department}/`);
  const composing = performance.now();
  const supergraph = await composeApart(subgraphs);
  const composeMs = performance.now() - composing;
  writeFileSync(files.supergraph, supergraph);
  writeFileSync(files.departments, JSON.stringify(subgraphs));

  await using departments = startProgram({
    name: 'departments',
    command: OWN_NODE,
    args: [fileURLToPath(new URL('src/growth/main.ts', BENCH)), files.departments, String(port + 1)],
    cwd: BENCH,
    cpus: cpus.others,
  });
  await departments.waitUntil(
    async () => (await fetch(`http://127.0.0.1:${port + 1}/counts`)).ok,
    PATIENCE_MS,
  );

  const starting = performance.now();
  const seenFile = join(folder, 'seen.json');
  const { nodeFlags, env } = watched(seenFile);
  const spec = gateway.program({ ...files, fetches: '', port });
  await using program = startProgram({
    name: gateway.name,
    cpus: cpus.measured,
    ...spec,
    args: [...nodeFlags, ...spec.args],
    env: { ...spec.env, ...env },
  });
  const url = `http://127.0.0.1:${port}${gateway.path}`;
  await program.waitUntil(() => isServing(url), PATIENCE_MS);
  const startMs = performance.now() - starting;

  const operations = Array.from({ length: KEYS }, (_, key) => ({
    query: walkingQuery(),
    variables: { id: `k${key}` },
  }));
  const first = await ask(url, operations[0]!);
  if (first.errors) throw new Error(`${gateway.name} answers ${JSON.stringify(first).slice(0, 300)}`);
  const load = await measureGateway({ url, pid: program.pid, countFetches: null }, operations, setup);

  const before = await lookAt(program.pid, seenFile);
  let swapMs: number | undefined;
  const swapping = sleep((setup.seconds * 1000) / 4)
    .then(() => replaceSupergraph(files.supergraph, supergraph, url, program.waitUntil))
    .then((ms) => {
      swapMs = ms;
    });
  const loads = [];
  // However long a large graph takes, there is load all the time.
  while (swapMs === undefined) {
    loads.push(await runLoad(url, operations, setup));
    // A swap that fails ends it.
    await Promise.race([swapping, sleep(0)]);
  }
  await swapping;
  const during = await lookAt(program.pid, seenFile);
  await sleep(SETTLE_MS);
  const after = await lookAt(program.pid, seenFile);

  return {
    size,
    composeMs,
    supergraphKib: supergraph.length / 1024,
    startMs,
    load,
    swap: {
      requests: loads.reduce((sum, { requests }) => sum + requests, 0),
      lost: loads.reduce((sum, { failures }) => sum + failures, 0),
      slowestMs: Math.max(...loads.map(({ latencies }) => latencies.at(-1) ?? Number.NaN)),
      swapMs,
      longestBlockMs: { before: before?.longestBlockMs ?? NaN, during: during?.longestBlockMs ?? NaN },
      heapMib: { before: before?.heapMib ?? NaN, after: after?.heapMib ?? NaN },
      residentMib: { before: before?.residentMib ?? NaN, after: after?.residentMib ?? NaN },
    },
  };
}

/** Adds a root field to the supergraph and waits until the gateway knows it. */
async function replaceSupergraph(
  file: string,
  supergraph: string,
  url: string,
  waitUntil: (check: () => Promise<boolean>, patienceMs: number) => Promise<void>,
): Promise<number> {
  const swapped = supergraph.replace(
    /(type Query[\s\S]*?\{\n)/,
    '$1  swapped(id: ID!): T0 @join__field(graph: D0)\n',
  );
  if (swapped === supergraph) throw new Error('The supergraph has no type Query to add a field to.');
  const writing = performance.now();
  writeFileSync(`${file}.new`, swapped);
  renameSync(`${file}.new`, file);
  const query = { query: '{ __type(name: "Query") { fields { name } } }', variables: {} };
  await waitUntil(async () => JSON.stringify(await ask(url, query)).includes('"swapped"'), PATIENCE_MS);
  return performance.now() - writing;
}
