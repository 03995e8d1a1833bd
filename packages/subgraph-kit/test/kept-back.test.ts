import type { Assertion } from '@yiwang/identity';
import { PublicError } from '@yiwang/errors';
import { serveDepartment } from '@yiwang/subgraph-kit/testing';
import { granted } from '@yiwang/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectionResolvers } from '../src/pages/connection-resolvers.ts';
import { defineKeyset } from '../src/pages/keyset.ts';
import { buildSchema } from '../src/serve/build-schema.ts';
import { openThings } from './support/open-things.ts';

interface File {
  number: string;
  region: string;
  state: string;
}

/** The rows that the resolvers find. */
let files: readonly File[] = [];
const cursor = defineKeyset('files', ['text']);
const listOf = (rows: readonly File[]) => ({
  rows,
  hasNextPage: rows.length > 2,
  countAll: async () => rows.length,
});
const find = (number: string) => files.find((one) => one.number === number) ?? null;
const { edges, pageInfo, totalCount } = connectionResolvers<File>(({ number }) => cursor.encode([number]));

const schema = buildSchema(
  new URL('fixtures/existence.graphql', import.meta.url),
  {
    Query: {
      file(_root: unknown, { number }: File) {
        const file = find(number);
        if (!file) throw new PublicError('NOT_FOUND', 'There is no such file.');
        return file;
      },
      files: () => listOf(files),
      narrowed: () => listOf([]),
      all: () => files,
      shelf: () => ({ id: 'S' }),
    },
    File: { __resolveReference: ({ number }: File) => find(number) },
    FileConnection: { edges, pageInfo, totalCount },
    Shelf: {
      __resolveReference: (shelf: object) => shelf,
      file: (_shelf: unknown, { number }: File) => find(number),
      granted: (_shelf: unknown, { number }: File) => find(number),
    },
  },
  { regionOf: { File: ({ region }: File) => region }, narrowed: ['Query.narrowed'] },
);

const number = fc.constantFrom('F1', 'F2', 'F3', 'F4');
const conditions = fc.constantFrom(
  '',
  ' @include(if: true)',
  ' @skip(if: true)',
  ' @include(if: $yes)',
  ' @skip(if: $yes)',
);
const fields = (one: string, ...more: string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(one, ...more), conditions), { minLength: 1, maxLength: 3 })
    .map((chosen) => chosen.map(([text, condition], i) => `a${i}: ${text}${condition}`).join(' '));
const inFragment = (inner: fc.Arbitrary<string>, type: string) =>
  fc.tuple(inner, fc.boolean()).map(([text, isInside]) => (isInside ? `... on ${type} { ${text} }` : text));
const fileFields = inFragment(fields('number', 'state', 'region', '__typename'), 'File');
const listFields = fc
  .tuple(fields('__typename', 'totalCount', 'pageInfo { hasNextPage endCursor }'), fileFields)
  .map(([own, inner]) => `${own} edges { cursor node { ${inner} } }`);
const selection = fc.oneof(
  fc.tuple(number, fileFields).map(([of, inner]) => `file(number: "${of}") { ${inner} }`),
  fc.tuple(number, fileFields).map(([of, inner]) => `shelf { id file(number: "${of}") { ${inner} } }`),
  fc
    .tuple(number, fileFields)
    .map(
      ([of, inner]) =>
        `_entities(representations: [{ __typename: "File", number: "${of}" }]) { ... on File { ${inner} } }`,
    ),
  listFields.map((inner) => `files { ${inner} }`),
  fields('__typename', 'totalCount').map((inner) => `files { ${inner} }`),
  fileFields.map((inner) => `all { ${inner} }`),
);
const operation = fc
  .array(selection, { minLength: 1, maxLength: 3 })
  .map((all) => `query ($yes: Boolean = true) { ${all.map((one, i) => `r${i}: ${one}`).join(' ')} }`);
const rowsIn = (...regions: string[]) =>
  fc.uniqueArray(
    fc.record({ number, region: fc.constantFrom(...regions), state: fc.constantFrom('OPEN', 'SHUT') }),
    { selector: (file) => file.number, maxLength: 4 },
  );

/** Everything of an answer that a caller sees. */
async function answersOf(
  query: string,
  rows: readonly File[],
  assertion: Partial<Assertion>,
  url: string,
  sign: Sign,
) {
  files = rows;
  const body = JSON.stringify({ query });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await sign(assertion, body)) },
    body,
  });
  const kept = [...response.headers].filter(([name]) => !['date', 'keep-alive', 'connection'].includes(name));
  return { status: response.status, headers: kept, body: await response.text() };
}

type Sign = (assertion?: Partial<Assertion>, body?: string) => Promise<Record<string, string>>;

test('two databases that differ in what the caller may not know of give one answer, to its status, headers and errors', async () => {
  await using database = await openThings();
  await using served = await serveDepartment({ name: 'files', schema, createContext: () => ({}), database });
  let answered = 0;
  let answeredByGrant = 0;
  await fc.assert(
    fc.asyncProperty(
      operation,
      rowsIn('320583', '350200'),
      rowsIn('320583', '350200'),
      fc.boolean(),
      async (query, some, others, hasGrant) => {
        // Who holds a grant for a region may know of its rows: they are the same in both.
        const assertion = hasGrant ? granted(['File.__typename', 'File.state', 'File.region'], ['32']) : {};
        const shared = some.filter(({ region }) => hasGrant && region === '320583');
        const taken = new Set(shared.map((one) => one.number));
        const elsewhere = others.filter((one) => one.region === '350200' && !taken.has(one.number));
        const before = hasGrant ? shared : some;
        const after = hasGrant ? [...shared, ...elsewhere] : others;
        const isJoined = !hasGrant && query.includes('_entities');
        if (isJoined) return;
        const first = await answersOf(query, before, assertion, served.url, served.sign);
        const second = await answersOf(query, after, assertion, served.url, served.sign);
        expect(second).toEqual(first);
        if (first.status === 200) answered += 1;
        if (first.status === 200 && hasGrant) answeredByGrant += 1;
      },
    ),
    { numRuns: 400 },
  );
  expect(answered).toBeGreaterThan(50);
  expect(answeredByGrant).toBeGreaterThan(50);
});
