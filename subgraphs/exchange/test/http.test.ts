import { type ServedDepartment, serveDepartment } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContexts } from '../src/context.ts';
import { NAME } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';
import { composer, type Department, NO_REGISTRY, openDepartment } from './support/open-department.ts';
import { fillRegions } from './support/fill-regions.ts';

let department: Department;
let served: ServedDepartment;
beforeAll(async () => {
  department = await openDepartment();
  const { database } = department;
  await fillRegions(database);
  served = await serveDepartment({
    name: NAME,
    schema,
    createContext: createContexts(database.db, composer, NO_REGISTRY),
    database,
  });
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await department.database[Symbol.asyncDispose]();
});

const post = async (query: string, variables?: object) => {
  const body = JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json', ...(await served.sign({}, body)) };
  const response = await fetch(served.url, { method: 'POST', headers, body });
  return (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
};

test.each([
  ['a malformed code', '{ region(code: "32x") { name } }', 'MALFORMED_CODE'],
  ['an unknown code', '{ region(code: "320502") { name } }', 'NOT_FOUND'],
  ['the character U+0000', String.raw`{ regions(filter: { name: "a\u0000" }) { totalCount } }`, undefined],
  [
    'a forged cursor',
    '{ regions(after: "WyJyZWdpb25zIiwiXHUwMDAwIl0") { edges { cursor } } }',
    'MALFORMED_CURSOR',
  ],
  [
    'a reference without a code',
    '{ _entities(representations: [{ __typename: "Region" }]) { __typename } }',
    'INVALID_ARGUMENT',
  ],
])('%s is answered with its code, and the next request works', async (_what, query, code) => {
  expect((await post(query)).errors?.[0]?.extensions.code).toBe(code);
  expect(await post('{ region(code: "32") { name } }')).toEqual({ data: { region: { name: '江苏省' } } });
});

test('20,000 references in one request are answered, each at its place, by statements of 1,000 keys', async () => {
  // With 000 at the end it would be a town, whose canonical code is shorter.
  const codes = Array.from(
    { length: 20_000 },
    (_, i) => `${320_583_100 + Math.floor(i / 400)}${(i % 400) + 501}`,
  );
  codes[0] = '320583100001';
  department.database.forgetStatements();
  const { data, errors } = await post(
    'query ($references: [_Any!]!) { _entities(representations: $references) { ... on Region { code name } } }',
    { references: codes.map((code) => ({ __typename: 'Region', code })) },
  );
  expect(errors).toBeUndefined();
  const { _entities: regions } = data as { _entities: { code: string; name: string | null }[] };
  expect(regions.map(({ code }) => code)).toEqual(codes);
  expect(regions.filter(({ name }) => name !== null)).toEqual([{ code: '320583100001', name: '同心社区' }]);
  expect(department.database.statements).toHaveLength(20);
});
