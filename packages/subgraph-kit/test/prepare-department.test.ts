import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { DEPARTMENT_FLAGS } from '@yiwang/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DepartmentSeed, seedDatabase } from '../src/prepare/prepare-department.ts';
import type { DepartmentMessage } from '../src/process/messages.ts';
import { openThings } from './support/open-things.ts';

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL('support/seed-program.ts', import.meta.url));

let database: TestDatabase;
beforeAll(async () => {
  database = await openThings();
});
beforeEach(async () => {
  await database.sql`drop table if exists seed_runs`;
  await database.sql`truncate things`;
});
afterAll(() => database[Symbol.asyncDispose]());

/** A process of its own, as the launcher starts it. */
function prepare(environment: Record<string, string>, args: string[] = []) {
  const env = { ...process.env, DATABASE_URL: database.url, ...environment };
  const child = fork(PROGRAM, args, {
    env,
    execArgv: [...DEPARTMENT_FLAGS],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const messages: DepartmentMessage[] = [];
  child.on('message', (message) => messages.push(message as DepartmentMessage));
  return { child, messages };
}

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'exit');
  return code;
}

async function countThings(): Promise<number> {
  const [row] = await database.sql`select count(*)::int as count from things`;
  return row!['count'];
}

const seedOf = (rows: Iterable<string[]>): DepartmentSeed => ({
  tables: () => [{ table: 'things', columns: ['code', 'name'], rows, expected: 1 }],
});

test('a new database is seeded, its views are fresh, and a second run changes nothing', async () => {
  const first = prepare({ ROWS: '10' });
  expect(await ended(first.child)).toBe(0);
  expect(first.messages.at(-1)).toEqual({ type: 'seeded', scale: 1, rows: { things: 10 } });
  expect(await database.sql`select count from thing_counts`).toEqual([{ count: 10 }]);

  const second = prepare({ ROWS: '20' }, ['--scale', '2']);
  expect(await ended(second.child)).toBe(0);
  expect(second.messages).toEqual([{ type: 'already-seeded', scale: 1 }]);
  expect(await countThings()).toBe(10);
});

test('what else a department prepares is prepared each time, when the rows are in', async () => {
  for (const times of ['once', 'twice']) {
    const { child, messages } = prepare({ ROWS: '10', ALSO: times });
    let output = '';
    child.stdout!.on('data', (text) => (output += String(text)));
    expect(await ended(child), JSON.stringify(messages)).toBe(0);
    expect(output).toBe(`${times} after 10 rows, for null`);
  }
});

test('at scale 0 nothing is made up, and reference data is there all the same', async () => {
  const seed: DepartmentSeed = {
    tables: (scale) => [
      {
        table: 'things',
        columns: ['code', 'name'],
        rows: [['R', `real at ${scale > 0}`]],
        expected: 1,
        isReference: true,
      },
      { table: 'things', columns: ['code', 'name'], rows: [['M', 'made up']], expected: 1 },
    ],
  };
  for (const _time of ['first', 'again']) await seedDatabase(database.url, 'things', 0, seed);
  expect(await database.sql`select name from things`).toEqual([{ name: 'real at true' }]);
  expect(await database.sql`select scale from seed_runs`).toEqual([{ scale: 0 }]);
});

test('killed half-way it leaves nothing, and the next run seeds', async () => {
  const { child, messages } = prepare({ SLOW: '1' });
  while (!messages.some((message) => message.type === 'progress')) await once(child, 'message');
  child.kill('SIGKILL');
  await ended(child);
  expect(await countThings()).toBe(0);

  const next = prepare({ ROWS: '10' });
  expect(await ended(next.child)).toBe(0);
  expect(await countThings()).toBe(10);
});

test('of two at once one seeds, the other waits and finds it done', async () => {
  const both = [prepare({ ROWS: '1000' }), prepare({ ROWS: '1000' })];
  expect(await Promise.all(both.map(({ child }) => ended(child)))).toEqual([0, 0]);
  expect(both.map(({ messages }) => messages.at(-1)!.type).sort()).toEqual(['already-seeded', 'seeded']);
  expect(await countThings()).toBe(1000);
});

test('of eight at once, time after time, one seeds', async () => {
  for (let round = 0; round < 5; round++) {
    await database.sql`drop table if exists seed_runs`;
    await database.sql`truncate things`;
    const seeding = Array.from({ length: 8 }, () =>
      seedDatabase(database.url, 'things', 1, seedOf([['a', 'x']])),
    );
    await Promise.all(seeding);
    expect(await countThings()).toBe(1);
  }
});

test('a seed that fails leaves nothing, not even the mark that it ran', async () => {
  await expect(
    seedDatabase(
      database.url,
      'things',
      1,
      seedOf([
        ['a', 'x'],
        ['a', 'y'],
      ]),
    ),
  ).rejects.toThrow(/duplicate/);
  expect(await countThings()).toBe(0);
  await seedDatabase(database.url, 'things', 1, seedOf([['a', 'x']]));
  expect(await countThings()).toBe(1);
});

test('a database that holds rows but was never filled is left as it is, with what to do', async () => {
  await database.sql`insert into things values ('imported', 'x')`;
  await expect(seedDatabase(database.url, 'things', 1, seedOf([['a', 'x']]))).rejects.toThrow(
    /^The table things holds rows, but this database was never filled\. Prepare a new database first/,
  );
  expect(await countThings()).toBe(1);
});

test.each<[what: string, environment: Record<string, string>, args: string[], message: RegExp]>([
  [
    'a server that is down',
    { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
    [],
    /^The database does not answer .* Check DATABASE_URL, and that its server runs\.$/,
  ],
  ['no DATABASE_URL', { DATABASE_URL: '' }, [], /DATABASE_URL: must be a postgres:\/\/ URL/],
  ['a scale of none', {}, ['--scale', 'none'], /^--scale must be a number above 0/],
  ['an unknown option', {}, ['--speed'], /--speed/],
])('%s is told in words, without a stack, and ends with 1', async (_what, environment, args, message) => {
  const { child, messages } = prepare({ ROWS: '1', ...environment }, args);
  expect(await ended(child)).toBe(1);
  expect(messages).toEqual([{ type: 'failed', message: expect.stringMatching(message) }]);
  expect((messages[0] as { message: string }).message).not.toMatch(/\n\s+at /);
});

test('without a launcher the outcome is one line of JSON on standard output', async () => {
  const env = { ...process.env, DATABASE_URL: database.url, ROWS: '3' };
  const { stdout, stderr } = await run(process.execPath, [...DEPARTMENT_FLAGS, PROGRAM], { env });
  expect(JSON.parse(stdout)).toEqual({ type: 'seeded', scale: 1, rows: { things: 3 } });
  expect(stderr).toBe('');
});
