import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explainDatabaseError } from '../src/database/explain-database-error.ts';
import { openDatabase } from '../src/index.ts';
import { openThings } from './support/open-things.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openThings();
  await database.sql`insert into things (code, name) values ('c1', '甲')`;
});
afterAll(() => database[Symbol.asyncDispose]());

const lockThing = (sql: TestDatabase['sql']) => sql`select * from things where code = 'c1' for update`;
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('a statement that waits for a lock is aborted in time, and the caller may try again later', async () => {
  await using serving = openDatabase(database.url, { connections: 1, lockTimeoutMs: 50 });
  await database.sql.begin(async (holder) => {
    await lockThing(holder as unknown as TestDatabase['sql']);
    const error = await failure(lockThing(serving.sql));
    expect(error).toMatchObject({ code: '55P03' });
    expect(explainDatabaseError(error)).toMatchObject({
      code: 'DEPARTMENT_UNAVAILABLE',
      message: 'What this request needs is in use by another one that takes long. Try again later.',
    });
  });
  expect(await lockThing(serving.sql)).toHaveLength(1);
});

test('a transaction that does nothing is ended, and what it had locked is free', async () => {
  await using serving = openDatabase(database.url, { connections: 1, idleInTransactionTimeoutMs: 50 });
  const hanging = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const transaction = failure(
    serving.sql.begin(async (tx) => {
      await lockThing(tx as unknown as TestDatabase['sql']);
      locked.resolve();
      await hanging.promise;
      await tx`select 1`;
    }),
  );
  await locked.promise;
  // Waits for the server to end the other session: without a limit it would wait for ever.
  expect(await lockThing(database.sql)).toHaveLength(1);
  hanging.resolve();
  expect(await transaction).not.toBeNull();
  expect(await serving.sql`select 1 as one`).toEqual([{ one: 1 }]);
});
