import type { Assertion } from '@yiwang/identity';
import { serveDepartment, type ServedDepartment, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { granted } from '@yiwang/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildSchema } from '../src/index.ts';
import { type File, fileSchema, store } from './support/own-files.ts';
import { openThings } from './support/open-things.ts';

const FILES: readonly File[] = [
  { number: 'F1', region: '320583', state: 'OPEN', uscc: 'E1', item: 'licence', person: 'alice' },
  { number: 'F2', region: '350200', state: 'OPEN', uscc: 'E2', item: 'licence', person: 'bob' },
  { number: 'F3', region: '350200', state: 'SHUT', uscc: null, item: 'licence', person: 'alice' },
];

let database: TestDatabase;
let served: ServedDepartment;
beforeAll(async () => {
  database = await openThings();
  served = await serveDepartment({ name: 'files', schema: fileSchema, createContext: () => ({}), database });
});
beforeEach(() => void (store.files = FILES));
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

interface Answer {
  status: number;
  data?: unknown;
  errors?: { message: string; extensions: Record<string, unknown> }[];
}

async function ask(query: string, assertion?: Partial<Assertion>): Promise<Answer> {
  const body = JSON.stringify({ query });
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await served.sign(assertion, body)) },
    body,
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const codes = ({ errors = [] }: Answer) => errors.map(({ extensions }) => extensions['code']);
const ALICE = { client: 'portal', user: 'alice' };
const acting = (uscc: string, items: string[] | null = null): Partial<Assertion> => ({
  client: 'portal',
  user: 'carol',
  mandates: [{ id: 'M1', uscc, items }],
});
const fileQuery = (number: string) => `{ file(number: "${number}") { number state parts { note } } }`;

describe('data about oneself', () => {
  test('a person reads rows about the person without a grant and without a purpose, with all that is part of them', async () => {
    expect(await ask(fileQuery('F3'), ALICE)).toEqual({
      status: 200,
      data: { file: { number: 'F3', state: 'SHUT', parts: [{ note: 'part of F3' }] } },
    });
  });

  test('an agent reads rows about the enterprise of the mandate, in all matters or only in those of the mandate', async () => {
    const query = '{ file(number: "F2") { state } }';
    const reads = { status: 200, data: { file: { state: 'OPEN' } } };
    expect(await ask(query, acting('E2'))).toEqual(reads);
    expect(await ask(query, acting('E2', ['other', 'licence']))).toEqual(reads);
    for (const other of [acting('E2', ['other']), acting('E2', []), acting('E1')]) {
      expect(codes(await ask(query, other))).toEqual(['OUTSIDE_GRANT']);
    }
  });

  test('a mandate without a person, and an enterprise that is called like a person, open nothing', async () => {
    expect((await ask(fileQuery('F2'), { ...acting('E2'), user: null })).status).toBe(403);
    expect(codes(await ask(fileQuery('F3'), acting('user:alice')))).toEqual(['OUTSIDE_GRANT']);
    expect(codes(await ask(fileQuery('F1'), { ...ALICE, user: 'E1' }))).toEqual(['OUTSIDE_GRANT']);
  });

  test('a row about somebody else is answered like one that does not exist', async () => {
    const foreign = await ask(fileQuery('F2'), ALICE);
    const absent = await ask(fileQuery('F9'), ALICE);
    expect(foreign).toEqual(absent);
    expect(codes(foreign)).toEqual(['OUTSIDE_GRANT']);
    const entities = (number: string) =>
      `{ _entities(representations: [{ __typename: "File", number: "${number}" }]) { ... on File { state } } }`;
    expect(await ask(entities('F2'), ALICE)).toEqual(await ask(entities('F9'), ALICE));
    expect(await ask(entities('F1'), ALICE)).toMatchObject({ data: { _entities: [{ state: 'OPEN' }] } });
    const change = (number: string) => `mutation { openFile(number: "${number}") { file { state } } }`;
    expect(await ask(change('F2'), ALICE)).toEqual(await ask(change('F9'), ALICE));
    expect(await ask(change('F1'), ALICE)).toMatchObject({ data: { openFile: { file: { state: 'OPEN' } } } });
  });

  test('lists of all rows, their number, and arguments that compare with them stay closed', async () => {
    for (const query of [
      '{ files { totalCount } }',
      '{ files { edges { node { number } } } }',
      '{ countedBy(state: "OPEN") }',
    ]) {
      const answer = await ask(query, ALICE);
      expect(codes(answer)).toEqual(['OUTSIDE_GRANT']);
      expect(Object.values(answer.data as object)).toEqual([null]);
    }
  });

  test('the list of an enterprise is whole for those who act for it in all matters, and closed to others', async () => {
    const query = '{ enterprise(uscc: "E2") { files { totalCount edges { node { number } } } } }';
    expect(await ask(query, acting('E2'))).toEqual({
      status: 200,
      data: { enterprise: { files: { totalCount: 1, edges: [{ node: { number: 'F2' } }] } } },
    });
    const none = { status: 200, data: { enterprise: { files: { totalCount: 0, edges: [] } } } };
    expect(await ask(query, acting('E1'))).toEqual(none);
    expect(await ask(query, acting('E2', ['licence']))).toEqual(none);
    expect((await ask(query, ALICE)).status).toBe(403);
  });

  test('what the schema takes out, and what is not shared, stays closed to those whom it is about', async () => {
    expect((await ask('{ file(number: "F1") { opinion } }', ALICE)).status).toBe(403);
    expect((await ask('{ file(number: "F1") { secret } }', ALICE)).status).toBe(403);
  });

  test('a row of which one field is open tells the person that it exists, and others nothing', async () => {
    const note = (number: string, fields: string) => `{ note(number: "${number}") { ${fields} } }`;
    expect(await ask(note('F1', '__typename number text'), ALICE)).toEqual({
      status: 200,
      data: { note: { __typename: 'Note', number: 'F1', text: 'a note' } },
    });
    expect(await ask(note('F2', '__typename number'), ALICE)).toEqual(
      await ask(note('F9', '__typename number'), ALICE),
    );
    expect((await ask(note('F1', 'remark'), ALICE)).status).toBe(403);
  });

  test('a grant opens what it opens and needs a purpose; one’s own is open beside it', async () => {
    const fields = ['File.state', 'File.__typename', 'File.parts', 'FilePart.note'];
    const both = {
      ...granted(fields, ['350200']),
      user: 'carol',
      mandates: [{ id: 'M1', uscc: 'E1', items: null }],
    };
    for (const number of ['F1', 'F2', 'F3']) expect(codes(await ask(fileQuery(number), both))).toEqual([]);
    const withoutPurpose = { ...both, purpose: null };
    expect(codes(await ask(fileQuery('F1'), withoutPurpose))).toEqual([]);
    for (const number of ['F2', 'F3'])
      expect(codes(await ask(fileQuery(number), withoutPurpose))).toEqual(['OUTSIDE_GRANT']);
    expect(codes(await ask(fileQuery('F2'), { ...granted(fields), purpose: null }))).toEqual([
      'PURPOSE_REQUIRED',
    ]);
  });

  test('a type whose rows do not say whom they are about cannot be one’s own data', () => {
    expect(() => buildSchema(new URL('fixtures/own-data.graphql', import.meta.url), {})).toThrow(
      'is @ownData: say in subjectsOf whom a row of',
    );
  });
});

const file = fc.record({
  number: fc.constantFrom('F1', 'F2', 'F3', 'F4'),
  region: fc.constantFrom('320583', '350200'),
  state: fc.constantFrom('OPEN', 'SHUT'),
  uscc: fc.constantFrom('E1', 'E2', null),
  item: fc.constantFrom('licence', 'other'),
  person: fc.constantFrom('alice', 'bob'),
});
const files = fc.uniqueArray(file, { selector: ({ number }) => number, maxLength: 4 });
const number = fc.constantFrom('F1', 'F2', 'F3', 'F4');
const inner = fc.constantFrom(
  'number',
  '__typename',
  'state',
  'region number',
  'parts { note }',
  'state parts { __typename }',
);
const list = fc.constantFrom(
  'totalCount',
  '__typename',
  'pageInfo { hasNextPage endCursor }',
  'edges { cursor }',
  'edges { node { state } }',
);
const selection = fc.oneof(
  fc.tuple(number, inner).map(([of, fields]) => `file(number: "${of}") { ${fields} }`),
  fc
    .tuple(number, inner)
    .map(
      ([of, fields]) =>
        `_entities(representations: [{ __typename: "File", number: "${of}" }]) { ... on File { ${fields} } }`,
    ),
  list.map((fields) => `files { ${fields} }`),
  fc
    .tuple(fc.constantFrom('E1', 'E2'), list)
    .map(([of, fields]) => `enterprise(uscc: "${of}") { files { ${fields} } }`),
  fc.constantFrom('OPEN', 'SHUT').map((state) => `countedBy(state: "${state}")`),
);
const query = fc
  .array(selection, { minLength: 1, maxLength: 3 })
  .map((all) => `{ ${all.map((one, i) => `r${i}: ${one}`).join(' ')} }`);

test('two databases that differ only in rows about others give a person one answer', async () => {
  // Acts for E1 in the matter "licence".
  const assertion = {
    client: 'portal',
    user: 'alice',
    mandates: [{ id: 'M1', uscc: 'E1', items: ['licence'] }],
  };
  const isOwn = ({ uscc, item, person }: File) => person === 'alice' || (uscc === 'E1' && item === 'licence');
  let answered = 0;
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(query, files, files, async (text, some, others) => {
      const own = some.filter(isOwn);
      const taken = new Set(own.map((one) => one.number));
      store.files = own;
      const first = await ask(text, assertion);
      store.files = [...own, ...others.filter((one) => !isOwn(one) && !taken.has(one.number))];
      expect(await ask(text, assertion)).toEqual(first);
      if (first.status === 200) answered += 1;
      if (JSON.stringify(first.data ?? null).match(/OPEN|SHUT|part of/)) shown += 1;
    }),
    { numRuns: 400 },
  );
  expect(answered).toBeGreaterThan(100);
  expect(shown).toBeGreaterThan(20);
});
