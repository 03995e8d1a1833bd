import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Department, openDepartment } from './ask.ts';
import { BARE, FACTORY, fillRegister, HOLDER, HOLDER_NAME, SHOP } from './fixture.ts';

let department: Department;
beforeAll(async () => {
  department = await openDepartment();
  await fillRegister(department.database);
});
afterAll(() => department.database[Symbol.asyncDispose]());

test('a parcel shows area, use, features, holder, boundary, units and supply', async () => {
  const { data, errors } = await department.ask(`{ parcel(code: "${FACTORY}") {
    code areaM2 location registeredOn holderName source
    region { code } landUse { code name level parent { name children { code } } } holder { uscc }
    ownership { code name meaning } right { code name }
    geometry { type coordinates }
    realEstateUnits(first: 1) {
      totalCount edges { node { code floorAreaM2 fixture { code } holder { uscc } parcel { code } } } pageInfo { hasNextPage }
    }
    landSupplies { totalCount edges { node { id priceCny way parcel { code } } } }
  } }`);

  expect(errors).toBeUndefined();
  expect(data).toEqual({
    parcel: {
      code: FACTORY,
      // More digits than a binary fraction holds.
      areaM2: '9007199254740993.25',
      location: '人民路1号',
      registeredOn: '2020-05-06',
      holderName: HOLDER_NAME,
      source: 'GENERATED',
      region: { code: '320102' },
      landUse: {
        code: '0601',
        name: '工业用地',
        level: 2,
        parent: { name: '工矿仓储用地', children: [{ code: '0601' }] },
      },
      holder: { uscc: HOLDER },
      ownership: { code: 'G', name: '国家所有权', meaning: 'owned by the state' },
      right: { code: 'B', name: '建设用地使用权宗地（地表）' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [118.8, 32],
            [118.8, 32.1],
            [118.7, 32.1],
            [118.7, 32],
            [118.8, 32],
          ],
        ],
      },
      realEstateUnits: {
        totalCount: 2,
        edges: [
          {
            node: {
              code: `${FACTORY}F00010001`,
              floorAreaM2: '120.50',
              fixture: { code: 'F' },
              holder: { uscc: HOLDER },
              parcel: { code: FACTORY },
            },
          },
        ],
        pageInfo: { hasNextPage: true },
      },
      landSupplies: {
        totalCount: 1,
        edges: [
          {
            node: {
              id: 'by-code',
              priceCny: '123456789012345678.25',
              way: 'LISTING',
              parcel: { code: FACTORY },
            },
          },
        ],
      },
    },
  });
});

test('a parcel of which little is known shows nulls and empty connections', async () => {
  const { data, errors } = await department.ask(`{ parcel(code: "${BARE}") {
    landUse { code } holder { uscc } holderName registeredOn geometry { type } ownership { code }
    realEstateUnits { totalCount edges { node { fixture { code } floorAreaM2 } } }
    landSupplies { totalCount edges { cursor } pageInfo { hasNextPage endCursor } }
  } }`);

  expect(errors).toBeUndefined();
  expect(data).toEqual({
    parcel: {
      landUse: null,
      holder: null,
      holderName: null,
      registeredOn: null,
      geometry: null,
      ownership: { code: 'J' },
      realEstateUnits: { totalCount: 1, edges: [{ node: { fixture: { code: 'W' }, floorAreaM2: null } }] },
      landSupplies: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
    },
  });
});

test('a code in lower case, full width or groups finds the same parcel', async () => {
  for (const written of [FACTORY.toLowerCase(), '320102 001001 GB00001', '３２０１０２001001gb00001']) {
    const { data } = await department.ask('query ($code: ParcelCode!) { parcel(code: $code) { code } }', {
      code: written,
    });
    expect(data).toEqual({ parcel: { code: FACTORY } });
  }
});

test('units of a parcel follow each other from page to page', async () => {
  const page = (after: string) =>
    department.ask(`{ parcel(code: "${FACTORY}") { realEstateUnits(first: 1${after}) {
      edges { cursor node { code } } pageInfo { hasNextPage endCursor } } } }`);
  const first = (await page('')).data as {
    parcel: { realEstateUnits: { edges: { cursor: string }[]; pageInfo: { endCursor: string } } };
  };
  const { endCursor } = first.parcel.realEstateUnits.pageInfo;
  const second = await page(`, after: "${endCursor}"`);
  expect(second.data).toMatchObject({
    parcel: {
      realEstateUnits: {
        edges: [{ node: { code: `${FACTORY}F00020001` } }],
        pageInfo: { hasNextPage: false },
      },
    },
  });
});

test('a real-estate unit, a supply and a transfer are found by what names them', async () => {
  const { data, errors } = await department.ask(`{
    realEstateUnit(code: "${FACTORY}F00010001") { registeredOn holderName parcel { code } }
    landSupply(id: "nobody") { projectName region { code } parcel { code } holder { uscc } holderName priceCny way }
    landTransfer(id: "first") { fromName toName priceCny dealtOn parcel { code } region { code } }
    landUse(code: "05") { name parent { code } children { code name } }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    realEstateUnit: { registeredOn: '2021-02-03', holderName: HOLDER_NAME, parcel: { code: FACTORY } },
    landSupply: {
      projectName: '四号厂房',
      region: null,
      parcel: null,
      holder: null,
      holderName: null,
      priceCny: null,
      way: null,
    },
    landTransfer: {
      fromName: '甲有限公司',
      toName: '乙有限公司',
      priceCny: '42250',
      dealtOn: '2016-03-17',
      parcel: { code: SHOP },
      region: { code: '320102' },
    },
    landUse: { name: '商服用地', parent: null, children: [{ code: '0501', name: '零售商业用地' }] },
  });
});

test.each([
  ['NOT_FOUND', 'parcel(code: "320102001001GB99999") { code }'],
  ['NOT_FOUND', `realEstateUnit(code: "${FACTORY}F99990001") { code }`],
  ['NOT_FOUND', 'landSupply(id: "unknown") { id }'],
  ['NOT_FOUND', String.raw`landSupply(id: "\u0000") { id }`],
  ['NOT_FOUND', 'landTransfer(id: "unknown") { id }'],
  ['NOT_FOUND', 'landUse(code: "9901") { code }'],
  ['MALFORMED_CODE', 'parcel(code: "320102001001GB9999") { code }'],
  ['MALFORMED_CODE', 'parcel(code: "320102001001GC00001") { code }'],
  ['MALFORMED_CODE', `realEstateUnit(code: "${FACTORY}W00010001") { code }`],
  ['MALFORMED_CODE', 'landUse(code: "060") { code }'],
])('%s for %s', async (code, field) => {
  const { data, errors } = await department.ask(`{ ${field} }`);
  expect(errors?.[0]?.extensions['code']).toBe(code);
  if (code === 'NOT_FOUND') expect(Object.values(data!)).toEqual([null]);
});
