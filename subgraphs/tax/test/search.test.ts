import { seedDatabase } from '@yiwang/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../seed/seed.ts';
import { NAME } from '../src/department.ts';
import { type Department, openDepartment } from './ask.ts';
import { BUSY, fillBooks, OLD, QUIET } from './fixture.ts';

interface Found {
  totalCount: number | null;
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const SEARCH = `query ($filter: TaxpayerFilter, $first: Int! = 20, $after: String) {
  taxpayers(filter: $filter, first: $first, after: $after) {
    totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor }
  }
}`;

let department: Department;

async function search(filter: object, page: { first?: number; after?: string | null } = {}): Promise<Found> {
  const { data, errors } = await department.ask(SEARCH, { filter, ...page });
  expect(errors).toBeUndefined();
  return data!['taxpayers'] as Found;
}

const idsOf = ({ edges }: Found) => edges.map(({ node }) => node.id);

describe('over small books', () => {
  beforeAll(async () => {
    department = await openDepartment();
    await fillBooks(department.database);
  });
  afterAll(() => department.database[Symbol.asyncDispose]());

  test.each<[what: string, filter: object, found: string[]]>([
    ['no condition', {}, [BUSY, QUIET, OLD]],
    ['a grade of any year', { grade: 'B' }, [BUSY]],
    ['a year with any grade', { year: 2018 }, [OLD]],
    ['a grade of a year', { grade: 'A', year: 2024 }, [BUSY]],
    ['a grade of another year', { grade: 'B', year: 2024 }, []],
    ['a year of the A list', { aListYear: 2024 }, [BUSY]],
    ['a taxpayer that stands in the A list by two offices, once', { aListYear: 2018 }, [OLD]],
    ['a year of the A list and a grade', { aListYear: 2024, grade: 'B' }, [BUSY]],
    ['a taxpayer that two offices graded, once', { grade: 'A', year: 2018 }, [OLD]],
    ['two characters of the name', { name: '京桥' }, [QUIET]],
    ['one character and brackets that differ', { name: '(集' }, [QUIET]],
    ['a province', { region: '32' }, [BUSY, QUIET]],
    ['a city in six digits', { region: '320700' }, [QUIET]],
    ['all together', { grade: 'A', year: 2018, name: '景德镇', region: '36' }, [OLD]],
    ['all but the region', { grade: 'A', year: 2018, region: '32' }, []],
  ])('%s', async (_what, filter, found) => {
    const page = await search(filter);
    expect(idsOf(page)).toEqual(found);
    expect(page.totalCount).toBe(found.length);
  });

  test('pages follow each other without a gap or a repeat', async () => {
    const first = await search({}, { first: 2 });
    expect(first.pageInfo).toEqual({ hasNextPage: true, endCursor: first.edges[1]!.cursor });
    const second = await search({}, { first: 2, after: first.pageInfo.endCursor });
    expect([...idsOf(first), ...idsOf(second)]).toEqual([BUSY, QUIET, OLD]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test.each<[code: string, filter: object, page: object]>([
    ['INVALID_ARGUMENT', {}, { first: 0 }],
    ['INVALID_ARGUMENT', {}, { first: 101 }],
    ['INVALID_ARGUMENT', { name: ' \u3000 ' }, {}],
    ['INVALID_ARGUMENT', { name: '桥'.repeat(101) }, {}],
    ['INVALID_ARGUMENT', { year: 99_999 }, {}],
    ['INVALID_ARGUMENT', { aListYear: 0 }, {}],
    ['MALFORMED_CODE', { region: '3' }, {}],
    ['UNKNOWN_CODE', { region: '99' }, {}],
    ['MALFORMED_CURSOR', {}, { after: '' }],
    ['MALFORMED_CURSOR', {}, { after: Buffer.from('["taxpayers","1.5"]').toString('base64url') }],
    ['MALFORMED_CURSOR', {}, { after: Buffer.from('["payments","1"]').toString('base64url') }],
  ])('%s for %j %j', async (code, filter, page) => {
    expect(await department.codeOf(SEARCH, { filter, ...page })).toBe(code);
  });

  test('a cursor of the last row gives an empty page; one that somebody made up is refused', async () => {
    const after = (await search({}, { first: 100 })).pageInfo.endCursor;
    expect(await search({}, { after })).toMatchObject({ edges: [], pageInfo: { hasNextPage: false } });
    const forged = Buffer.from('["taxpayers","999999999999999999"]').toString('base64url');
    expect(await department.codeOf(SEARCH, { after: forged })).toBe('MALFORMED_CURSOR');
  });
});

describe('over generated books', () => {
  beforeAll(async () => {
    department = await openDepartment();
    await seedDatabase(department.database.url, NAME, 0.8, seed);
  });
  afterAll(() => department.database[Symbol.asyncDispose]());

  const everything = (first: number) => `{ taxpayers(filter: { grade: A, year: 2024 }, first: ${first}) {
    totalCount edges { node {
      id authority creditGrades { grade } creditGrade(year: 2023) { grade } taxKinds { kind }
      declarations(first: 3, kind: VALUE_ADDED_TAX) { totalCount edges { node { taxCny } } }
      recent: declarations(first: 3) { totalCount edges { node { taxCny } } }
      payments(first: 3) { totalCount edges { node { amountCny } } }
      arrears { totalCny } invoiceTotals(from: "2025-06-01") { amountCny }
    } }
  } }`;

  test.each([10, 50, 100])('a page of %i with everything under it takes 12 statements', async (first) => {
    const { data, errors } = await department.ask(everything(first));
    expect(errors).toBeUndefined();
    expect((data!['taxpayers'] as Found).edges).toHaveLength(first);
    // The page, its count, grades, taxes, arrears, invoices, and page and count of three connections.
    expect(department.database.statements).toHaveLength(12);
  });

  test('the page of 50 enterprises with everything under their taxpayers takes a constant number too', async () => {
    const page = await search({}, { first: 50 });
    const fields =
      'creditGrade { grade } declarations(first: 3) { edges { node { taxCny } } } arrears { totalCny }';
    const { errors } = await department.ask(
      `query ($asked: [_Any!]!) { _entities(representations: $asked) { ... on Enterprise { taxpayer { ${fields} } } } }`,
      { asked: idsOf(page).map((uscc) => ({ __typename: 'Enterprise', uscc })) },
    );
    expect(errors).toBeUndefined();
    expect(department.database.statements).toHaveLength(4);
  });

  test.each([{ grade: 'D', year: 2023, region: '3201' }, { grade: 'C', name: '贸易' }, { region: '3205' }])(
    'walking all pages of %j finds each taxpayer once, as many as are counted',
    async (filter) => {
      const found: string[] = [];
      let page: Found = await search(filter, { first: 100 });
      found.push(...idsOf(page));
      while (page.pageInfo.hasNextPage) {
        page = await search(filter, { first: 100, after: page.pageInfo.endCursor });
        found.push(...idsOf(page));
      }
      expect(found.length).toBeGreaterThan(10);
      expect(new Set(found).size).toBe(found.length);
      expect(found).toHaveLength(page.totalCount!);
    },
  );

  test('a count above 10,000 by year is not made, one by region, or by grade and year, is', async () => {
    expect((await search({ year: 2024 })).totalCount).toBeNull();
    expect((await search({ region: '32' })).totalCount).toBeGreaterThan(10_000);
    expect((await search({ grade: 'A', year: 2024 })).totalCount).toBeGreaterThan(1000);
  });
});
