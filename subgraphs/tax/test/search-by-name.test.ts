import { seedDatabase } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '../seed/seed.ts';
import { taxpayerCursor } from '../src/cursors.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';
import { createTaxpayerSearch } from '../src/taxpayer-search.ts';

interface Row {
  no: number;
  name: string;
  region: string;
  grades: { grade: 'A' | 'B' | 'C' | 'D' | 'M'; year: number }[];
}

let database: TestDatabase;
let rows: readonly Row[];
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS, RIGHTS);
  await seedDatabase(database.url, NAME, 0.05, seed);
  rows = await database.sql<Row[]>`
    select no, search_name as name, coalesce(region_code, '') as region,
      (select coalesce(jsonb_agg(jsonb_build_object('grade', grade, 'year', year)), '[]') from credit_grades where taxpayer_no = no) as grades
    from taxpayers order by no`;
}, 60_000);
afterAll(() => database[Symbol.asyncDispose]());

const filters = () => {
  const one = fc.constantFrom(...rows);
  const name = fc
    .tuple(one, fc.nat(6), fc.integer({ min: 1, max: 4 }))
    .map(([row, start, length]) => row.name.slice(start, start + length) || row.name);
  return fc.record({
    name: fc.oneof(name, fc.constantFrom('南', '苏州', '有限公司', '龘')),
    region: fc.option(
      fc.tuple(one, fc.constantFrom(2, 4, 6)).map(([{ region }, length]) => region.slice(0, length)),
    ),
    grade: fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'M')),
    year: fc.option(fc.constantFrom(2022, 2023, 2024)),
    bounds: fc.option(fc.constantFrom(['3201'], ['3205', '320102'], [])),
  });
};
type Filter = ReturnType<typeof filters> extends fc.Arbitrary<infer Value> ? Value : never;

/** Of all rows, in the order of the list. */
function matching({ name, region, grade, year, bounds }: Filter): number[] {
  return rows
    .filter(
      (row) =>
        row.name.includes(name) &&
        (region === null || row.region.startsWith(region)) &&
        (bounds === null || bounds.some((bound) => row.region.startsWith(bound))) &&
        ((grade === null && year === null) ||
          row.grades.some(
            (one) => (grade === null || one.grade === grade) && (year === null || one.year === year),
          )),
    )
    .map(({ no }) => no);
}

/** So that each way to search is taken: the walk ends early, late or not at all, and many or few are too many to sort. */
const limits = fc.record({
  walked: fc.constantFrom(1, 30, 300, 100_000),
  counted: fc.constantFrom(0, 20, 100_000),
});

test('every page and count by a part of a name and other conditions is the same, whichever way finds it', async () => {
  await fc.assert(
    fc.asyncProperty(filters(), limits, fc.integer({ min: 1, max: 30 }), async (filter, limit, first) => {
      const { bounds, ...given } = filter;
      const search = createTaxpayerSearch(database.service.db, limit);
      const expected = matching(filter);
      const found: number[] = [];
      for (let after: string | null = null; found.length < 90;) {
        const page = await search(given as never, { first, after }, bounds);
        found.push(...page.rows.map(({ no }) => no));
        expect(await page.countAll()).toBe(expected.length > limit.counted ? null : expected.length);
        const last = page.rows.at(-1);
        if (!page.hasNextPage || !last) break;
        after = taxpayerCursor.encode([String(last.no)]);
      }
      expect(found).toEqual(expected.slice(0, found.length));
      if (found.length < 90) expect(found).toHaveLength(expected.length);
    }),
    { numRuns: 60 },
  );
}, 60_000);
