import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../places.ts';
import { ask } from '../processes/ask.ts';
import { PROJECT_NODE } from '../processes/node-binary.ts';
import { type Program, startProgram } from '../processes/start-process.ts';

const START_PATIENCE_MS = 30 * 60_000;

export interface SystemSetup {
  /** Folder of the system's data; an empty one is loaded first. */
  data: string;
  /** Of its gateway; the departments take those behind it. */
  port: number;
  /** Of a first start: 1 stands for 20,000 enterprises. */
  scale: number;
  cpus: string;
  /** Folder of the archive of the server's log, which a backup needs; none when it is left out. */
  archive?: string;
  /** Settings beside those of every start. */
  env?: Readonly<Record<string, string>>;
}

export interface RunningSystem extends AsyncDisposable {
  program: Program;
  url: string;
  supergraph: string;
  /** From the start of the process to the first answer with data of a department. */
  startMs: number;
}

/** Starts the whole product as `npm start` does, and returns when an enterprise can be asked for. */
export async function startSystem({
  data,
  port,
  scale,
  cpus,
  archive,
  env,
}: SystemSetup): Promise<RunningSystem> {
  const startedAt = performance.now();
  const program = startProgram({
    name: 'the system',
    command: PROJECT_NODE,
    args: [
      'packages/launcher/start.mjs',
      '--port',
      String(port),
      '--data',
      data,
      '--scale',
      String(scale),
      '--no-portal',
      ...(archive === undefined ? [] : ['--archive', archive]),
    ],
    env: { NODE_ENV: 'production', ...env },
    cwd: ROOT,
    cpus,
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  try {
    await program.waitUntil(async () => (await firstUsccs(url, 1)).length === 1, START_PATIENCE_MS);
  } catch (error) {
    await program[Symbol.asyncDispose]();
    throw error;
  }
  const startMs = performance.now() - startedAt;
  await sleep(1000); // the launcher itself asks a first query
  return {
    program,
    url,
    supergraph: await writeSupergraph(data),
    startMs,
    [Symbol.asyncDispose]: () => program[Symbol.asyncDispose](),
  };
}

/** The supergraph that the system's gateway keeps, as a file for other gateways. */
async function writeSupergraph(data: string): Promise<string> {
  const kept = JSON.parse(await readFile(join(data, 'supergraphs/internal.json'), 'utf8')) as { sdl: string };
  const file = join(data, 'supergraph.graphql');
  await writeFile(file, kept.sdl);
  return file;
}

/** Codes of enterprises that a system holds, at most 100. */
export async function firstUsccs(url: string, count: number): Promise<string[]> {
  const { data } = await ask(url, {
    query: 'query Codes($count: Int!) { enterprises(first: $count) { edges { node { uscc } } } }',
    variables: { count },
  });
  const { enterprises } = data as { enterprises: { edges: { node: { uscc: string } }[] } };
  return enterprises.edges.map(({ node }) => node.uscc);
}
