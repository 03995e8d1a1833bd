import { granted, type OpenServedDepartment } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServed } from './ask.ts';
import { BARE, FACTORY, fillRegister, HOLDER } from './fixture.ts';

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

test('names of people are masked, names of enterprises are not; the scope sensitive:read shows both', async () => {
  const query = '{ landTransfer(id: "first") { fromName toName } }';
  expect((await served.ask(query, {})).data).toEqual({
    landTransfer: { fromName: '甲有限公司', toName: '欧*' },
  });
  expect((await served.ask(query, { client: 'court', scopes: ['sensitive:read'] })).data).toEqual({
    landTransfer: { fromName: '甲有限公司', toName: '欧阳明' },
  });
});
