import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { createChannel, openDatabase } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { DEPARTMENT_FLAGS, findPorts } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Pooler, startPgBouncer } from './pooler/start-pgbouncer.ts';
import { MIGRATIONS } from './scale-out/notes.ts';
import { ROOT } from './support/compose-file.ts';
import { runProgram } from './support/run-program.ts';

const isThere = spawnSync('sh', ['-c', 'command -v pgbouncer']).status === 0;
if (!isThere) process.stderr.write('Tests with PgBouncer are skipped: install Debian’s package pgbouncer.\n');

const undo = new AsyncDisposableStack();
let database: TestDatabase;
let pooler: Pooler;
beforeAll(async () => {
  if (!isThere) return;
  database = undo.use(await openTestDatabase(MIGRATIONS));
  pooler = undo.use(await startPgBouncer(database.url));
});
afterAll(() => undo.disposeAsync());

test.skipIf(!isThere)(
  'a department serves and writes through a pooler in transaction mode, with its limits',
  async () => {
    const port = await findPorts(1);
    const url = `http://127.0.0.1:${port}/graphql`;
    const department = runProgram(ROOT, [...DEPARTMENT_FLAGS, 'test/scale-out/notes-department.ts'], {
      DATABASE_URL: pooler.url,
      DATABASE_DIRECT_URL: database.url,
      STATEMENT_TIMEOUT_MS: '7000',
      PORT: String(port),
      UNSIGNED: 'allow',
    });
    await using _stopped = { [Symbol.asyncDispose]: async () => void (await department.stop()) };
    await department.says(/"listening"/);

    const ids = Array.from({ length: 40 }, () => randomUUID());
    const written = await Promise.all(
      ids.map((id) => ask(url, `mutation { writeNote(id: "${id}", text: "kept") { id } }`)),
    );
    expect(written).toEqual(ids.map((id) => ({ data: { writeNote: { id } } })));
    const read = await Promise.all(ids.map((id) => ask(url, `{ note(id: "${id}") { text } }`)));
    expect(read).toEqual(ids.map(() => ({ data: { note: { text: 'kept' } } })));
    // More than the pooler has sessions have been served by them, and each has the limit.
    await using through = openDatabase(pooler.url, { directUrl: database.url });
    const [limit] = await through.sql`select current_setting('statement_timeout') as value`;
    expect(limit).toEqual({ value: '7s' });
  },
);

test.skipIf(!isThere)(
  'through a pooler, a channel is told over the address of the server itself',
  async () => {
    await using through = openDatabase(pooler.url, { directUrl: database.url });
    const steps = await createChannel(through.sql, 'pooled').follow('one');
    await steps.next();
    const next = steps.next();
    await through.sql`select pg_notify('pooled', 'one')`;
    expect(await Promise.race([next, sleep(20_000, 'nothing')])).toEqual({ done: false, value: undefined });
    await steps.return!();
  },
);

async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}
