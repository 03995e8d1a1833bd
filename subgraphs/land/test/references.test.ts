import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './ask.ts';
import { BARE, FACTORY, fillRegister, HOLDER, HOLDER_NAME, OTHER_HOLDER, SHOP } from './fixture.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillRegister(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

const ENTITIES = `query ($representations: [_Any!]!, $first: Int! = 20, $after: String) {
  _entities(representations: $representations) {
    ... on Parcel { parcel: code areaM2 }
    ... on RealEstateUnit { unit: code }
    ... on LandSupply { id projectName }
    ... on LandTransfer { id fromName }
    ... on LandUse { landUse: code name }
    ... on Region { region: code parcelCount parcelAreaM2 }
    ... on Enterprise {
      uscc
      parcels(first: $first) { totalCount edges { node { code } } }
      landSupplies(first: $first, after: $after) {
        totalCount edges { node { id holder { uscc } holderName } } pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

interface EnterpriseAnswer {
  parcels: { totalCount: number; edges: { node: { code: string } }[] };
  landSupplies: {
    totalCount: number;
    edges: { node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

async function enterprise(representation: object, page: object = {}): Promise<EnterpriseAnswer> {
  const { data, errors } = await department.ask(ENTITIES, {
    representations: [{ __typename: 'Enterprise', ...representation }],
    ...page,
  });
  expect(errors).toBeUndefined();
  return (data as { _entities: EnterpriseAnswer[] })._entities[0]!;
}

const idsOf = ({ landSupplies }: EnterpriseAnswer) => landSupplies.edges.map(({ node }) => node.id);

test('entities of every type are resolved in order, with null for the unknown, one statement a type', async () => {
  const { data, errors } = await department.ask(ENTITIES, {
    representations: [
      { __typename: 'Parcel', code: SHOP },
      { __typename: 'Parcel', code: '320102001001GB99999' },
      { __typename: 'Parcel', code: FACTORY },
      { __typename: 'RealEstateUnit', code: `${BARE}W00000000` },
      { __typename: 'LandSupply', id: 'by-name' },
      { __typename: 'LandTransfer', id: 'second' },
      { __typename: 'LandUse', code: '0601' },
    ],
  });
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    _entities: [
      { parcel: SHOP, areaM2: '0.75' },
      null,
      { parcel: FACTORY, areaM2: '9007199254740993.25' },
      { unit: `${BARE}W00000000` },
      { id: 'by-name', projectName: '二号厂房' },
      { id: 'second', fromName: '乙有限公司' },
      { landUse: '0601', name: '工业用地' },
    ],
  });
  expect(department.database.statements).toHaveLength(5);
});

test('an enterprise finds its land supplies by code, and by name where the register gives no code', async () => {
  const found = await enterprise({ uscc: HOLDER, name: HOLDER_NAME });
  expect(idsOf(found)).toEqual(['by-name', 'by-code']);
  expect(found.landSupplies.totalCount).toBe(2);
  expect(found.parcels).toEqual({
    totalCount: 2,
    edges: [{ node: { code: SHOP } }, { node: { code: FACTORY } }],
  });
});

test('a namesake with a code of its own is another enterprise', async () => {
  const found = await enterprise({ uscc: OTHER_HOLDER, name: '别的公司' });
  expect(idsOf(found)).toEqual(['namesake']);
  expect(found.parcels).toEqual({ totalCount: 0, edges: [] });
});

test('a name is compared in its one form, whatever brackets and width it comes in', async () => {
  expect(idsOf(await enterprise({ uscc: OTHER_HOLDER, name: '江苏一号(集团) 有限公司' }))).toEqual([
    'by-name',
    'namesake',
  ]);
});

test('pages of land supplies by code and by name follow each other', async () => {
  const holder = { uscc: HOLDER, name: HOLDER_NAME };
  const first = await enterprise(holder, { first: 1 });
  expect(idsOf(first)).toEqual(['by-name']);
  expect(first.landSupplies.pageInfo.hasNextPage).toBe(true);
  const second = await enterprise(holder, { first: 1, after: first.landSupplies.pageInfo.endCursor });
  expect(idsOf(second)).toEqual(['by-code']);
  expect(second.landSupplies).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
});

test('fifty enterprises with their land take the same four statements as one', async () => {
  const ask = (count: number) =>
    department.ask(ENTITIES, {
      representations: Array.from({ length: count }, (_, i) => ({
        __typename: 'Enterprise',
        uscc: i % 2 ? HOLDER : OTHER_HOLDER,
        name: `${HOLDER_NAME}${i}`,
      })),
    });
  await ask(1);
  expect(department.database.statements).toHaveLength(4);
  const { errors } = await ask(50);
  expect(errors).toBeUndefined();
  expect(department.database.statements).toHaveLength(4);
});

test('regions count the parcels and the area beneath them in one statement', async () => {
  const { data, errors } = await department.ask(ENTITIES, {
    representations: ['32', '3201', '320102', '320583', '11'].map((code) => ({ __typename: 'Region', code })),
  });
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    _entities: [
      { region: '32', parcelCount: 3, parcelAreaM2: '9007199254741004.00' },
      { region: '3201', parcelCount: 2, parcelAreaM2: '9007199254740994.00' },
      { region: '320102', parcelCount: 2, parcelAreaM2: '9007199254740994.00' },
      { region: '320583', parcelCount: 1, parcelAreaM2: '10' },
      { region: '11', parcelCount: 0, parcelAreaM2: '0' },
    ],
  });
  expect(department.database.statements).toHaveLength(1);
});
