import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { createDatabase, databaseUrl, dropDatabase, listDatabases } from '../src/index.ts';

const SERVER = inject('serverUrl');
const NAME = `yiwang_pgserver_${process.pid}`;

let sql: postgres.Sql;
beforeAll(() => {
  sql = postgres(SERVER, { max: 1, onnotice: () => {} });
});
afterAll(() => sql.end());

test('a database is created once however often and at once it is asked for, and dropped with its sessions', async () => {
  onTestFinished(async () => void (await dropDatabase(SERVER, NAME)));
  await Promise.all([1, 2, 3].map(() => createDatabase(SERVER, NAME)));
  await createDatabase(SERVER, NAME);
  expect(await listDatabases(SERVER, ['yiwang_absent', NAME])).toEqual([NAME]);

  const session = postgres(databaseUrl(SERVER, NAME), { max: 1, onclose: () => {} });
  await session`select 1`;
  expect(await dropDatabase(SERVER, NAME)).toBe(true);
  expect(await dropDatabase(SERVER, NAME)).toBe(false);
  expect(await listDatabases(SERVER, [NAME])).toEqual([]);
  await session.end();
});

test('part of a Chinese name has trigrams in a new database, and text is ordered by code point', async () => {
  await createDatabase(SERVER, NAME);
  onTestFinished(async () => void (await dropDatabase(SERVER, NAME)));
  const own = postgres(databaseUrl(SERVER, NAME), { max: 1, onnotice: () => {} });
  onTestFinished(() => own.end());

  await own`create extension pg_trgm`;
  const [found] =
    await own`select cardinality(show_trgm('大余县京桥混凝土')) as trigrams, 'Z' < 'a' as ordered`;
  expect(found).toEqual({ trigrams: 9, ordered: true });
});

test('a database made by hand with character type C is refused, because it would find no Chinese', async () => {
  await sql`create database ${sql(NAME)} encoding 'UTF8' lc_collate 'C' lc_ctype 'C' template template0`;
  onTestFinished(async () => void (await dropDatabase(SERVER, NAME)));
  await expect(createDatabase(SERVER, NAME)).rejects.toThrow('searches find no Chinese');
});

test('the URL of a database keeps all else of the server’s', () => {
  expect(databaseUrl('postgres://u:p%40@h:1/postgres?sslmode=require', 'tax')).toBe(
    'postgres://u:p%40@h:1/tax?sslmode=require',
  );
});
