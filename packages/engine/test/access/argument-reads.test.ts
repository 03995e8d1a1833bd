import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ConditionalReads, createApolloEngine, createCompiledEngine } from '../../src/index.ts';
import { ACCESS_LINKS, callerWithout, READS_LINKS } from '../support/callers.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';

let departments: SmallDepartment[];

beforeAll(async () => {
  const land = await startDepartment(
    'land',
    `${ACCESS_LINKS} ${READS_LINKS}
    type Query {
      parcels(filter: ParcelFilter, filters: [ParcelFilter!], orderBy: [Order!]): [Parcel!]
      near(box: Box! @reads(fields: ["Parcel.geometry"])): [Parcel!]
      held(by: String = "everyone" @reads(fields: ["Parcel.holder"])): [Parcel!]
      newest: [Parcel!] @reads(fields: ["Parcel.registeredOn"])
      sites: [Site]
      deed(number: ID!): Deed
      deeds(number: ID): [Deed!]
    }
    input ParcelFilter {
      box: Box @reads(fields: ["Parcel.geometry", "Polygon.points"])
      region: ID
      holder: ID
      owner: String
      secret: String
      and: [ParcelFilter!] @reads(fields: [])
    }
    input Box { west: Int }
    enum Order {
      CODE @reads(fields: ["Parcel.code"])
      SECRET @reads(fields: ["Parcel.secret"])
    }
    type Deed @key(fields: "number") @sharing(class: CONDITIONAL) {
      number: ID!
      text: String @sharing(class: UNCONDITIONAL)
    }
    interface Site { code: ID! area(of: Int): Int size(of: Int @reads(fields: ["Parcel.geometry"])): Int }
    type Parcel implements Site @key(fields: "code") {
      code: ID!
      region: ID
      area(of: Int @reads(fields: ["Parcel.geometry"])): Int
      size(of: Int): Int
      geometry: Polygon @sharing(class: CONDITIONAL)
      holder: ID @sharing(class: CONDITIONAL)
      owner: String @sensitive(kind: PERSON_NAME)
      secret: String @sharing(class: NOT_SHARED)
      registeredOn: String @sharing(class: CONDITIONAL)
    }
    type Polygon { points: Int @sharing(class: CONDITIONAL) }`,
    {
      Query: Object.fromEntries(
        ['parcels', 'near', 'held', 'newest', 'sites'].map((name) => [
          name,
          () => [{ __typename: 'Parcel', code: 'P1', region: '32', area: 7 }],
        ]),
      ),
      Parcel: { __resolveReference: (reference: object) => reference },
    },
  );
  const tax = await startDepartment(
    'tax',
    `${ACCESS_LINKS}
    type Parcel @key(fields: "code") {
      code: ID!
      area(of: Int): Int @external
      tax: String @requires(fields: "area(of: 1)")
    }
    `,
    {
      Parcel: { __resolveReference: (one: object) => one, tax: ({ area }: { area: number }) => `on ${area}` },
    },
  );
  departments = [land, tax];
});
afterAll(() => Promise.all(departments.map((department) => department.close())));

describe.each([
  ['compiled', createCompiledEngine],
  ['stock', createApolloEngine],
])('the %s engine', (_name, create) => {
  let served: ServedEngine;
  beforeAll(async () => {
    served = await serveEngine(departments, create, { timeoutMs: 10_000 });
  });
  afterAll(() => served[Symbol.asyncDispose]());
  beforeEach(() => {
    for (const department of departments) {
      department.requests.length = 0;
      department.assertions.length = 0;
    }
  });

  const ask = async (query: string, variables: Record<string, unknown>, refused: readonly string[]) => {
    let reads: ConditionalReads | undefined;
    const caller = callerWithout(refused);
    const answer = await served.ask(query, variables, { caller, onReads: (read) => (reads = read) });
    return { ...answer, reads, authorized: caller.authorized.map(({ coordinate }) => coordinate) };
  };
  const denied = (by: string, coordinate: string, path: readonly (string | number)[] = ['parcels']) =>
    expect.objectContaining({
      message: `${by} reads a field that this caller may not read, so it may not be given. ${coordinate} is refused.`,
      path,
      extensions: expect.objectContaining({ code: 'UNAUTHORIZED_FIELD', coordinate, argument: by }),
    });
  const LIST = { parcels: [{ code: 'P1' }] };

  test.each<[string, string, Record<string, unknown>]>([
    ['a literal', '{ parcels(filter: { holder: "E1" }) { code } }', {}],
    [
      'an input object of a variable',
      'query ($f: ParcelFilter) { parcels(filter: $f) { code } }',
      { f: { holder: 'E1' } },
    ],
    ['a variable in a literal', 'query ($h: ID) { parcels(filter: { holder: $h }) { code } }', { h: 'E1' }],
    [
      'the default of a variable',
      'query ($f: ParcelFilter = { holder: "E1" }) { parcels(filter: $f) { code } }',
      {},
    ],
    ['an input within an input', '{ parcels(filter: { and: [{ and: { holder: "E1" } }] }) { code } }', {}],
    [
      'a variable within an input',
      'query ($f: [ParcelFilter!]) { parcels(filter: { and: $f }) { code } }',
      { f: [{ region: '3' }, { and: { holder: 'E1' } }] },
    ],
    [
      'a variable in a list',
      'query ($f: ParcelFilter!) { parcels(filters: [{ region: "3" }, $f]) { code } }',
      { f: { holder: 'E1' } },
    ],
    [
      'a fragment',
      'query ($h: ID) { ...Q } fragment Q on Query { ... { parcels(filter: { holder: $h }) { code } } }',
      { h: 'E1' },
    ],
  ])('denies a field for what is given as %s, and asks nobody', async (_notation, query, variables) => {
    const { data, errors } = await ask(query, variables, ['Parcel.holder']);
    expect(data).toEqual({ parcels: null });
    expect(errors).toEqual([denied('ParcelFilter.holder', 'Parcel.holder')]);
    expect(departments[0]!.requests).toEqual([]);
  });

  test.each<[string, string, Record<string, unknown>]>([
    ['null', '{ parcels(filter: { holder: null, region: "32" }) { code } }', {}],
    [
      'a variable that is null',
      'query ($f: ParcelFilter) { parcels(filter: $f) { code } }',
      { f: { holder: null } },
    ],
    ['a variable that is not given', 'query ($h: ID) { parcels(filter: { holder: $h }) { code } }', {}],
    [
      'a default that is overridden',
      'query ($f: ParcelFilter = { holder: "E1" }) { parcels(filter: $f) { code } }',
      { f: {} },
    ],
    ['an argument that is null instead of its default', '{ parcels: held(by: null) { code } }', {}],
  ])('denies nothing for %s', async (_notation, query, variables) => {
    const { data, errors } = await ask(query, variables, ['Parcel.holder']);
    expect(errors).toBeUndefined();
    expect(data).toEqual(LIST);
  });

  test('denies what a default of the schema reads', async () => {
    const { errors } = await ask('{ held { code } }', {}, ['Parcel.holder']);
    expect(errors).toEqual([denied('Query.held(by:)', 'Parcel.holder', ['held'])]);
  });

  test('denies nothing for the key of the one object that is asked for', async () => {
    const { errors } = await ask('{ deed(number: "D1") { text } }', {}, ['Deed.number']);
    expect(errors).toBeUndefined();
    const list = await ask('{ deeds(number: "D1") { text } }', {}, ['Deed.number']);
    expect(list.errors).toEqual([denied('Query.deeds(number:)', 'Deed.number', ['deeds'])]);
  });

  test('denies an order by what may not be read, be it of the client or of the list itself', async () => {
    const query = 'query ($o: [Order!]) { parcels(orderBy: $o) { code } newest { code } }';
    const { data, errors } = await ask(query, { o: ['CODE', 'SECRET'] }, [
      'Parcel.secret',
      'Parcel.registeredOn',
    ]);
    expect(data).toEqual({ parcels: null, newest: null });
    expect(errors).toEqual([
      denied('Query.parcels(orderBy:) SECRET', 'Parcel.secret'),
      denied('Query.newest', 'Parcel.registeredOn', ['newest']),
    ]);
    expect((await ask(query, { o: 'CODE' }, ['Parcel.secret'])).data).toEqual({
      ...LIST,
      newest: LIST.parcels,
    });
  });

  test('denies the aliases that read it, and answers the others, with the same variables', async () => {
    const query = `query ($a: ParcelFilter, $b: ParcelFilter) {
      a: parcels(filter: $a) { code } b: parcels(filter: $b) { code } c: parcels { code }
    }`;
    const { data, errors } = await ask(query, { a: { box: { west: 1 } }, b: { region: '3' } }, [
      'Polygon.points',
    ]);
    expect(data).toEqual({ a: null, b: LIST.parcels, c: LIST.parcels });
    expect(errors).toEqual([denied('ParcelFilter.box', 'Polygon.points', ['a'])]);
  });

  test('judges whoever compares with a masked value by its scope, and not who reads it', async () => {
    const rules = async (query: string) => (await ask(query, {}, [])).authorized;
    expect(await rules('{ parcels { owner } }')).toEqual([]);
    expect(await rules('{ parcels(filter: { owner: "张三" }) { code } }')).toEqual(['Parcel.owner']);
    expect(
      (await ask('{ parcels(filter: { owner: "张三" }) { owner } }', {}, ['Parcel.owner'])).errors,
    ).toEqual([denied('ParcelFilter.owner', 'Parcel.owner')]);
  });

  test('denies it on an interface for what an object of it reads', async () => {
    const { errors } = await ask('{ sites { code area(of: 1) } }', {}, ['Parcel.geometry']);
    expect(errors).toEqual([denied('Parcel.area(of:)', 'Parcel.geometry', ['sites', 0, 'area'])]);
  });

  test('denies it by the type for what its interface says', async () => {
    const { errors } = await ask('{ parcels { code size(of: 1) } }', {}, ['Parcel.geometry']);
    expect(errors).toEqual([denied('Site.size(of:)', 'Parcel.geometry', ['parcels', 0, 'size'])]);
  });

  test('denies a root of which all is denied for arguments, with the reasons of what is beneath', async () => {
    const query = '{ parcels { size(of: 1) holder secret } }';
    const { data, errors } = await ask(query, {}, ['Parcel.geometry', 'Parcel.holder', 'Parcel.secret']);
    expect(data).toEqual({ parcels: null });
    expect(errors).toEqual([
      denied('Site.size(of:)', 'Parcel.geometry'),
      ...['Parcel.holder', 'Parcel.secret'].map((coordinate) =>
        expect.objectContaining({
          message: `${coordinate} is refused.`,
          path: ['parcels'],
          extensions: expect.objectContaining({ coordinate }),
        }),
      ),
    ]);
    expect(departments[0]!.requests).toEqual([]);
  });

  test('notes what arguments read, and vouches for it to the department', async () => {
    const query =
      'query ($f: ParcelFilter, $no: Boolean!) { parcels(filter: $f) { code } near(box: {}) @skip(if: $no) { code } }';
    const { reads, errors } = await ask(query, { f: { holder: 'E1', region: '3' }, no: true }, []);
    expect(errors).toBeUndefined();
    expect(reads).toEqual({ fields: ['Parcel.holder'], subjects: [], more: 0 });
    expect(departments[0]!.assertions).toEqual(['without /land/Parcel.geometry,Parcel.holder']);
    const nested = await ask('{ parcels { area(of: 2) } }', {}, []);
    expect(nested.reads).toEqual({
      fields: ['Parcel.geometry'],
      subjects: [{ type: 'Parcel', key: 'P1' }],
      more: 0,
    });
    expect((await ask(query, { f: { region: '3' }, no: true }, [])).reads).toBeUndefined();
  });

  test('denies what another department makes of a field by an argument that reads what is denied', async () => {
    const query = '{ parcels { code tax } }';
    expect((await ask(query, {}, ['Parcel.geometry'])).errors).toEqual([
      expect.objectContaining({
        path: ['parcels', 0, 'tax'],
        extensions: expect.objectContaining({ coordinate: 'Parcel.geometry' }),
      }),
    ]);
    departments[0]!.assertions.length = 0;
    const { data, reads } = await ask(query, {}, []);
    expect(data).toEqual({ parcels: [{ code: 'P1', tax: 'on 7' }] });
    expect(reads!.fields).toEqual(['Parcel.geometry']);
    expect(departments[0]!.assertions[0]).toContain('Parcel.geometry');
  });

  test('lets nothing of a denied argument through when several ask with other variables at once', async () => {
    const query = 'query ($f: ParcelFilter) { parcels(filter: $f) { code } }';
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        ask(query, { f: i % 2 ? { holder: `E${i}` } : { region: `${i}` } }, ['Parcel.holder']),
      ),
    );
    expect(answers.map(({ data }) => data)).toEqual(
      Array.from({ length: 20 }, (_, i) => (i % 2 ? { parcels: null } : LIST)),
    );
    expect(departments[0]!.requests.map((request) => JSON.stringify(request)).join()).not.toContain('holder');
  });
});
