import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFiles } from '@yiwang/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registers } from '../import/registers.ts';
import { MIGRATIONS, NAME } from '../src/department.ts';
import { type Department, openDepartment } from './ask.ts';

const FIXTURE = fileURLToPath(new URL('fixtures/records.csv', import.meta.url));

let department: Department;
let folder: string;
beforeAll(async () => {
  department = await openDepartment();
  folder = await mkdtemp(join(tmpdir(), 'yiwang-import-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await department.database[Symbol.asyncDispose]();
});

function importFixture() {
  const options = { name: NAME, migrations: MIGRATIONS, registers };
  return Array.fromAsync(importFiles(department.database.url, options, [FIXTURE], { rejectedDir: folder }));
}

test('rows are stored with their original text, or rejected with line and reason; again, nothing changes', async () => {
  for (const _time of ['first', 'again']) {
    const [imported] = await importFixture();
    expect(imported).toMatchObject({ type: 'imported', read: 4, stored: 1, rejected: 3 });
    const rows = await department.database.sql`select * from records`;
    expect(rows).toMatchObject([
      {
        number: 'R1',
        holder_uscc: '91320000608950987L',
        issued_on: '2024-03-01',
        source: 'REGISTER',
        original: { issued_on: '2024年3月1日' },
      },
    ]);
  }
  const rejected = await readFile(join(folder, `records.csv.${NAME}.csv`), 'utf8');
  expect(rejected).toMatch(/^3,"holder_uscc: Not a valid uscc/m);
  expect(rejected).toMatch(/^4,"issued_on is empty"/m);
  expect(rejected).toMatch(/^5,"title is empty"/m);
});
