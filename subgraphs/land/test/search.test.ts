import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Department, openDepartment } from './ask.ts';
import { BARE, FACTORY, fillRegister, HOLDER, HOLDER_NAME, OTHER_HOLDER, SHOP } from './fixture.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillRegister(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

type Root = 'parcels' | 'landSupplies' | 'landTransfers';

const SEARCHES: Readonly<Record<Root, string>> = {
  parcels: search('parcels', 'ParcelFilter', 'code'),
  landSupplies: search('landSupplies', 'LandSupplyFilter', 'id'),
  landTransfers: search('landTransfers', 'LandTransferFilter', 'id'),
};

function search(root: Root, filter: string, key: string): string {
  return `query ($filter: ${filter}, $first: Int! = 20, $after: String) {
    ${root}(filter: $filter, first: $first, after: $after) {
      totalCount edges { cursor node { key: ${key} } } pageInfo { hasNextPage endCursor }
    }
  }`;
}

interface Found {
  totalCount: number | null;
  edges: { cursor: string; node: { key: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function find(root: Root, filter: object, page: object = {}): Promise<Found> {
  const { data, errors } = await department.ask(SEARCHES[root], { filter, ...page });
  expect(errors).toBeUndefined();
  return data![root] as Found;
}

const keysOf = ({ edges }: Found) => edges.map(({ node }) => node.key);
const box = (west: number, south: number, east: number, north: number) => ({
  bbox: { west, south, east, north },
});

describe('finds', () => {
  test.each<[what: string, root: Root, filter: object, found: string[]]>([
    ['all parcels, last registered first, undated at the end', 'parcels', {}, [SHOP, FACTORY, BARE]],
    ['parcels of a province', 'parcels', { region: '32' }, [SHOP, FACTORY, BARE]],
    ['parcels of a city in six digits', 'parcels', { region: '320100' }, [SHOP, FACTORY]],
    ['parcels of a class of land use', 'parcels', { landUse: '05' }, [SHOP]],
    ['parcels of a kind of land use', 'parcels', { landUse: '0601' }, [FACTORY]],
    ['parcels of a holder', 'parcels', { holder: HOLDER }, [SHOP, FACTORY]],
    ['parcels of nobody', 'parcels', { holder: OTHER_HOLDER }, []],
    ['parcels in a box around both', 'parcels', box(118, 31, 120, 33), [SHOP, FACTORY]],
    ['a parcel that a box cuts', 'parcels', box(118.79, 32.05, 118.85, 32.06), [FACTORY]],
    ['a parcel that holds the box', 'parcels', box(118.74, 32.04, 118.75, 32.05), [FACTORY]],
    ['a parcel that the box only touches', 'parcels', box(118.8, 32.1, 118.85, 32.2), [FACTORY]],
    ['nothing between the parcels', 'parcels', box(118.81, 32, 118.89, 32.1), []],
    ['a box and a use', 'parcels', { ...box(118, 31, 120, 33), landUse: '05' }, [SHOP]],
    ['a box and a region', 'parcels', { ...box(118, 31, 120, 33), region: '3205' }, []],
    ['a box and a holder', 'parcels', { ...box(118, 31, 118.85, 33), holder: HOLDER }, [FACTORY]],
    ['all supplies, undated at the end', 'landSupplies', {}, ['by-name', 'by-code', 'nobody', 'namesake']],
    ['supplies of a city', 'landSupplies', { region: '3201' }, ['by-name', 'by-code']],
    ['supplies of a class of land use', 'landSupplies', { landUse: '05' }, ['by-name']],
    ['supplies by way', 'landSupplies', { ways: ['AUCTION', 'LISTING'] }, ['by-name', 'by-code']],
    ['supplies by code of the holder', 'landSupplies', { holder: HOLDER }, ['by-code']],
    [
      'supplies by name of the holder',
      'landSupplies',
      { holderName: '江苏一号(集团)有限公司' },
      ['by-name', 'by-code', 'namesake'],
    ],
    ['supplies from a day', 'landSupplies', { signedFrom: '2019-01-01' }, ['by-name', 'by-code']],
    ['supplies up to a day', 'landSupplies', { signedTo: '2019-01-01' }, ['by-code', 'nobody']],
    ['all transfers', 'landTransfers', {}, ['first', 'second']],
    ['transfers of a region', 'landTransfers', { region: '3212' }, ['second']],
    ['transfers of who gave or received', 'landTransfers', { partyName: '乙 有限公司' }, ['first', 'second']],
  ])('%s', async (_what, root, filter, found) => {
    const page = await find(root, filter);
    expect(keysOf(page)).toEqual(found);
    expect(page.totalCount).toBe(found.length);
  });

  test.each<[root: Root, filter: object]>([
    ['parcels', {}],
    ['parcels', box(118, 31, 120, 33)],
    ['landSupplies', {}],
    ['landTransfers', {}],
  ])('pages of %s with %j that follow each other without a gap or a repeat', async (root, filter) => {
    const all = keysOf(await find(root, filter));
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page: Found = await find(root, filter, { first: 1, after });
      walked.push(...keysOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(walked).toEqual(all);
  });
});

describe('refuses with', () => {
  const foreign = Buffer.from('["landSupplies","2020-01-01","x"]').toString('base64url');

  test.each<[code: string, root: Root, filter: object, page: object]>([
    ['INVALID_ARGUMENT', 'parcels', {}, { first: 0 }],
    ['INVALID_ARGUMENT', 'landSupplies', {}, { first: 101 }],
    ['INVALID_ARGUMENT', 'landTransfers', {}, { first: -1 }],
    ['INVALID_ARGUMENT', 'parcels', box(-180.1, 0, 1, 1), {}],
    ['INVALID_ARGUMENT', 'parcels', box(0, 0, 1, 90.5), {}],
    ['INVALID_ARGUMENT', 'parcels', box(1, 0, 1, 1), {}],
    ['INVALID_ARGUMENT', 'parcels', box(0, 1, 1, 1), {}],
    ['CONTRADICTORY_FILTER', 'parcels', box(119, 31, 118, 32), {}],
    ['CONTRADICTORY_FILTER', 'parcels', box(118, 32, 119, 31), {}],
    ['UNKNOWN_CODE', 'parcels', { region: '99' }, {}],
    ['UNKNOWN_CODE', 'parcels', { landUse: '0699' }, {}],
    ['UNKNOWN_CODE', 'landTransfers', { region: '99' }, {}],
    ['MALFORMED_CODE', 'parcels', { landUse: '6' }, {}],
    ['MALFORMED_CODE', 'parcels', { region: 'x' }, {}],
    ['MALFORMED_CODE', 'parcels', { holder: '91350100M000100Y4Z' }, {}],
    ['CONTRADICTORY_FILTER', 'landSupplies', { ways: [] }, {}],
    ['CONTRADICTORY_FILTER', 'landSupplies', { signedFrom: '2020-01-02', signedTo: '2020-01-01' }, {}],
    ['INVALID_DATE', 'landSupplies', { signedFrom: '2026-02-30' }, {}],
    ['INVALID_ARGUMENT', 'landSupplies', { holderName: ' \u3000' }, {}],
    ['INVALID_ARGUMENT', 'landTransfers', { partyName: '\0' }, {}],
    ['MALFORMED_CURSOR', 'parcels', {}, { after: '' }],
    ['MALFORMED_CURSOR', 'parcels', {}, { after: foreign }],
    ['MALFORMED_CURSOR', 'parcels', box(118, 31, 120, 33), { after: foreign }],
    ['MALFORMED_CURSOR', 'landSupplies', {}, { after: 'x' }],
    ['MALFORMED_CURSOR', 'landTransfers', {}, { after: foreign }],
  ])('%s: %s %j %j', async (code, root, filter, page) => {
    expect(await department.codeOf(SEARCHES[root], { filter, ...page })).toBe(code);
  });

  test('INVALID_ARGUMENT: a box of infinite width', async () => {
    expect(
      await department.codeOf(
        '{ parcels(filter: { bbox: { west: -1e999, south: 0, east: 1, north: 1 } }) { totalCount } }',
      ),
    ).toBe('INVALID_ARGUMENT');
  });

  test.each(['realEstateUnits', 'landSupplies'])(
    'INVALID_ARGUMENT and MALFORMED_CURSOR: %s of a parcel',
    async (field) => {
      const under = (page: string) => `{ parcel(code: "${FACTORY}") { ${field}(${page}) { totalCount } } }`;
      expect(await department.codeOf(under('first: 0'))).toBe('INVALID_ARGUMENT');
      expect(await department.codeOf(under('after: "x"'))).toBe('MALFORMED_CURSOR');
    },
  );
});

test('a name with a quote or a wildcard is a plain name', async () => {
  for (const holderName of ["'; drop table land_supplies; --", '%', `${HOLDER_NAME}%`]) {
    expect(keysOf(await find('landSupplies', { holderName }))).toEqual([]);
  }
});
