import { seedDatabase } from '@yiwang/subgraph-kit';
import { fillInitials } from '@yiwang/subgraph-kit/prepare/initials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../seed/seed.ts';
import { NAME } from '../src/department.ts';
import { type Department, openDepartment } from './ask.ts';
import { BRANCH, fillRegister, PARENT, REVOKED } from './fixture.ts';

let department: Department;
afterAll(() => department.database[Symbol.asyncDispose]());

interface Found {
  enterprises: {
    totalCount: number | null;
    edges: { cursor: string; node: { uscc: string; name: string; registeredOn: string | null } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const SEARCH = `query ($filter: EnterpriseFilter, $first: Int! = 20, $after: String) {
  enterprises(filter: $filter, first: $first, after: $after) {
    totalCount edges { cursor node { uscc name registeredOn } } pageInfo { hasNextPage endCursor }
  }
}`;

async function search(filter: object, page: { first?: number; after?: string | null } = {}) {
  const { data, errors } = await department.ask(SEARCH, { filter, ...page });
  expect(errors).toBeUndefined();
  return (data as unknown as Found).enterprises;
}

const usccs = ({ edges }: Found['enterprises']) => edges.map(({ node }) => node.uscc);

describe('over a small register', () => {
  beforeAll(async () => {
    department = await openDepartment();
    await fillRegister(department.database);
    await fillInitials(department.database.url, 'enterprises', 'uscc');
  });

  test.each<[what: string, filter: object, found: string[]]>([
    ['no condition: last registered first, undated at the end', {}, [BRANCH, PARENT, REVOKED]],
    ['one character of the name', { name: '桥' }, [REVOKED]],
    ['two characters of the name', { name: '京桥' }, [REVOKED]],
    ['characters that stand in the name but not side by side', { name: '京团' }, []],
    ['brackets and width that differ', { name: '（集团' }, [REVOKED]],
    ['brackets of half width', { name: '桥(集' }, [REVOKED]],
    ['pinyin initials with which the name begins', { initials: 'lygJQ' }, [REVOKED]],
    ['initials with a bracket between', { initials: 'lygjqjtgs' }, [REVOKED]],
    ['initials that stand inside the name', { initials: 'jqjt' }, []],
    ['initials of two names', { initials: 'jsyh' }, [BRANCH, PARENT]],
    ['wildcards of SQL are plain characters', { name: '%' }, []],
    ['a list of codes', { usccs: [PARENT, REVOKED] }, [PARENT, REVOKED]],
    ['a province', { region: '32' }, [PARENT, REVOKED]],
    ['a city in six digits', { region: '320700' }, [REVOKED]],
    ['a section of industries', { industry: 'C' }, [BRANCH, REVOKED]],
    ['a division', { industry: '26' }, [REVOKED]],
    ['a class', { industry: '2611' }, [REVOKED]],
    ['a status', { statuses: ['REVOKED'] }, [REVOKED]],
    ['two statuses and a region', { statuses: ['REVOKED', 'ACTIVE'], region: '3201' }, [PARENT]],
    ['registered from', { registeredFrom: '2001-02-04' }, [BRANCH]],
    [
      'registered to, both ends included',
      { registeredFrom: '2001-02-03', registeredTo: '2001-02-03' },
      [PARENT],
    ],
  ])('%s', async (_what, filter, found) => {
    const page = await search(filter);
    expect(usccs(page)).toEqual(found);
    expect(page.totalCount).toBe(found.length);
  });

  test('pages follow each other without a gap or a repeat', async () => {
    const first = await search({}, { first: 2 });
    expect(first.pageInfo).toEqual({ hasNextPage: true, endCursor: first.edges[1]!.cursor });
    const second = await search({}, { first: 2, after: first.pageInfo.endCursor });
    expect(usccs(first).concat(usccs(second))).toEqual([BRANCH, PARENT, REVOKED]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  test.each<[code: string, filter: object, page: object]>([
    ['INVALID_ARGUMENT', {}, { first: 0 }],
    ['INVALID_ARGUMENT', {}, { first: 101 }],
    ['INVALID_ARGUMENT', { name: ' \u3000 ' }, {}],
    ['INVALID_ARGUMENT', { name: '桥'.repeat(101) }, {}],
    ['INVALID_ARGUMENT', { initials: 'j' }, {}],
    ['INVALID_ARGUMENT', { initials: 'js%' }, {}],
    ['INVALID_ARGUMENT', { usccs: [] }, {}],
    ['INVALID_ARGUMENT', { usccs: Array(101).fill(PARENT) }, {}],
    ['MALFORMED_CODE', { usccs: ['91350100M000100Y4Z'] }, {}],
    ['MALFORMED_CODE', { region: '3' }, {}],
    ['MALFORMED_CODE', { industry: 'Z' }, {}],
    ['UNKNOWN_CODE', { region: '99' }, {}],
    ['INVALID_DATE', { registeredFrom: '2026-02-30' }, {}],
    ['CONTRADICTORY_FILTER', { registeredFrom: '2020-01-02', registeredTo: '2020-01-01' }, {}],
    ['CONTRADICTORY_FILTER', { statuses: [] }, {}],
    ['MALFORMED_CURSOR', {}, { after: 'x' }],
    ['MALFORMED_CURSOR', {}, { after: '' }],
    ['MALFORMED_CURSOR', {}, { after: Buffer.from('["changes","2020-01-01","1"]').toString('base64url') }],
    [
      'MALFORMED_CURSOR',
      {},
      { after: Buffer.from('["enterprises","2020-13-01","1"]').toString('base64url') },
    ],
  ])('%s for %j %j', async (code, filter, page) => {
    expect(await department.codeOf(SEARCH, { filter, ...page })).toBe(code);
  });
});

describe('over a generated register', () => {
  beforeAll(async () => {
    await department.database[Symbol.asyncDispose]();
    department = await openDepartment();
    await seedDatabase(department.database.url, NAME, 0.6, seed);
  });

  test('a page of 50 with everything under it takes the same number of statements as a page of 100', async () => {
    const page = (first: number) => `{ enterprises(first: ${first}) { totalCount edges { node {
      type { name } industry { name parent { name } } formerNames { name } parent { name }
      changes(first: 3) { totalCount edges { node { item } } } branches(first: 3) { totalCount edges { node { name } } }
    } } } }`;
    await department.ask(page(100));
    const asked = department.database.statements.length;
    const { errors } = await department.ask(page(50));
    expect(errors).toBeUndefined();
    expect(department.database.statements).toHaveLength(asked);
    expect(asked).toBeLessThanOrEqual(10);
  });

  test('walking all pages of a filter finds each enterprise once, as many as are counted', async () => {
    const filter = { name: '贸易', region: '32', registeredFrom: '2015-01-01' };
    const found: string[] = [];
    let after: string | null = null;
    let total: number | null;
    do {
      const page: Found['enterprises'] = await search(filter, { first: 100, after });
      found.push(...usccs(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      total = page.totalCount;
    } while (after);
    expect(found.length).toBeGreaterThan(100);
    expect(new Set(found).size).toBe(found.length);
    expect(found).toHaveLength(total!);
  });

  test('a count above 10,000 by name is not made, a count by region is', async () => {
    expect((await search({ name: '公司' })).totalCount).toBeNull();
    expect((await search({ region: '32' })).totalCount).toBe(12_000);
  });
});
