import { regionRange } from '@yiwang/codes';
import { seedDatabase } from '@yiwang/subgraph-kit';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seed } from '../seed/seed.ts';
import { enterpriseCursor } from '../src/cursors.ts';
import { MIGRATIONS, NAME, RIGHTS } from '../src/department.ts';
import { createEnterpriseSearch } from '../src/enterprise-search.ts';

interface Row {
  uscc: string;
  name: string;
  region: string;
  status: 'ACTIVE' | 'DEREGISTERED' | 'REVOKED';
  listedOn: string;
}

let database: TestDatabase;
let rows: readonly Row[];
beforeAll(async () => {
  database = await openTestDatabase(MIGRATIONS, RIGHTS);
  await seedDatabase(database.url, NAME, 0.1, seed);
  rows = await database.sql<Row[]>`
    select uscc, search_name as name, coalesce(region_code, '') as region, status, listed_on::text as "listedOn"
    from enterprises order by listed_on desc, uscc desc`;
}, 60_000);
afterAll(() => database[Symbol.asyncDispose]());

interface Filter {
  name: string;
  region: string | null;
  statuses: Row['status'][] | null;
  registeredFrom: string | null;
  registeredTo: string | null;
}

/** Of all rows, in the order of the list. */
function matching({ name, region, statuses, registeredFrom, registeredTo }: Filter): string[] {
  const range = region === null ? null : regionRange(region);
  return rows
    .filter(
      (row) =>
        row.name.includes(name) &&
        (range === null || (row.region >= range.from && row.region < range.to)) &&
        (statuses === null || statuses.includes(row.status)) &&
        (registeredFrom === null || row.listedOn >= registeredFrom) &&
        (registeredTo === null || (row.listedOn <= registeredTo && row.listedOn > '0001-01-01')),
    )
    .map(({ uscc }) => uscc);
}

const filters = () => {
  const one = fc.constantFrom(...rows);
  const name = fc
    .tuple(one, fc.nat(6), fc.integer({ min: 1, max: 4 }))
    .map(([row, start, length]) => row.name.slice(start, start + length) || row.name);
  const day = one.map(({ listedOn }) => listedOn);
  return fc.record({
    name: fc.oneof(name, fc.constantFrom('南', '苏州', '有限公司', '龘')),
    region: fc.option(
      fc.tuple(one, fc.constantFrom(2, 4, 6)).map(([{ region }, length]) => region.slice(0, length)),
    ),
    statuses: fc.option(fc.subarray<Row['status']>(['ACTIVE', 'DEREGISTERED', 'REVOKED'], { minLength: 1 })),
    registeredFrom: fc.option(day, { freq: 1 }),
    registeredTo: fc.option(day, { freq: 1 }),
  });
};

/** So that each way to search is taken: the walk ends early, late or not at all, and many or few are too many to sort. */
const bounds = fc.record({
  walked: fc.constantFrom(1, 40, 400, 100_000),
  counted: fc.constantFrom(0, 20, 100_000),
});

test('every page and count by a part of a name and other conditions is the same, whichever way finds it', async () => {
  await fc.assert(
    fc.asyncProperty(filters(), bounds, fc.integer({ min: 1, max: 30 }), async (filter, bound, first) => {
      fc.pre(!filter.registeredFrom || !filter.registeredTo || filter.registeredFrom <= filter.registeredTo);
      const search = createEnterpriseSearch(database.service.db, bound);
      const expected = matching(filter);
      const found: string[] = [];
      for (let after: string | null = null; found.length < 90;) {
        const page = await search(filter, { first, after });
        found.push(...page.rows.map(({ uscc }) => uscc));
        expect(await page.countAll()).toBe(expected.length > bound.counted ? null : expected.length);
        const last = page.rows.at(-1);
        if (!page.hasNextPage || !last) break;
        after = enterpriseCursor.encode([last.listedOn, last.uscc]);
      }
      expect(found).toEqual(expected.slice(0, found.length));
      if (found.length < 90) expect(found).toHaveLength(expected.length);
    }),
    { numRuns: 80 },
  );
}, 60_000);

test('names that are frequent elsewhere are not looked for row by row', async () => {
  const search = createEnterpriseSearch(database.service.db, { walked: 100, counted: 10_000 });
  database.forgetStatements();
  await search({ name: '苏州', region: '3201' }, { first: 100 });
  // A sample of names, the beginning of the order, and the count, which is 0.
  expect(database.statements).toHaveLength(3);
  database.forgetStatements();
  await search({ name: '苏州', region: '3205' }, { first: 100 });
  // The same, and what is sorted.
  expect(database.statements).toHaveLength(4);
  database.forgetStatements();
  await search({ name: '有限公司' }, { first: 20 });
  expect(database.statements).toHaveLength(2);
});
