import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeSupergraph } from '@yiwang/composition';
import { openTestDatabase } from '@yiwang/subgraph-kit/testing';
import { DEPARTMENT_FLAGS, findPorts } from '@yiwang/testing';
import { expect, test } from 'vitest';
import { MIGRATIONS, SCHEMA } from './scale-out/notes.ts';
import { HAS_CADDY, startCaddy } from './scale-out/start-caddy.ts';
import { ROOT } from './support/compose-file.ts';
import { type RunningProgram, runProgram } from './support/run-program.ts';

const CLIENTS = 16;
/** Between two notes of a client, so that those who ask do not take the time of those who start. */
const PAUSE_MS = 20;
/** Longer than the balancer takes to ask whether a process is ready. */
const DRAIN_MS = '1000';

const WRITE = 'mutation Write($id: ID!) { writeNote(id: $id, text: "written") { id } }';
const READ = 'query Read($id: ID!) { note(id: $id) { text } }';

// Two gateways and two processes of a department, each pair behind a balancer, as docs/scale-out.md advises.
test.skipIf(!HAS_CADDY)(
  'while every process is restarted in turn, no request fails, and what was written is there once (needs Caddy)',
  async () => {
    await using database = await openTestDatabase(MIGRATIONS);
    await using folder = await mkdtempDisposable(join(tmpdir(), 'yiwang-scale-out-'));
    const first = await findPorts(6);
    const [department, gateway, ...ports] = [0, 1, 2, 3, 4, 5].map((n) => first + n) as [number, number];
    const [departments, gateways] = [ports.slice(0, 2), ports.slice(2)];
    const supergraph = join(folder.path, 'supergraph.graphql');
    const sdl = readFileSync(SCHEMA, 'utf8');
    const url = `http://127.0.0.1:${department}/graphql`;
    await writeFile(supergraph, composeSupergraph([{ name: 'notes', url, sdl }]).supergraphSdl);
    const start = [
      ...departments.map((port) => () => startDepartment(database.url, port)),
      ...gateways.map((port) => () => startGateway(supergraph, port)),
    ];
    await using running = new AsyncDisposableStack();
    running.use(
      await startCaddy(folder.path, [
        { port: department, to: departments },
        { port: gateway, to: gateways },
      ]),
    );
    const programs = start.map((begin) => begin());
    running.defer(async () => void (await Promise.all(programs.map((program) => program.stop()))));
    const address = `http://127.0.0.1:${gateway}/graphql`;
    await Promise.all(ports.map((port) => untilReady(port)));
    await expect.poll(() => ask(address, READ, 'none')).toEqual({ data: { note: null } });

    const stopping = new AbortController();
    const clients = Array.from({ length: CLIENTS }, () => writeAndRead(address, stopping.signal));
    for (const [n, begin] of start.entries()) {
      programs[n]!.child.kill('SIGTERM');
      expect(await programs[n]!.ended).toBe(0);
      programs[n] = begin();
      await untilReady(ports[n]!);
      // The balancer has to see it, too, before the other one of its pair goes.
      await sleep(Number(DRAIN_MS));
    }
    stopping.abort();
    const written = (await Promise.all(clients)).flat();

    expect(written.length).toBeGreaterThan(CLIENTS);
    const stored = await database.sql<{ id: string }[]>`select id from note`;
    expect(stored.map(({ id }) => id).sort()).toEqual(written.sort());
  },
);

function startDepartment(databaseUrl: string, port: number): RunningProgram {
  return runProgram(ROOT, [...DEPARTMENT_FLAGS, 'test/scale-out/notes-department.ts'], {
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    UNSIGNED: 'allow',
    DRAIN_MS,
  });
}

function startGateway(supergraph: string, port: number): RunningProgram {
  return runProgram(ROOT, ['gateway/src/main.ts', '--supergraph', supergraph, '--port', String(port)], {
    ACCESS: 'open',
    RATE_LIMIT_PUBLIC_REQUESTS: '0',
    TRUSTED_PROXIES: '127.0.0.1',
    DRAIN_MS,
  });
}

async function untilReady(port: number): Promise<void> {
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/ready`)).ok;
  while (!(await isReady().catch(() => false))) await sleep(50);
}

/** Writes one note after the other, and reads each back. @returns the ids of what was written */
async function writeAndRead(address: string, stopping: AbortSignal): Promise<string[]> {
  const written: string[] = [];
  while (!stopping.aborted) {
    const id = randomUUID();
    expect(await ask(address, WRITE, id)).toEqual({ data: { writeNote: { id } } });
    written.push(id);
    expect(await ask(address, READ, id)).toEqual({ data: { note: { text: 'written' } } });
    await sleep(PAUSE_MS);
  }
  return written;
}

async function ask(address: string, query: string, id: string): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`Status ${response.status}: ${text}`);
  return JSON.parse(text);
}
