import { randomUUID } from 'node:crypto';
import { createDatabase, databaseUrl, dropDatabase } from '@yiwang/postgres-server';
import type {} from '@yiwang/postgres-server/testing';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrateDatabase } from '../src/database/migrate-database.ts';
import { openDatabase } from '../src/database/open-database.ts';
import { MIGRATIONS } from './support/migrations.ts';

const name = `yiwang_test_${randomUUID().replaceAll('-', '')}`;
let url: string;
beforeAll(async () => {
  await createDatabase(inject('serverUrl'), name);
  url = databaseUrl(inject('serverUrl'), name);
});
afterAll(() => dropDatabase(inject('serverUrl'), name));

test('four at once migrate a new database once', async () => {
  await Promise.all(Array.from({ length: 4 }, () => migrateDatabase(url, MIGRATIONS)));
  await using database = openDatabase(url);
  expect(await database.sql`select count(*)::int as count from drizzle.__drizzle_migrations`).toEqual([
    { count: 1 },
  ]);
  expect(await database.sql`select * from things`).toEqual([]);
});
