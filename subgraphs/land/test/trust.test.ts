import { granted, type ServedDepartment, serveDepartment } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContextFactory } from '../src/context.ts';
import { NAME } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';
import { type Department, openDepartment } from './ask.ts';
import { BARE, FACTORY, fillRegister, HOLDER } from './fixture.ts';

let department: Department;
let served: ServedDepartment;
beforeAll(async () => {
  department = await openDepartment();
  const { database } = department;
  await fillRegister(database);
  await database.sql`update parcels set holder_uscc = ${HOLDER}, holder_name = '王小明、李四' where code = ${BARE}`;
  await database.sql`update land_transfers set to_name = '欧阳明' where id = 'first'`;
  const createContext = createContextFactory(database.db);
  served = await serveDepartment({ name: NAME, schema, createContext, database });
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await department.database[Symbol.asyncDispose]();
});

async function ask(query: string, assertion: Parameters<ServedDepartment['sign']>[0]) {
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await served.sign(assertion)) },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: Record<string, unknown>; errors?: object[] };
}

const PARCELS = `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${HOLDER}" }]) {
  ... on Enterprise { parcels { totalCount edges { node { code holderName } } } } } }`;
const FIELDS = ['Enterprise.parcels', 'Parcel.holderName'];

test('a grant for one county lists the parcels of a holder that lie there, and counts no others', async () => {
  const parcelsIn = async (regions: string[] | null) => {
    const { data, errors } = await ask(PARCELS, granted(FIELDS, regions));
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
  const { data, errors } = await ask(query, granted(fields, ['3205']));
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
  expect((await ask(query, {})).data).toEqual({
    landTransfer: { fromName: '甲有限公司', toName: '欧*' },
  });
  expect((await ask(query, { client: 'court', scopes: ['sensitive:read'] })).data).toEqual({
    landTransfer: { fromName: '甲有限公司', toName: '欧阳明' },
  });
});
