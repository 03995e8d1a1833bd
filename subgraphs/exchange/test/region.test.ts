import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './support/open-department.ts';
import { fillRegions } from './support/fill-regions.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillRegions(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

test('a region shows its level, the region above, the path from the province and its full name', async () => {
  const { data } = await department.ask(`{ region(code: "320583100001") {
    code name fullName level source parent { code } path { code name level } } }`);
  expect(data).toEqual({
    region: {
      code: '320583100001',
      name: '同心社区',
      fullName: '江苏省苏州市昆山市玉山镇同心社区',
      level: 'VILLAGE',
      source: 'REGISTER',
      parent: { code: '320583100' },
      path: [
        { code: '32', name: '江苏省', level: 'PROVINCE' },
        { code: '3205', name: '苏州市', level: 'CITY' },
        { code: '320583', name: '昆山市', level: 'COUNTY' },
        { code: '320583100', name: '玉山镇', level: 'TOWN' },
        { code: '320583100001', name: '同心社区', level: 'VILLAGE' },
      ],
    },
  });
});

test('a code padded with zeros, in full-width digits, finds the region under its canonical code', async () => {
  const { data } = await department.ask('{ region(code: "３２0500") { code name } }');
  expect(data).toEqual({ region: { code: '3205', name: '苏州市' } });
});

test('a placeholder stands in the path, and not in the full name', async () => {
  const { data } = await department.ask('{ region(code: "110101") { fullName path { name } } }');
  expect(data).toEqual({
    region: { fullName: '北京市东城区', path: [{ name: '北京市' }, { name: '市辖区' }, { name: '东城区' }] },
  });
});

test('a town of a city without counties is a child of the city', async () => {
  const { data } = await department.ask(`{ region(code: "441900003") {
    fullName parent { code children { totalCount edges { node { code } } } } } }`);
  expect(data).toEqual({
    region: {
      fullName: '广东省东莞市东城街道',
      parent: { code: '4419', children: { totalCount: 1, edges: [{ node: { code: '441900003' } }] } },
    },
  });
});

test('children come by code, page by page, and the last page says that it is the last', async () => {
  const page = (after: string | null) =>
    department.ask(
      `query ($after: String) { region(code: "320583") { children(first: 1, after: $after) {
        totalCount edges { cursor node { name } } pageInfo { hasNextPage endCursor } } } }`,
      { after },
    );
  const children = async (after: string | null) =>
    ((await page(after)).data as { region: { children: { pageInfo: { endCursor: string } } } }).region
      .children;

  const one = await children(null);
  expect(one).toMatchObject({
    totalCount: 2,
    edges: [{ cursor: one.pageInfo.endCursor, node: { name: '玉山镇' } }],
    pageInfo: { hasNextPage: true },
  });
  const two = await children(one.pageInfo.endCursor);
  expect(two).toMatchObject({
    totalCount: 2,
    edges: [{ node: { name: '巴城镇' } }],
    pageInfo: { hasNextPage: false },
  });
  expect(await children(two.pageInfo.endCursor)).toEqual({
    totalCount: 2,
    edges: [],
    pageInfo: { hasNextPage: false, endCursor: null },
  });
});

test.each([
  ['an unknown code', '{ region(code: "320502") { name } }', 'NOT_FOUND'],
  ['a code of seven digits', '{ region(code: "3205020") { name } }', 'MALFORMED_CODE'],
  ['a code of letters', '{ region(code: "3205XX") { name } }', 'MALFORMED_CODE'],
  ['101 children', '{ region(code: "32") { children(first: 101) { totalCount } } }', 'INVALID_ARGUMENT'],
  [
    'a forged cursor',
    '{ region(code: "32") { children(after: "WyJvdGhlciJd") { totalCount edges { cursor } } } }',
    'MALFORMED_CURSOR',
  ],
])('%s is refused', async (_what, source, code) => {
  expect(await department.codeOf(source)).toBe(code);
});
