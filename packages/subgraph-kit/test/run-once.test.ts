import { setTimeout as delay } from 'node:timers/promises';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  catchUserErrors,
  type Db,
  defineIdempotencyKeys,
  keepRejection,
  type KeyedCommand,
  removeIdempotencyKeys,
  runOnce,
  userError,
} from '../src/index.ts';
import { MIGRATIONS } from './support/migrations.ts';

const NOW = new Date('2026-03-02T02:00:00Z');
const WANG = { client: 'portal', user: 'wang' };
const LI = { client: 'portal', user: 'li' };

const keys = defineIdempotencyKeys();
const COMMAND: KeyedCommand = {
  caller: WANG,
  key: 'key-1',
  name: 'addThing',
  input: { name: 'x' },
  now: NOW,
};

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS);
  await database.sql`create table idempotency_keys (holder text not null, key text not null,
    digest text not null, result text, at timestamptz not null, primary key (holder, key))`;
});
beforeEach(() => database.sql`truncate things, idempotency_keys`);
afterAll(() => database[Symbol.asyncDispose]());

async function addThing(tx: Db): Promise<string> {
  const [row] = await tx.execute<{ code: string }>(
    sql`insert into things (code, name) select 'T' || count(*), 'x' from things returning code`,
  );
  return row!.code;
}

const run = (changes: Partial<KeyedCommand> = {}, work = addThing) =>
  database.db.transaction((tx) => runOnce(tx, keys, { ...COMMAND, ...changes }, () => work(tx)));

const rejection = async (changes: Partial<KeyedCommand>, work = addThing) =>
  (await catchUserErrors(() => run(changes, work))).userErrors;

async function countThings(): Promise<number> {
  const [row] = await database.sql`select count(*)::int as count from things`;
  return row!['count'];
}

test('a command that is sent again with its key is run once, and gives the same result', async () => {
  expect(await run()).toEqual({ result: 'T0', isRepeat: false });
  expect(await run()).toEqual({ result: 'T0', isRepeat: true });
  expect(await countThings()).toBe(1);
});

test('the order of the members of an input does not matter', async () => {
  await run({ input: { name: 'x', more: { a: 1, b: null } } });
  expect(await run({ input: { more: { b: null, a: 1 }, name: 'x' } })).toMatchObject({ isRepeat: true });
});

test.each<[what: string, changes: Partial<KeyedCommand>]>([
  ['other input', { input: { name: 'y' } }],
  ['another command', { name: 'removeThing' }],
])('a key that comes with %s is rejected, and nothing is changed', async (_what, changes) => {
  await run();
  expect(await rejection(changes)).toEqual([
    {
      code: 'IDEMPOTENCY_KEY_REUSED',
      message: expect.stringContaining('Use a new one') as string,
      field: ['idempotencyKey'],
    },
  ]);
  expect(await countThings()).toBe(1);
});

test('two persons may use the same key, and an application that acts for itself is nobody of them', async () => {
  const callers = [WANG, LI, { client: 'wang', user: null }, { client: 'portal', user: null }];
  for (const caller of callers) expect(await run({ caller })).toMatchObject({ isRepeat: false });
  expect(await countThings()).toBe(4);
  expect(await run({ caller: { client: 'another portal', user: 'wang' } })).toEqual({
    result: 'T0',
    isRepeat: true,
  });
});

test('a rejected command leaves no key: with the same key it is decided again', async () => {
  const reject = () => Promise.reject(userError('FULL', 'There is no room.'));
  expect(await rejection({}, reject)).toMatchObject([{ code: 'FULL', field: null }]);
  expect(await run()).toMatchObject({ isRepeat: false });
});

test('of commands that come at once with one key one is run, and all get its result', async () => {
  const slow = async (tx: Db) => {
    const result = await addThing(tx);
    await delay(50);
    return result;
  };
  const results = await Promise.all(Array.from({ length: 4 }, () => run({}, slow)));
  expect(results.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  expect(new Set(results.map(({ result }) => result))).toEqual(new Set(['T0']));
  expect(await countThings()).toBe(1);
});

test('when the first of two with one key fails, the other is run', async () => {
  const fail = async (tx: Db): Promise<string> => {
    await addThing(tx);
    await delay(50);
    throw userError('FULL', 'There is no room.');
  };
  const first = rejection({}, fail);
  await delay(10);
  expect(await run()).toEqual({ result: 'T0', isRepeat: false });
  expect(await first).toMatchObject([{ code: 'FULL' }]);
  expect(await countThings()).toBe(1);
});

test.each(['', ' ', 'two words', 'a\0b', 'ключ', 'x'.repeat(101)])('the key %j is malformed', async (key) => {
  expect(await rejection({ key })).toMatchObject([
    { code: 'MALFORMED_IDEMPOTENCY_KEY', field: ['idempotencyKey'] },
  ]);
  expect(await countThings()).toBe(0);
});

test('a fault is thrown on, and is no userError', async () => {
  await expect(catchUserErrors(() => run({}, () => Promise.reject(new Error('broken'))))).rejects.toThrow(
    'broken',
  );
});

test('keys that are old are removed, and newer ones stay', async () => {
  await run({ key: 'old' });
  await run({ key: 'new', now: new Date('2026-03-03T02:00:00Z') });
  await removeIdempotencyKeys(database.db, keys, new Date('2026-03-03T00:00:00Z'));
  expect(await run({ key: 'old' })).toMatchObject({ isRepeat: false });
  expect(await run({ key: 'new' })).toMatchObject({ isRepeat: true });
});

describe('where rejections are kept', () => {
  const rejected = () => Promise.reject(userError('NAME_TAKEN', 'The name is taken.', ['name']));
  const once = (work: (tx: Db) => Promise<string>) => {
    const { db } = database;
    return catchUserErrors(() =>
      keepRejection(db, keys, COMMAND, () =>
        db.transaction(async (tx) => (await runOnce(tx, keys, COMMAND, () => work(tx))).result),
      ),
    );
  };
  const things = async () => (await database.sql`select code from things`).length;

  test('the same call, held up on its way, is rejected like the one that its caller was told of', async () => {
    const first = await once(rejected);
    expect(first.userErrors).toEqual([
      { code: 'NAME_TAKEN', message: 'The name is taken.', field: ['name'] },
    ]);
    expect(await once(addThing)).toEqual(first);
    expect(await things()).toBe(0);
  });

  test('whichever of two at once decides first, both get what it decided', async () => {
    for (let i = 0; i < 30; i++) {
      await database.sql`truncate things, idempotency_keys`;
      const [one, other] = await Promise.all([once(rejected), once(addThing)]);
      expect(one).toEqual(other);
      expect(await things()).toBe(one.result === null ? 0 : 1);
    }
  });

  test('what was carried out stays so, also when it cannot be shown any more', async () => {
    const { db } = database;
    const show = (code: string) =>
      catchUserErrors(() =>
        keepRejection(db, keys, COMMAND, () =>
          db.transaction(async (one) => {
            await runOnce(one, keys, COMMAND, () => addThing(one));
            throw userError('GONE', `${code} is gone.`);
          }),
        ),
      );
    expect((await once(addThing)).userErrors).toEqual([]);
    expect(await show('T0')).toMatchObject({ userErrors: [{ code: 'GONE' }] });
    expect((await once(addThing)).result).toBe('T0');
  });

  test('a fault is not kept', async () => {
    await expect(once(() => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect((await once(addThing)).userErrors).toEqual([]);
  });
});
