import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openTestDatabase } from '@yiwang/subgraph-kit/testing';
import { findPorts } from '@yiwang/testing';
import { expect, test } from 'vitest';
import { MIGRATIONS as EXCHANGE_MIGRATIONS } from '../subgraphs/exchange/src/department.ts';
import { MIGRATIONS as NOTES_MIGRATIONS } from './scale-out/notes.ts';
import { HAS_CADDY, startCaddy } from './scale-out/start-caddy.ts';
import { ROOT } from './support/compose-file.ts';
import type { RunningProgram } from './support/run-program.ts';
import { HAS_FORMER_RELEASE, unpackFormerRelease } from './versions/former-release.ts';
import { DRAIN_MS, type Ports, prepareSystem } from './versions/system.ts';

const CLIENTS = 6;
const TIMEOUT = { timeout: 60_000, interval: 100 };
const WRITE = 'mutation Write($id: ID!) { writeNote(id: $id, text: "written") { id } }';
const READ = 'query Read($id: ID!) { note(id: $id) { text remark } }';

// Clones with a short history do not have the former release; test/contract.test.ts holds to what was recorded of it.
test.skipIf(!HAS_FORMER_RELEASE || !HAS_CADDY)(
  'processes of the former release work with those of this one, and a system is upgraded process by process with no failed request (needs Caddy and the history)',
  async () => {
    await using opened = new AsyncDisposableStack();
    const folder = opened.use(await mkdtempDisposable(join(tmpdir(), 'yiwang-versions-'))).path;
    const former = join(folder, 'former');
    mkdirSync(former);
    unpackFormerRelease(former);
    // Migrations come first, and the former release works on what they leave.
    const exchange = opened.use(await openTestDatabase(EXCHANGE_MIGRATIONS));
    const notes = opened.use(await openTestDatabase(NOTES_MIGRATIONS));
    const first = await findPorts(7);
    const ports: Ports = {
      exchange: first,
      departments: [first + 1, first + 2],
      gateways: [first + 3, first + 4],
      department: first + 5,
      gateway: first + 6,
    };
    const system = await prepareSystem(folder, ports, { exchange, notes });
    opened.use(
      await startCaddy(folder, [
        { port: ports.department, to: ports.departments },
        { port: ports.gateway, to: ports.gateways },
      ]),
    );
    const running = new Map<number, RunningProgram>();
    opened.defer(async () => void (await Promise.all([...running.values()].map((one) => one.stop()))));
    const start = (port: number, program: RunningProgram) => void running.set(port, program);
    start(ports.exchange, system.startExchange(former));
    for (const index of [0, 1] as const)
      start(ports.departments[index], system.startDepartment(former, index));
    await Promise.all([ports.exchange, ...ports.departments].map((port) => untilReady(port, running)));
    await system.publish();
    for (const index of [0, 1] as const) start(ports.gateways[index], system.startGateway(former, index));
    await Promise.all(ports.gateways.map((port) => untilReady(port, running)));
    const token = await system.token();
    const address = `http://127.0.0.1:${ports.gateway}/graphql`;
    await expect
      .poll(() => ask(address, READ, 'none', token).catch(String), TIMEOUT)
      .toEqual({ data: { note: null } });

    const stopping = new AbortController();
    const clients = Array.from({ length: CLIENTS }, () => writeAndRead(address, token, stopping.signal));
    const failed = Promise.all(clients).then(
      () => null,
      (error: Error) => error,
    );
    const upgrade = async (port: number, begin: () => RunningProgram): Promise<void> => {
      running.get(port)!.child.kill('SIGTERM');
      expect(await running.get(port)!.ended, running.get(port)!.output()).toBe(0);
      start(port, begin());
      await untilReady(port, running);
      // The balancer has to see it, too, before the other one of its pair goes; and all pairs of releases are to work for a while.
      await sleep(DRAIN_MS + 500);
    };
    await upgrade(ports.gateways[0], () => system.startGateway(ROOT, 0));
    await upgrade(ports.departments[0], () => system.startDepartment(ROOT, 0));
    await upgrade(ports.exchange, () => system.startExchange(ROOT));
    await upgrade(ports.gateways[1], () => system.startGateway(ROOT, 1));
    await upgrade(ports.departments[1], () => system.startDepartment(ROOT, 1));
    stopping.abort();
    expect(await failed).toBeNull();
    const written = (await Promise.all(clients)).flat();

    const stored = await notes.sql<{ id: string }[]>`select id from note`;
    expect(stored.map(({ id }) => id).sort()).toEqual(written.sort());
    // Each read of a remark is in the log of the exchange, whichever release wrote it down and took it.
    const logged = () => exchange.sql<{ count: number }[]>`select count(*)::int as count from accesses`;
    await expect.poll(async () => (await logged())[0]!.count, TIMEOUT).toBeGreaterThanOrEqual(written.length);
    const gateways = await exchange.sql<
      { gateway: string }[]
    >`select distinct gateway from accesses order by gateway`;
    expect(gateways.map(({ gateway }) => gateway)).toEqual(['gateway-1', 'gateway-2']);
  },
  300_000,
);

async function untilReady(port: number, running: ReadonlyMap<number, RunningProgram>): Promise<void> {
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/ready`)).ok;
  while (!(await isReady().catch(() => false))) {
    const program = running.get(port)!;
    if (program.child.exitCode !== null) throw new Error(`It ended: ${program.output()}`);
    await sleep(50);
  }
}

/** Writes one note after the other, and reads each back with what is shared with condition. @returns the ids of what was written */
async function writeAndRead(address: string, token: string, stopping: AbortSignal): Promise<string[]> {
  const written: string[] = [];
  while (!stopping.aborted) {
    const id = randomUUID();
    expect(await ask(address, WRITE, id, token)).toEqual({ data: { writeNote: { id } } });
    written.push(id);
    expect(await ask(address, READ, id, token)).toEqual({
      data: { note: { text: 'written', remark: 'remark on written' } },
    });
    await sleep(20);
  }
  return written;
}

async function ask(address: string, query: string, id: string, token: string): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...{ 'purpose-basis': 'test', 'purpose-case': 'V-1', 'purpose-requester': 'test' },
    },
    body: JSON.stringify({ query, variables: { id } }),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`Status ${response.status}: ${text}`);
  return JSON.parse(text);
}
