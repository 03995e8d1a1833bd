import { fillInitials } from '@yiwang/subgraph-kit/prepare/initials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './ask.ts';
import { BUILDING, CONSULTING, FOOD, fillRegister } from './fixture.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillRegister(department.database);
  await fillInitials(department.database.url, 'service_items', 'code');
});
afterAll(() => department.database[Symbol.asyncDispose]());

interface Found {
  totalCount: number;
  edges: { cursor: string; node: { code: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const SEARCH = `query ($filter: ServiceItemFilter, $first: Int! = 20, $after: String) {
  serviceItems(filter: $filter, first: $first, after: $after) {
    totalCount edges { cursor node { code } } pageInfo { hasNextPage endCursor }
  }
}`;

async function search(filter: object, page: { first?: number; after?: string | null } = {}) {
  const { data, errors } = await department.ask(SEARCH, { filter, ...page });
  expect(errors).toBeUndefined();
  return data!['serviceItems'] as Found;
}

const codes = ({ edges }: Found) => edges.map(({ node }) => node.code);

test.each<[what: string, filter: object, found: string[]]>([
  ['no condition: by code', {}, [BUILDING, FOOD, CONSULTING]],
  ['one character of the name', { name: '食' }, [FOOD]],
  ['two characters of the name', { name: '许可' }, [BUILDING, FOOD]],
  ['characters that stand in the name but not side by side', { name: '食许' }, []],
  ['brackets and width that differ', { name: '许可(新' }, [BUILDING, FOOD]],
  ['pinyin initials with which the name begins', { initials: 'SPjyxk' }, [FOOD]],
  ['initials that stand inside the name', { initials: 'jyxk' }, []],
  ['wildcards of SQL are plain characters', { name: '%' }, []],
  ['a word of the department', { text: '住房' }, [BUILDING]],
  ['a word of the legal basis', { text: '安全法' }, [FOOD]],
  ['a word of the guide, in Chinese or English', { text: '平面图 floor' }, [FOOD]],
  ['words in any order, each somewhere else', { text: '制度　江苏 食品' }, [FOOD]],
  ['one character of a text', { text: '局' }, [FOOD, CONSULTING]],
  ['a word twice', { text: '许可 许可' }, [BUILDING, FOOD]],
  ['words of which one is nowhere', { text: '食品 建筑' }, []],
  ['a word across the end of a name', { text: '咨询区' }, []],
  ['a text and a name', { text: '江苏', name: '建筑' }, [BUILDING]],
  ['a province', { region: '32' }, [BUILDING, FOOD]],
  ['a county in twelve digits', { region: '511602000000' }, [CONSULTING]],
  ['a city beneath which one is offered', { region: '3201' }, [BUILDING]],
  ['types', { types: ['PUBLIC_SERVICE', 'RULING'] }, [CONSULTING]],
  ['no visit', { noVisit: true }, [FOOD]],
  ['at least one visit', { noVisit: false }, [BUILDING]],
  ['a department, its code printed with a hyphen', { department: '08337220-4' }, [CONSULTING]],
  ['all at once', { name: '食品', region: '32', types: ['LICENCE'], noVisit: true }, [FOOD]],
])('%s', async (_what, filter, found) => {
  const page = await search(filter);
  expect(codes(page)).toEqual(found);
  expect(page.totalCount).toBe(found.length);
});

test('pages follow each other without a gap or a repeat', async () => {
  const first = await search({}, { first: 2 });
  expect(first.pageInfo).toEqual({ hasNextPage: true, endCursor: first.edges[1]!.cursor });
  const second = await search({}, { first: 2, after: first.pageInfo.endCursor });
  expect(codes(first).concat(codes(second))).toEqual([BUILDING, FOOD, CONSULTING]);
  expect(second.pageInfo.hasNextPage).toBe(false);
});

test.each<[code: string, filter: object, page: object]>([
  ['INVALID_ARGUMENT', {}, { first: 0 }],
  ['INVALID_ARGUMENT', {}, { first: 101 }],
  ['INVALID_ARGUMENT', { name: ' \u3000 ' }, {}],
  ['INVALID_ARGUMENT', { name: '食'.repeat(101) }, {}],
  ['INVALID_ARGUMENT', { text: ' \u3000 ' }, {}],
  ['INVALID_ARGUMENT', { text: '食'.repeat(101) }, {}],
  ['INVALID_ARGUMENT', { text: '一 二 三 四 五 六 七 八 九 十 百' }, {}],
  ['MALFORMED_CODE', { region: '3' }, {}],
  ['MALFORMED_CODE', { department: '\u0000' }, {}],
  ['UNKNOWN_CODE', { region: '99' }, {}],
  ['UNKNOWN_CODE', { department: '999999999' }, {}],
  ['CONTRADICTORY_FILTER', { types: [] }, {}],
  ['MALFORMED_CURSOR', {}, { after: '' }],
  ['MALFORMED_CURSOR', {}, { after: Buffer.from('["permits","2020-01-01","1"]').toString('base64url') }],
])('%s for %j %j', async (code, filter, page) => {
  expect(await department.codeOf(SEARCH, { filter, ...page })).toBe(code);
});
