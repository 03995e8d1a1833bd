import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantService } from '../src/index.ts';
import { openThings } from './support/open-things.ts';

const ROLE = 'yiwang_test_service';

let database: TestDatabase;
beforeAll(async () => void (database = await openThings()));
afterAll(() => database[Symbol.asyncDispose]());

async function rightsOnThings(): Promise<Record<string, boolean>> {
  const [row] = await database.service.sql`
    select has_table_privilege('things', 'insert') as insert, has_table_privilege('things', 'truncate') as truncate,
      has_table_privilege('things', 'update') as update, has_column_privilege('things', 'name', 'update') as "updateName",
      has_column_privilege('things', 'code', 'update') as "updateCode", has_table_privilege('things', 'delete') as delete`;
  return { ...row };
}

test('rights of a former release are taken back, those on single columns too, however often it is run', async () => {
  await database.sql.unsafe(
    `grant all on things to ${ROLE}; grant update (code) on things to ${ROLE}; grant delete on things to public`,
  );
  for (const _again of [1, 2]) {
    await grantService(database.sql, ROLE, { things: 'select, insert, update (name)' });
    expect(await rightsOnThings()).toEqual({
      insert: true,
      truncate: false,
      update: false,
      updateName: true,
      updateCode: false,
      delete: false,
    });
  }
});

test('a table for which nothing is declared cannot be read, and is reported', async () => {
  await database.sql`create table notes (text text)`;
  expect(await grantService(database.sql, ROLE, { things: 'select' })).toEqual(['notes']);
  await expect(database.service.sql`select * from notes`).rejects.toMatchObject({ code: '42501' });
});

test('a table that is declared and missing is an error', async () => {
  await expect(grantService(database.sql, ROLE, { things: 'select', nothing: 'select' })).rejects.toThrow(
    'The rights name nothing, but the database has no such table.',
  );
});
