import { composeSupergraph } from '@yiwang/composition';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { readAccess } from '../../src/authorization/read-access.ts';
import { ACCESS_LINKS } from '../support/callers.ts';

function read(departments: Readonly<Record<string, string>>, change = (sdl: string) => sdl) {
  const subgraphs = Object.entries(departments).map(([name, types]) => ({
    name,
    url: `http://${name}.example`,
    sdl: `${ACCESS_LINKS}\n${types}`,
  }));
  return readAccess(parse(change(composeSupergraph(subgraphs).supergraphSdl)));
}

test('a supergraph that keeps nothing back has no rules', () => {
  const facts = read({ tax: 'type Query { a: A } type A @sharing(class: UNCONDITIONAL) { b: Int }' });
  expect(facts.rules.size + facts.reach.size + facts.keys.size + facts.possibleTypes.size).toBe(0);
});

test('what a type says of sharing holds for its fields that say nothing, and not for fields that return it', () => {
  const { rules } = read({
    tax: `type Query { payer: Payer }
      type Payer @key(fields: "id") @sharing(class: CONDITIONAL, basis: "law 8") {
        id: ID!
        arrears: Int
        open: Int @sharing(class: UNCONDITIONAL)
        closed: Int @sharing(class: NOT_SHARED, basis: "law 9")
      }`,
  });
  const rule = (sharing: string, basis: string) =>
    expect.objectContaining({ sharing, basis, authenticated: false, scopes: [], subgraphs: ['tax'] });
  expect(Object.fromEntries(rules)).toEqual({
    'Payer.id': rule('CONDITIONAL', 'law 8'),
    'Payer.arrears': rule('CONDITIONAL', 'law 8'),
    'Payer.closed': rule('NOT_SHARED', 'law 9'),
    // That a row exists is told by any of them.
    'Payer.__typename': rule('CONDITIONAL', 'law 8'),
  });
  expect(rules.get('Payer.__typename')!.anyOf!.map(({ coordinate }) => coordinate)).toEqual([
    'Payer.id',
    'Payer.arrears',
    'Payer.closed',
  ]);
});

test('what a type asks of the caller is asked beside what its field asks', () => {
  const { rules } = read({
    tax: `type Query { payer: Payer @authenticated }
      type Payer @requiresScopes(scopes: [["a"], ["b"]]) {
        plain: Int
        both: Int @requiresScopes(scopes: [["c", "d"], ["a"]])
      }`,
  });
  expect(rules.get('Query.payer')).toMatchObject({ authenticated: true, scopes: [], sharing: null });
  expect(rules.get('Payer.plain')).toMatchObject({ authenticated: false, scopes: [['a'], ['b']] });
  expect(rules.get('Payer.both')!.scopes).toEqual([['a', 'c', 'd'], ['a'], ['b', 'c', 'd'], ['b', 'a']]);
});

test('what a scalar or enum asks of the caller is asked by every field with such a value', () => {
  const { rules } = read({
    tax: `type Query { payer(grade: Grade): Payer }
      type Payer { plain: Int note: [Note!] @requiresScopes(scopes: [["a"]]) grade: Grade! }
      scalar Note @requiresScopes(scopes: [["notes"]])
      enum Grade @authenticated { A B }`,
  });
  expect(rules.get('Payer.note')!.scopes).toEqual([['a', 'notes']]);
  expect(rules.get('Payer.grade')).toMatchObject({ authenticated: true, scopes: [] });
  expect([rules.has('Payer.plain'), rules.has('Query.payer')]).toEqual([false, false]);
});

test('a field is owned by those who resolve it, and held by those who have it in their schema', () => {
  const { rules, holders } = read({
    register: `type Query { one: E } type E @key(fields: "id") {
      id: ID! moved: Int both: Int @shareable @sharing(class: CONDITIONAL) area: Int @sharing(class: CONDITIONAL) }`,
    tax: `type E @key(fields: "id") {
      id: ID! moved: Int @override(from: "register") @sharing(class: CONDITIONAL)
      both: Int @shareable @sharing(class: CONDITIONAL)
      area: Int @external made: Int @requires(fields: "area") }`,
  });
  expect(rules.get('E.moved')!.subgraphs).toEqual(['tax']);
  expect(rules.get('E.both')!.subgraphs).toEqual(['register', 'tax']);
  expect(rules.get('E.area')!.subgraphs).toEqual(['register']);
  expect(holders.get('E.area')).toEqual(['register', 'tax']);
});

test('a field meets the rules of all that it is made from', () => {
  const { reach } = read({
    register: `type Query { one: E } 
      type E @key(fields: "id") { id: ID! a: Int @sharing(class: CONDITIONAL) holder: H }
      interface H { name: String }
      type P implements H { name: String @sharing(class: NOT_SHARED) }
      type Q implements H { name: String }`,
    tax: `type E @key(fields: "id") {
      id: ID! a: Int @external holder: H @external
      b: Int @requires(fields: "a")
      d: Int @requires(fields: "holder { name }") }
      interface H { name: String }
      type P implements H @shareable { name: String @external }
      type Q implements H @shareable { name: String @external }`,
    land: `type E @key(fields: "id") { id: ID! b: Int @external c: Int @requires(fields: "b") }`,
  });
  expect(reach.get('E.b')).toEqual(['E.a']);
  expect(reach.get('E.c')).toEqual(['E.a']);
  expect(reach.get('E.d')).toEqual(['P.name']);
});

test('a field meets the rules of the contexts that it takes arguments from', () => {
  const { reach } = read({
    register: `
      type Query @context(name: "near") { mark: String @sharing(class: NOT_SHARED) setter: S }
      type S @key(fields: "id") @context(name: "near") { id: ID! sign: String @sharing(class: CONDITIONAL) target: T }
      type T @key(fields: "id") {
        id: ID!
        tuned(in: String @fromContext(field: "$near ... on Query { mark } ... on S { sign }")): String
      }`,
  });
  expect(reach.get('T.tuned')).toEqual(['Query.mark', 'S.sign']);
});

test('naming the type is no way around what its interface keeps back', () => {
  const { reach, rules } = read({
    register: `type Query { things: [Thing] }
      interface Thing @key(fields: "id") @sharing(class: CONDITIONAL) { id: ID! name: String label: String }
      type E implements Thing @key(fields: "id") {
        id: ID! name: String label: String @sharing(class: UNCONDITIONAL) }`,
    notes: `type Thing @interfaceObject @key(fields: "id") { id: ID! note: String @sharing(class: NOT_SHARED) }`,
  });
  expect(reach.get('E.name')).toEqual(['Thing.name']);
  expect(reach.get('E.label')).toBeUndefined();
  expect(reach.get('E.note')).toEqual(['E.note', 'Thing.note']);
  expect(rules.get('E.note')!.subgraphs).toEqual(['notes']);
});

test('the key of a subject is the one that most departments know and clients may see', () => {
  const { keys } = read({
    register: `type Query { e: E } type E @key(fields: "id") @key(fields: "code") @key(fields: "hidden") {
      id: ID! code: ID! hidden: ID! @inaccessible name: String @sharing(class: CONDITIONAL) }`,
    tax: 'type E @key(fields: "code") @key(fields: "hidden") { code: ID! hidden: ID! @inaccessible tax: Int }',
  });
  expect(keys.get('E')).toBe('code');
});

test('the directives may have other names', () => {
  const facts = read(
    { tax: 'type Query { a: Int @sharing(class: CONDITIONAL) b: Int @authenticated }' },
    (sdl) =>
      sdl
        .replaceAll('@sharing(', '@share(')
        .replace('import: ["@sharing"]', 'import: [{ name: "@sharing", as: "@share" }]')
        .replaceAll(/@authenticated(?=\s)/g, '@signed')
        .replace('authenticated/v0.1"', 'authenticated/v0.1", as: "signed"'),
  );
  expect([...facts.rules.keys()]).toEqual(['Query.a', 'Query.b']);
});

test('a version of @sharing that may say more is refused', () => {
  const later = (sdl: string) => sdl.replace('sharing/v1.0', 'sharing/v2.0');
  expect(() => read({ tax: 'type Query { a: Int @sharing(class: CONDITIONAL) }' }, later)).toThrow(
    'sharing/v2.0 is not known here',
  );
});

test('what is open to those whom it is about is read of the field, else of its type, and told by the existence of rows', () => {
  const { rules } = read({
    tax: `
      extend schema @link(url: "https://specs.yiwang.dev/ownData/v1.0", import: ["@ownData"]) @composeDirective(name: "@ownData")
      directive @ownData(of: [DataSubject!]!) on OBJECT | INTERFACE | FIELD_DEFINITION
      enum DataSubject { ENTERPRISE PERSON }
      type Query { payer: Payer }
      type Payer @sharing(class: CONDITIONAL) @ownData(of: [ENTERPRISE, PERSON]) {
        arrears: Int
        refunds: Int @ownData(of: [PERSON])
        opinion: Int @ownData(of: [])
      }
      type Audit @sharing(class: CONDITIONAL) { result: Int }`,
  });
  const opened = [...rules].map(([coordinate, { ownData }]): [string, unknown] => [coordinate, ownData]);
  expect(Object.fromEntries(opened)).toEqual({
    'Payer.arrears': ['ENTERPRISE', 'PERSON'],
    'Payer.refunds': ['PERSON'],
    'Payer.opinion': [],
    'Audit.result': [],
    'Payer.__typename': ['ENTERPRISE', 'PERSON'],
    'Audit.__typename': [],
  });
});

test('another version of @ownData is not served: it might open more', () => {
  const sdl = `
    extend schema @link(url: "https://specs.yiwang.dev/ownData/v2.0", import: ["@ownData"]) @composeDirective(name: "@ownData")
    directive @ownData(of: [String!]!) on OBJECT | FIELD_DEFINITION
    type Query { payer: Int @sharing(class: CONDITIONAL) @ownData(of: ["ANYONE"]) }`;
  expect(() => read({ tax: sdl })).toThrow('https://specs.yiwang.dev/ownData/v2.0 is not known here.');
});
