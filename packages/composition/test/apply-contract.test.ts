import { Supergraph } from '@apollo/federation-internals';
import {
  buildSchema,
  isInputObjectType,
  isObjectType,
  lexicographicSortSchema,
  print,
  printSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { applyContract, COMPOSITION_LIBRARIES, CompositionError, composeSupergraph } from '../src/index.ts';
import { department, READS_HEAD, realDepartments } from './support/departments.ts';

const PUBLIC = { excludeTags: ['internal'] };
const HIDDEN = '@tag(name: "internal")';

/** What clients may ask of the variant, as Apollo reads it: its own rules on `@inaccessible` are checked on the way. */
function apiOf(types: string, options = PUBLIC): string {
  const { supergraphSdl } = composeSupergraph([department('ships', types)]);
  const variant = applyContract(supergraphSdl, options);
  const supergraph = Supergraph.build(variant, { supportedFeatures: null });
  return printSchema(supergraph.apiSchema().toGraphQLJSSchema())
    .replaceAll(/"""[^"]*"""/g, '')
    .replaceAll(/\s+/g, ' ');
}

test('what carries an excluded tag is gone for clients, and still there for the gateway', () => {
  const types = `type Query { ship: Ship } type Ship @key(fields: "id") { id: ID! ${HIDDEN} name: String  draft: Int @tag(name: "other") }`;
  const { supergraphSdl } = composeSupergraph([department('ships', types)]);
  const variant = applyContract(supergraphSdl, PUBLIC);

  expect(apiOf(types)).toContain('type Ship { name: String draft: Int }');
  const whole = buildSchema(variant).getType('Ship');
  expect(isObjectType(whole) && Object.keys(whole.getFields())).toEqual(['id', 'name', 'draft']);
});

test('without tags to exclude it is the supergraph, byte for byte; otherwise the same bytes every time', () => {
  const { supergraphSdl } = composeSupergraph(realDepartments());

  expect(applyContract(supergraphSdl, { excludeTags: [] })).toBe(supergraphSdl);
  const [one, again] = [1, 2].map(() =>
    applyContract(supergraphSdl, { excludeTags: ['internal', 'departments'] }),
  );
  expect(one).toBe(again);
  expect(one).not.toBe(supergraphSdl);
  const reversed = applyContract(supergraphSdl, { excludeTags: ['departments', 'internal'] });
  expect(reversed).toBe(one);
});

test('a variant may be restricted again', () => {
  const { supergraphSdl } = composeSupergraph(realDepartments());
  const once = applyContract(supergraphSdl, { excludeTags: ['departments'] });

  expect(applyContract(once, { excludeTags: ['departments'] })).toBe(once);
});

test('the public variant of this project shows nobody’s taxes and no holder of land', () => {
  const { supergraphSdl } = composeSupergraph(realDepartments());
  const variant = applyContract(supergraphSdl, { excludeTags: ['internal', 'departments'] });
  const types = Supergraph.build(variant, { supportedFeatures: null })
    .apiSchema()
    .toGraphQLJSSchema()
    .getTypeMap();

  for (const name of [
    'TaxDeclaration',
    'TaxPayment',
    'TaxArrears',
    'InvoiceTotal',
    'CreditGrade',
    'GeoJsonPolygon',
  ])
    expect(Object.keys(types)).not.toContain(name);
  const fieldsOf = (name: string) => {
    const type = types[name];
    return isObjectType(type) ? Object.keys(type.getFields()) : [];
  };
  expect(fieldsOf('Taxpayer')).toContain('aListYears');
  expect(fieldsOf('Parcel')).toContain('areaM2');
  for (const name of ['Parcel', 'RealEstateUnit']) expect(fieldsOf(name)).not.toContain('holderName');
  const inputsOf = (name: string) => {
    const type = types[name];
    return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
  };
  expect(inputsOf('ParcelFilter')).toEqual(['region', 'landUse']);
  expect(inputsOf('TaxpayerFilter')).toEqual(['aListYear', 'name', 'region']);
});

test.each(COMPOSITION_LIBRARIES)(
  'what carries a tag is hidden where the tag has another name, composed by %s',
  (library) => {
    const ships = department('ships', `type Query { a: Int b: Int @label(name: "internal") }`);
    const renamed = { ...ships, sdl: ships.sdl.replace('"@tag"', '{ name: "@tag", as: "@label" }') };
    const variant = applyContract(composeSupergraph([renamed], library).supergraphSdl, PUBLIC);
    const api = Supergraph.build(variant, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();

    expect(Object.keys(api.getQueryType()!.getFields())).toEqual(['a']);
  },
);

test('the public variant is the same, whichever library composes', () => {
  const [apollo, guild] = COMPOSITION_LIBRARIES.map((library) => {
    const { supergraphSdl } = composeSupergraph(realDepartments(), library);
    const variant = applyContract(supergraphSdl, { excludeTags: ['internal', 'departments'] });
    const api = Supergraph.build(variant, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();
    return printSchema(lexicographicSortSchema(api));
  });

  expect(guild).toBe(apollo);
});

test('what reads a hidden field may not be said either, be it to find or to order', () => {
  const types = `${READS_HEAD}
    type Query {
      ships(filter: Filter, orderBy: Order, near: Int @reads(fields: ["Ship.place"])): [Ship]
      by(place: Int!): [Ship]
      newest: [Ship] @reads(fields: ["Ship.place"])
      owned(by: OwnerFilter!): [Ship]
      ship(id: ID!): Ship
    }
    input Filter { box: Box @reads(fields: ["Ship.place"]) name: String place: Int owner: OwnerFilter and: [Filter!] @reads(fields: []) }
    input Box { west: Int }
    input OwnerFilter { phone: String! }
    enum Order { NAME @reads(fields: ["Ship.name"]) PLACE @reads(fields: ["Ship.name", "Ship.place"]) }
    type Ship @key(fields: "id") { id: ID! ${HIDDEN} name: String place: Int ${HIDDEN} owner: Owner }
    type Owner { name: String phone: String ${HIDDEN} }`;
  const api = apiOf(types);
  expect(api).toContain('ships(filter: Filter, orderBy: Order): [Ship] ship(id: ID!): Ship }');
  expect(api).toContain('input Filter { name: String and: [Filter!] }');
  expect(api).toContain('enum Order { NAME }');
  expect(api).not.toMatch(/OwnerFilter|Box|place|newest/i);
});

describe('what cannot stand without what is hidden goes with it', () => {
  test.each([
    [
      'fields of a hidden type',
      `type Query { a: Int b: B } type B ${HIDDEN} { n: Int }`,
      'type Query { a: Int }',
    ],
    [
      'a type whose fields are all hidden',
      `type Query { a: Int b: B } type B { n: Int ${HIDDEN} }`,
      'type Query { a: Int }',
    ],
    [
      'a field whose required argument is hidden',
      `type Query { a: Int b(of: Int! ${HIDDEN}): Int }`,
      'type Query { a: Int }',
    ],
    [
      'nothing but the argument, when it is optional',
      `type Query { a(of: Int ${HIDDEN}): Int }`,
      'type Query { a: Int }',
    ],
    [
      'an input whose required field is hidden',
      `type Query { a: Int b(of: I!): Int } input I { x: Int! ${HIDDEN} y: Int }`,
      'type Query { a: Int }',
    ],
    [
      'an input field, when it is optional',
      `type Query { a(of: I): Int } input I { x: Int ${HIDDEN} y: Int }`,
      'type Query { a(of: I): Int } input I { y: Int }',
    ],
    [
      'a union without members',
      `type Query { a: Int u: U } union U = B type B ${HIDDEN} { n: Int }`,
      'type Query { a: Int }',
    ],
    [
      'a member of a union',
      `type Query { u: U } union U = B | C type B ${HIDDEN} { n: Int } type C { n: Int }`,
      'type Query { u: U } union U = C type C { n: Int }',
    ],
    ['an enum without values', `type Query { a: Int e: E } enum E { X ${HIDDEN} }`, 'type Query { a: Int }'],
    [
      'an argument whose default is hidden',
      `type Query { a(e: E = X): Int e: E } enum E { X ${HIDDEN} Y }`,
      'type Query { a: Int e: E } enum E { Y }',
    ],
    [
      'what an interface promises',
      `type Query { i: I } interface I { n: Int m: Int } type B implements I { n: Int m: Int ${HIDDEN} }`,
      'type Query { i: I } interface I { n: Int } type B implements I { n: Int }',
    ],
    [
      'an interface itself',
      `type Query { b: B } interface I ${HIDDEN} { n: Int } type B implements I { n: Int }`,
      'type Query { b: B } type B { n: Int }',
    ],
    [
      'types that nothing leads to any more',
      `type Query { a: Int b: B ${HIDDEN} } type B { c: C e: E } type C { n: Int } enum E { X }`,
      'type Query { a: Int }',
    ],
    ['a root type', `type Query { a: Int } type Mutation { m: Int ${HIDDEN} }`, 'type Query { a: Int }'],
  ])('%s', (_case, types, expected) => {
    const api = apiOf(types).replaceAll(/enum (SharingClass|UpdateCycle) \{[^}]*\} ?/g, '');
    expect(
      api
        .trim()
        .split(/(?=\b(?:type|input|enum|union|interface) )/)
        .map((part) => part.trim())
        .sort(),
    ).toEqual(
      expected
        .split(/(?=\b(?:type|input|enum|union|interface) )/)
        .map((part) => part.trim())
        .sort(),
    );
  });
});

test('a variant in which nothing can be asked is refused', () => {
  const { supergraphSdl } = composeSupergraph([department('ships', `type Query { a: Int ${HIDDEN} }`)]);

  expect(() => applyContract(supergraphSdl, PUBLIC)).toThrow(CompositionError);
  expect(() => applyContract(supergraphSdl, PUBLIC)).toThrow(
    'NO_QUERIES: Without what is tagged internal no query is left.',
  );
});

describe('what is not shared with everyone', () => {
  const types = `
    type Query { ship: Ship cargo: Cargo floats: Floats }
    interface Floats @sharing(class: UNCONDITIONAL) { id: ID! owner: String @sharing(class: CONDITIONAL) }
    type Ship implements Floats @key(fields: "id") @sharing(class: UNCONDITIONAL) {
      id: ID! name: String owner: String @sharing(class: CONDITIONAL) crew: Int @sharing(class: NOT_SHARED) cargo: Cargo }
    type Cargo @sharing(class: CONDITIONAL) { what: String weight: Int @sharing(class: UNCONDITIONAL) }`;

  test('carries the tag departments by its class: the public variant shows none of it, without a tag in the schema', () => {
    const api = apiOf(types, { excludeTags: ['internal', 'departments'] });
    expect(api).toContain('type Ship implements Floats { id: ID! name: String cargo: Cargo }');
    expect(api).toContain('type Cargo { weight: Int }');
    expect(api).toContain('interface Floats { id: ID! }');
  });

  test('stays where the variant leaves out other tags', () => {
    expect(apiOf(types, { excludeTags: ['internal'] })).toMatch(/type Ship .*owner: String crew: Int/);
  });

  test('of the real departments none is in the public variant', () => {
    const { supergraphSdl } = composeSupergraph(realDepartments());
    const variant = applyContract(supergraphSdl, { excludeTags: ['internal', 'departments'] });
    const shown = Supergraph.build(variant, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();
    const whole = buildSchema(supergraphSdl, { assumeValid: true });
    let kept = 0;
    for (const type of Object.values(whole.getTypeMap())) {
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const use = [field.astNode, type.astNode]
          .flatMap((node) => node?.directives ?? [])
          .find(({ name }) => name.value === 'sharing');
        if (!use || print(use).includes('UNCONDITIONAL')) continue;
        kept += 1;
        const now = shown.getType(type.name);
        expect(isObjectType(now) && field.name in now.getFields(), `${type.name}.${field.name}`).toBe(false);
      }
    }
    expect(kept).toBeGreaterThan(30);
  });
});
