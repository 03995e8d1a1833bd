import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, databaseUrl, dropDatabase } from '@yiwang/postgres-server';
import type {} from '@yiwang/postgres-server/testing';
import { migrateDatabase, openDatabase } from '@yiwang/subgraph-kit';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createContexts } from '../../src/context.ts';
import { MIGRATIONS } from '../../src/department.ts';
import { BUSY } from '../fixture.ts';
import { SERVICES, TAXPAYER_INPUT } from './open-matters.ts';

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

/** The migrations before steps of matters. */
async function copyEarlier(): Promise<void> {
  await cp(MIGRATIONS, folder, { recursive: true });
  const path = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: { tag: string }[] };
  const first = journal.entries.findIndex(({ tag }) => tag.endsWith('_matters'));
  expect(first).toBeGreaterThan(0);
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, first) }));
}

test('a database that holds taxpayers is migrated, keeps and counts them, and takes more', async () => {
  await copyEarlier();
  await migrateDatabase(url, folder);
  await using database = openDatabase(url, { connections: 2 });
  const { sql } = database;
  await sql`insert into tax_authorities (name) values ('江苏省税务局')`;
  await sql`
    insert into taxpayers (id, name, search_name, authority_no, region_code, source)
    values (${BUSY}, '一号', '一号', 1, '32', 'GENERATED')`;
  await expect(sql`select from deed_taxes`).rejects.toThrow('does not exist');

  await migrateDatabase(url, MIGRATIONS);

  const { commands, loaders } = createContexts(database.db, () => new Date('2026-03-02T02:00:00Z'), '0.03')();
  expect(await loaders.taxpayerCountOf.load('32')).toMatchObject({ count: 1 });
  await commands.taxpayers.register(SERVICES, { input: TAXPAYER_INPUT, idempotencyKey: 'k1' });
  const page = await loaders.search({}, { first: 10 });
  expect(page.rows.map(({ source }) => source)).toEqual(['GENERATED', 'GRAPH']);
  expect(await page.countAll()).toBe(2);
});
