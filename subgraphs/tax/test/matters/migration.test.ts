import { migrateDatabase, openDatabase } from '@yiwang/subgraph-kit';
import { expect, test } from 'vitest';
import { createContexts } from '../../src/context.ts';
import { MIGRATIONS } from '../../src/department.ts';
import { openEarlierDatabase } from '../earlier-database.ts';
import { BUSY } from '../fixture.ts';
import { SERVICES, TAXPAYER_INPUT } from './open-matters.ts';

test('a database that holds taxpayers is migrated, keeps and counts them, and takes more', async () => {
  await using earlier = await openEarlierDatabase('_matters');
  const { url } = earlier;
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
