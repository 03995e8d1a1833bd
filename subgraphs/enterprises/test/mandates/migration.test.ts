import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, databaseUrl, dropDatabase } from '@yiwang/postgres-server';
import type {} from '@yiwang/postgres-server/testing';
import { migrateDatabase, openDatabase } from '@yiwang/subgraph-kit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { MIGRATIONS } from '../../src/department.ts';
import { contextsAt } from '../ask.ts';
import { FIRST, INPUT, OFFICIAL } from './open-mandates.ts';

const name = `yiwang_test_${randomUUID().replaceAll('-', '')}`;
let url: string;
let folder: string;
beforeAll(async () => {
  await createDatabase(inject('serverUrl'), name);
  url = databaseUrl(inject('serverUrl'), name);
  folder = await mkdtemp(join(tmpdir(), 'yiwang-migrations-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await dropDatabase(inject('serverUrl'), name);
});

/** The migrations before mandates. */
async function copyEarlier(): Promise<void> {
  await cp(MIGRATIONS, folder, { recursive: true });
  const path = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: { tag: string }[] };
  const first = journal.entries.findIndex(({ tag }) => tag.endsWith('_mandates'));
  expect(first).toBeGreaterThan(0);
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, first) }));
}

test('a database that holds enterprises is migrated, keeps them, and takes mandates for them', async () => {
  await copyEarlier();
  await migrateDatabase(url, folder);
  await using database = openDatabase(url, { connections: 2 });
  await database.sql`
    insert into enterprises (uscc, name, search_name, status, source) values (${FIRST}, '一号', '一号', 'ACTIVE', 'REGISTER')`;
  await expect(database.sql`select from mandates`).rejects.toThrow('does not exist');

  await migrateDatabase(url, MIGRATIONS);

  expect(await database.sql`select name from enterprises`).toEqual([{ name: '一号' }]);
  const now = () => new Date('2026-03-02T02:00:00Z');
  const { commands } = (await contextsAt(database, now))();
  const input = { uscc: FIRST, person: 'han', reason: 'Founded.' };
  await commands.registerLegalRepresentative(OFFICIAL, { input, idempotencyKey: 'k1' });
  const han = { ...OFFICIAL, user: 'han', scopes: [] };
  expect(await commands.give(han, { input: INPUT, idempotencyKey: 'k2' })).toMatchObject({
    id: 'M-2026-00000002',
    person: 'wang',
  });
});
