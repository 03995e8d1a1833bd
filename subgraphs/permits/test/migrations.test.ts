import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateDatabase } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MIGRATIONS } from '../src/department.ts';

// A database from before applications became cases, with rows, is migrated to the newest migration.

const LAST_BEFORE = '0002_application-progressed';

/** As the seed of that time made them: state, day of the decision, timeline; and what becomes of them. */
const ROWS = [
  { number: 'A-01', status: 'RECEIVED', steps: ['RECEIVED'], state: 'SUBMITTED', decision: null },
  {
    number: 'A-02',
    status: 'SUPPLEMENT_REQUESTED',
    steps: ['RECEIVED', 'SUPPLEMENT_REQUESTED'],
    state: 'RETURNED',
    decision: null,
  },
  { number: 'A-03', status: 'ACCEPTED', steps: ['RECEIVED', 'ACCEPTED'], state: 'ACCEPTED', decision: null },
  {
    number: 'A-04',
    status: 'NOT_ACCEPTED',
    steps: ['RECEIVED', 'NOT_ACCEPTED'],
    state: 'NOT_ACCEPTED',
    decision: null,
  },
  {
    number: 'A-05',
    status: 'IN_REVIEW',
    steps: ['RECEIVED', 'ACCEPTED', 'REVIEWED'],
    state: 'UNDER_REVIEW',
    decision: null,
  },
  {
    number: 'A-06',
    status: 'GRANTED',
    steps: ['RECEIVED', 'SUPPLEMENT_REQUESTED', 'SUPPLEMENTED', 'ACCEPTED', 'GRANTED'],
    state: 'DECIDED',
    decision: 'GRANTED',
  },
  {
    number: 'A-07',
    status: 'GRANTED',
    steps: ['RECEIVED', 'ACCEPTED', 'GRANTED', 'DELIVERED'],
    state: 'DELIVERED',
    decision: 'GRANTED',
  },
  {
    number: 'A-08',
    status: 'REFUSED',
    steps: ['RECEIVED', 'ACCEPTED', 'REFUSED'],
    state: 'DECIDED',
    decision: 'DENIED',
  },
  {
    number: 'A-09',
    status: 'WITHDRAWN',
    steps: ['RECEIVED', 'ACCEPTED', 'WITHDRAWN'],
    state: 'WITHDRAWN',
    decision: null,
  },
  // Not by the seed, but nothing forbids it.
  { number: 'A-10', status: 'GRANTED', steps: [], state: 'DECIDED', decision: 'GRANTED' },
];

/** Code, basic code and name of service items. */
const ITEMS: [string, string | null, string][] = [
  ['I-0002', '320131004001', '食品经营许可证'],
  ['I-0001', '320131004001', '食品经营许可'],
  ['I-0003', null, '没有基本编码'],
];

const RENAMED: Record<string, string> = {
  RECEIVED: 'SUBMITTED',
  SUPPLEMENT_REQUESTED: 'RETURNED',
  SUPPLEMENTED: 'RESUBMITTED',
  REFUSED: 'DENIED',
};

let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-migrations-'));
  await cp(MIGRATIONS, folder, { recursive: true });
  const path = join(folder, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex(({ tag }) => tag === LAST_BEFORE) + 1;
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));

  database = await openTestDatabase(folder);
  for (const { number, status, steps } of ROWS) {
    const timeline = steps.map((step, day) => (day === 1 ? [step, day, '备注'] : [step, day]));
    await database.sql`
      insert into applications (number, status, received_on, timeline, source)
      values (${number}, ${status}, '2024-02-28', ${JSON.stringify(timeline)}::text::jsonb, 'GENERATED')`;
  }
  await database.sql`
    insert into permits (number, name, issuing_authority, valid_from, application_number, source)
    values ('P-01', '食品经营许可证', '市场监督管理局', '2024-03-01', 'A-07', 'GENERATED')`;
  for (const [code, basicCode, name] of ITEMS) {
    await database.sql`
      insert into service_items (code, basic_code, name, search_name, type, department_name, conditions, materials, source)
      values (${code}, ${basicCode}, ${name}, ${name}, 'LICENCE', '卫生 局（市）', '{有场所}', '[{"name": "平面图"}]', 'GENERATED')`;
  }
  await migrateDatabase(database.url, MIGRATIONS);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

test('every application is a case, its status a state and a decision', async () => {
  const rows = await database.sql`select number, state, decision from cases order by number`;
  expect(rows).toEqual(ROWS.map(({ number, state, decision }) => ({ number, state, decision })));
});

test('timelines keep their order, days and notes, and name their steps anew', async () => {
  const rows = await database.sql`select number, timeline from cases order by number`;
  expect(rows).toEqual(
    ROWS.map(({ number, steps }) => ({
      number,
      timeline: steps
        .map((step) => RENAMED[step] ?? step)
        .map((step, day) => (day === 1 ? [step, day, '备注'] : [step, day])),
    })),
  );
});

test('a permit names its case', async () => {
  const rows = await database.sql`select number, case_number from permits`;
  expect(rows).toEqual([{ number: 'P-01', case_number: 'A-07' }]);
});

test('nothing in the database is named after applications any more', async () => {
  const left = await database.sql`
    select relname as name from pg_class where relname like '%application%'
    union all select conname from pg_constraint where conname like '%application%'
    union all select tgname from pg_trigger where tgname like '%application%'
    union all select proname from pg_proc where proname like '%application%' and pronamespace = 'public'::regnamespace
    union all select attname from pg_attribute
      where attname like '%application%' and attrelid in (select oid from pg_class where relkind = 'r')`;
  expect(left).toEqual([]);
});

test('the catalogue is derived from the items that were there: of those with one code, the first', async () => {
  const rows = await database.sql`select basic_code, name, source from catalogue_items`;
  expect(rows).toEqual([{ basic_code: '320131004001', name: '食品经营许可', source: 'GENERATED' }]);
});

test('the texts of items and of their guides are found after the migration', async () => {
  const [row] = await database.sql`select search_text, guide_text from service_items where code = 'I-0001'`;
  expect(row).toEqual({ search_text: '食品经营许可\n卫生局(市)', guide_text: '有场所\n平面图' });
});
