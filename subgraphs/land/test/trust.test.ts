import { type OpenServedDepartment } from '@yiwang/subgraph-kit/testing';
import { granted } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServed } from './ask.ts';
import { BARE, FACTORY, fillRegister, HOLDER, SHOP } from './fixture.ts';

let served: OpenServedDepartment;
beforeAll(async () => {
  served = await openServed();
  const { database } = served;
  await fillRegister(database);
  await database.sql`update parcels set holder_uscc = ${HOLDER}, holder_name = '王小明、李四' where code = ${BARE}`;
  await database.sql`update land_transfers set to_name = '欧阳明' where id = 'first'`;
});
afterAll(() => served[Symbol.asyncDispose]());

const PARCELS = `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${HOLDER}" }]) {
  ... on Enterprise { parcels { totalCount edges { node { code holderName } } } } } }`;
const FIELDS = ['Enterprise.parcels', 'Parcel.holderName'];

test('a grant for one county lists the parcels of a holder that lie there, and counts no others', async () => {
  const parcelsIn = async (regions: string[] | null) => {
    const { data, errors } = await served.ask(PARCELS, granted(FIELDS, regions));
    expect(errors).toBeUndefined();
    const [{ parcels }] = data!['_entities'] as [
      { parcels: { totalCount: number; edges: { node: { code: string } }[] } },
    ];
    expect(parcels.edges).toHaveLength(parcels.totalCount);
    return parcels.edges.map(({ node }) => node.code);
  };
  expect(await parcelsIn(null)).toHaveLength(3);
  expect(await parcelsIn(['320583'])).toEqual([BARE]);
  expect(await parcelsIn(['3205', '33'])).toEqual([BARE]);
  expect(await parcelsIn(['33'])).toEqual([]);
});

test('who holds a parcel or a unit elsewhere is not told', async () => {
  const query = `{
    here: parcel(code: "${BARE}") { holderName }
    there: parcel(code: "${FACTORY}") { areaM2 holderName }
    unit: realEstateUnit(code: "${FACTORY}F00010001") { floorAreaM2 holderName }
  }`;
  const fields = ['Parcel.holderName', 'RealEstateUnit.holderName'];
  const { data, errors } = await served.ask(query, granted(fields, ['3205']));
  expect(data).toEqual({
    here: { holderName: '王*、李*' },
    there: { areaM2: '9007199254740993.25', holderName: null },
    unit: { floorAreaM2: '120.50', holderName: null },
  });
  expect(errors).toMatchObject([
    { path: ['there', 'holderName'], extensions: { code: 'OUTSIDE_GRANT', regions: ['3205'] } },
    { path: ['unit', 'holderName'], extensions: { code: 'OUTSIDE_GRANT', regions: ['3205'] } },
  ]);
});

test('who acts for a holder reads which parcels it holds and where they lie, without a grant', async () => {
  const agent = { client: 'portal', user: 'alice', mandates: [{ id: 'M1', uscc: HOLDER, items: null }] };
  const { data, errors } = await served.ask(PARCELS, agent);
  expect(errors).toBeUndefined();
  const [{ parcels }] = data!['_entities'] as [{ parcels: { totalCount: number; edges: unknown[] } }];
  expect([parcels.totalCount, parcels.edges.length]).toEqual([3, 3]);

  const query = `{ parcel(code: "${BARE}") { areaM2 geometry { coordinates } holder { uscc } } }`;
  expect((await served.ask(query, agent)).data).toMatchObject({ parcel: { holder: { uscc: HOLDER } } });
  const stranger = { ...agent, mandates: [{ id: 'M2', uscc: '9132070070404786XB', items: null }] };
  const foreign = await served.ask(query, stranger);
  expect(foreign.data).toMatchObject({ parcel: { geometry: null, holder: null } });
  expect(foreign.errors!.map(({ extensions }) => extensions.code)).toEqual([
    'OUTSIDE_GRANT',
    'OUTSIDE_GRANT',
  ]);
  const nothing = { data: { _entities: [{ parcels: { totalCount: 0, edges: [] } }] } };
  expect(await served.ask(PARCELS, stranger)).toEqual(nothing);
});

test('names of people are masked, names of enterprises are not; the scope sensitive:read shows both', async () => {
  const query = '{ landTransfer(id: "first") { fromName toName } }';
  expect((await served.ask(query, {})).data).toEqual({
    landTransfer: { fromName: '甲有限公司', toName: '欧*' },
  });
  expect((await served.ask(query, { client: 'court', scopes: ['sensitive:read'] })).data).toEqual({
    landTransfer: { fromName: '甲有限公司', toName: '欧阳明' },
  });
});

const GEOMETRY = ['Parcel.geometry', 'GeoJsonPolygon.coordinates'];
const PARCEL_LIST = `query ($filter: ParcelFilter) {
  parcels(filter: $filter) { totalCount edges { node { code } } }
}`;
const EVERYWHERE = { west: 110, south: 20, east: 125, north: 40 };

async function parcelsFound(filter: object, assertion: Parameters<typeof served.ask>[1]) {
  const { data, errors } = await served.ask(PARCEL_LIST, assertion, { filter });
  if (errors) return errors[0]!.extensions!['code'];
  const { totalCount, edges } = data!['parcels'] as {
    totalCount: number;
    edges: { node: { code: string } }[];
  };
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node.code);
}

test('where a parcel lies is found by a box only by whoever may read it, and only in the regions of the grant', async () => {
  await served.database.sql`
    update parcels set boundary = '((120.9,31.3),(121.0,31.3),(121.0,31.4),(120.9,31.4))' where code = ${BARE}`;
  expect(await parcelsFound({ bbox: EVERYWHERE }, {})).toBe('FORBIDDEN');
  expect(await parcelsFound({ bbox: EVERYWHERE }, granted(['Parcel.geometry']))).toBe('FORBIDDEN');
  expect(await parcelsFound({ bbox: EVERYWHERE }, granted(GEOMETRY))).toEqual([SHOP, FACTORY, BARE]);
  expect(await parcelsFound({ bbox: EVERYWHERE }, granted(GEOMETRY, ['3205']))).toEqual([BARE]);
  expect(await parcelsFound({ bbox: EVERYWHERE, region: '3201' }, granted(GEOMETRY, ['3205']))).toEqual([]);
  expect(await parcelsFound({ region: '3201' }, granted(GEOMETRY, ['3205']))).toEqual([SHOP, FACTORY]);
  expect(await parcelsFound({ bbox: null, region: '3201' }, {})).toEqual([SHOP, FACTORY]);
});

test('a box says nothing about a boundary to whoever may not read it, however it is given', async () => {
  const box = '{ west: 110, south: 20, east: 125, north: 40 }';
  const inner = '{ parcels(filter: { bbox: $b }) { totalCount } }';
  const asked: [query: string, variables?: object][] = [
    [`{ parcels(filter: { bbox: ${box} }) { totalCount } }`],
    [`{ a: parcels(filter: { region: "32", bbox: ${box} }) { __typename } }`],
    [`query ($b: BoundingBox!) ${inner}`, { b: EVERYWHERE }],
    [`query ($b: BoundingBox = ${box}) ${inner}`],
    [
      `query ($w: Float!) { parcels(filter: { bbox: { west: $w, south: 1, east: 2, north: 3 } }) { totalCount } }`,
      { w: 1 },
    ],
    [
      `query ($f: ParcelFilter = { bbox: ${box} }) { ...Q } fragment Q on Query { parcels(filter: $f) { totalCount } }`,
    ],
  ];
  for (const [query, variables] of asked) {
    const { data, errors } = await served.ask(query, granted(['Parcel.holder']), variables);
    expect([query, data, errors?.[0]?.extensions?.['code']]).toEqual([query, undefined, 'FORBIDDEN']);
  }
});

test('grants of two fields find what lies in the regions of both', async () => {
  const both = (regions: string[]) => ({
    ...granted([]),
    reads: [...granted(GEOMETRY, ['32']).reads, ...granted(['Parcel.holder'], regions).reads],
  });
  const filter = { bbox: EVERYWHERE, holder: HOLDER };
  expect(await parcelsFound(filter, both(['3201', '3302']))).toEqual([SHOP, FACTORY]);
  expect(await parcelsFound(filter, both(['33']))).toEqual([]);
});

test('a name that is shown masked is found by whoever may see it only', async () => {
  await served.database.sql`update land_supplies set holder_name = '欧阳明' where id = 'nobody'`;
  const supplies = '{ landSupplies(filter: { holderName: "欧阳明" }) { totalCount } }';
  const transfers = '{ landTransfers(filter: { partyName: "欧阳明" }) { totalCount } }';
  for (const query of [supplies, transfers]) {
    expect((await served.ask(query, {})).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const { data } = await served.ask(query, { client: 'court', scopes: ['sensitive:read'] });
    expect(Object.values(data!)).toEqual([{ totalCount: 1 }]);
  }
});
