import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './support/open-department.ts';
import { fillRegions } from './support/fill-regions.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillRegions(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

interface Found {
  totalCount: number;
  edges: { node: { code: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function find(filter: object, page = ''): Promise<Found> {
  const { data, errors } = await department.ask(
    `query ($filter: RegionFilter) { regions(filter: $filter ${page}) {
      totalCount edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return (data as { regions: Found }).regions;
}

test.each<[what: string, filter: object, codes: string[]]>([
  ['part of a name', { name: '东城' }, ['110101', '441900003']],
  ['one character', { name: '苏' }, ['32', '3205']],
  ['a level', { level: 'CITY' }, ['1101', '3205', '4419']],
  ['a parent', { parent: '320583' }, ['320583100', '320583101']],
  ['a subtree with its root', { within: '320583' }, ['320583', '320583100', '320583100001', '320583101']],
  ['a level within a subtree', { level: 'TOWN', within: '32' }, ['320583100', '320583101']],
  ['a subtree whose root is a child of the parent', { parent: '32', within: '3205' }, ['3205']],
  ['a name beneath a parent', { name: '昆', parent: '3205' }, ['320583']],
  ['a name that nobody bears', { name: '%' }, []],
])('%s finds its regions, by code', async (_what, filter, codes) => {
  const { edges, totalCount } = await find(filter);
  expect(edges.map(({ node }) => node.code)).toEqual(codes);
  expect(totalCount).toBe(codes.length);
});

test('without a filter every region comes, each once, page after page', async () => {
  const codes: string[] = [];
  let after: string | null = null;
  let hasNextPage = true;
  while (hasNextPage) {
    const found: Found = await find({}, `first: 4, after: ${JSON.stringify(after)}`);
    expect(found.totalCount).toBe(13);
    codes.push(...found.edges.map(({ node }) => node.code));
    ({ endCursor: after, hasNextPage } = found.pageInfo);
  }
  expect(codes).toHaveLength(13);
  expect(codes).toEqual([...new Set(codes)].sort());
});

test.each([
  ['first of 0', 'regions(first: 0)', 'INVALID_ARGUMENT'],
  ['a blank name', 'regions(filter: { name: " " })', 'INVALID_ARGUMENT'],
  ['a name of 101 characters', `regions(filter: { name: "${'村'.repeat(101)}" })`, 'INVALID_ARGUMENT'],
  ['a cursor that is no cursor', 'regions(after: "x")', 'MALFORMED_CURSOR'],
  ['a parent that does not exist', 'regions(filter: { parent: "320502" })', 'UNKNOWN_CODE'],
  ['a subtree that does not exist', 'regions(filter: { within: "99" })', 'UNKNOWN_CODE'],
  ['a malformed parent', 'regions(filter: { parent: "3" })', 'MALFORMED_CODE'],
  ['a level above the subtree', 'regions(filter: { level: CITY, within: "320583" })', 'CONTRADICTORY_FILTER'],
  [
    'the level of the parent itself',
    'regions(filter: { level: CITY, parent: "3205" })',
    'CONTRADICTORY_FILTER',
  ],
  ['a parent beside the subtree', 'regions(filter: { parent: "44", within: "32" })', 'CONTRADICTORY_FILTER'],
  [
    'a parent far above the subtree',
    'regions(filter: { parent: "32", within: "320583" })',
    'CONTRADICTORY_FILTER',
  ],
])('%s is refused', async (_what, field, code) => {
  expect(await department.codeOf(`{ ${field} { totalCount edges { cursor } } }`)).toBe(code);
});

test('a page with counts, parents and paths takes a constant number of statements', async () => {
  const source = (first: number) =>
    `{ regions(first: ${first}) { totalCount edges { node { fullName parent { name } children(first: 2) { totalCount edges { node { name } } } } } } }`;
  await department.ask(source(2));
  const few = department.database.statements.length;
  await department.ask(source(13));
  expect(department.database.statements).toHaveLength(few);
  expect(few).toBe(5);
});
