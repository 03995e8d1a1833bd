import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Caller, createApolloEngine, createCompiledEngine } from '../../src/index.ts';
import { ACCESS_LINKS, callerWithout, deniedAt } from '../support/callers.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';

/** A register of files that only some may know of, found by number, in lists, by references and as one of several types. */
let departments: SmallDepartment[];

const FILE = { __typename: 'File', number: 'F1', state: 'OPEN', pages: [{ text: 'a' }] };
const BOOK = { __typename: 'Book', title: '山海经' };
const LIST = {
  totalCount: 7,
  pageInfo: { hasNextPage: true, endCursor: 'c1' },
  edges: [{ cursor: 'c1', node: FILE }],
};

beforeAll(async () => {
  const register = await startDepartment(
    'register',
    `${ACCESS_LINKS}
    extend schema
      @link(url: "https://specs.yiwang.dev/aggregate/v1.0", import: ["@aggregate"])
      @composeDirective(name: "@aggregate")
    directive @aggregate(over: [String!]!, minimum: Int) on FIELD_DEFINITION
    type Query {
      file(number: ID! = "F1"): File
      files: FileConnection
      mustFiles: FileConnection!
      shelf: Shelf
      finds: [Find!]
      book: Book
    }
    type FileConnection { totalCount: Int! pageInfo: PageInfo! edges: [FileEdge!]! }
    type FileEdge { cursor: String! node: File! }
    type PageInfo @shareable { hasNextPage: Boolean! endCursor: String }
    union Find = Book | File
    type Book @sharing(class: UNCONDITIONAL) { title: String hidden: String @sharing(class: CONDITIONAL) }
    type Shelf @key(fields: "id") @sharing(class: UNCONDITIONAL) {
      id: ID!
      label: String
      fileCount: Int @aggregate(over: ["File.state"])
      file: File
      files: FileConnection
      ownFiles: FileConnection @sharing(class: CONDITIONAL)
    }
    type File @key(fields: "number") @sharing(class: CONDITIONAL, basis: "law") {
      number: ID!
      state: String
      pages: [Page!]
    }
    type Page @sharing(class: CONDITIONAL) { text: String }
    `,
    {
      Query: {
        file: () => FILE,
        files: () => LIST,
        mustFiles: () => LIST,
        shelf: () => ({ id: 'S1', label: 'left', fileCount: 7, file: FILE, files: LIST, ownFiles: LIST }),
        finds: () => [BOOK, FILE],
        book: () => BOOK,
      },
      File: { __resolveReference: () => FILE },
    },
  );
  const court = await startDepartment(
    'court',
    `${ACCESS_LINKS}
    type File @key(fields: "number") { number: ID! verdict: String @sharing(class: CONDITIONAL) }
    `,
    { File: { __resolveReference: (reference: object) => reference, verdict: () => 'none' } },
  );
  departments = [register, court];
});
afterAll(() => Promise.all(departments.map((department) => department.close())));

const FIELDS = ['number', 'pages', 'state', 'verdict'].map((name) => `File.${name}`);
const EXISTENCE = 'File.__typename';
/** Who may read nothing of files. */
const stranger = () => callerWithout([...FIELDS, EXISTENCE, 'Page.text']);

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
    for (const one of departments) one.requests.length = one.assertions.length = 0;
  });

  const ask = async (query: string, caller: Caller) => {
    const { errors, ...answer } = await served.ask(query, {}, { caller });
    for (const { extensions } of errors ?? []) delete extensions!['stacktrace'];
    return errors ? { ...answer, errors } : answer;
  };
  const requests = () => departments.flatMap((one) => one.requests);

  test.each<[what: string, query: string, denied: string[]]>([
    ['a type name by its key', '{ file(number: "F9") { __typename } }', [EXISTENCE]],
    ['fields by its key', '{ file { __typename state number } }', ['File.state', 'File.number']],
    [
      'fields in fragments',
      '{ file { ...A } } fragment A on File { ... { pages { text } } }',
      ['File.pages'],
    ],
    ['a total', '{ files { totalCount } }', [EXISTENCE]],
    ['the connection itself', '{ files { __typename } }', [EXISTENCE]],
    ['cursors', '{ files { edges { cursor } } }', [EXISTENCE]],
    ['edges', '{ files { edges { __typename } } }', [EXISTENCE]],
    ['whether there is more', '{ files { pageInfo { hasNextPage endCursor } } }', [EXISTENCE]],
    ['type names in a list', '{ files { edges { node { __typename } } } }', [EXISTENCE]],
    ['fields in a list', '{ files { edges { node { state } } } }', ['File.state']],
    ['one of several types', '{ finds { ... on Book { title } } }', [EXISTENCE]],
    [
      'a field of something open of which nothing else is asked',
      '{ book { __typename hidden } }',
      ['Book.hidden'],
    ],
  ])('denies the root that would tell of rows, and asks no department: %s', async (_what, query, denied) => {
    const caller = callerWithout([...stranger().refused, 'Book.hidden']);
    const [root] = /\w+/.exec(query)!;
    expect(await ask(query, caller)).toEqual({
      data: { [root]: null },
      errors: denied.map((one) => deniedAt(one, [root])),
    });
    expect(requests()).toEqual([]);
  });

  test('denies references to rows, and lists of them, and answers what is beside', async () => {
    const query = '{ shelf { label file { __typename } files { totalCount edges { node { state } } } } }';
    expect(await ask(query, stranger())).toEqual({
      data: { shelf: { label: 'left', file: null, files: null } },
      errors: [
        deniedAt(EXISTENCE, ['shelf', 'file']),
        deniedAt(EXISTENCE, ['shelf', 'files']),
        deniedAt('File.state', ['shelf', 'files']),
      ],
    });
    expect(requests().join()).not.toMatch(/file/);
  });

  test('tells of rows to whom any field of them is granted, and says so to departments and the log', async () => {
    const caller = callerWithout(
      FIELDS.filter((one) => one !== 'File.verdict'),
      'K',
    );
    const reads: unknown[] = [];
    const context = { caller, onReads: (read: unknown) => reads.push(read) };
    const { data, errors } = await served.ask('{ files { totalCount } file { __typename } }', {}, context);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ files: { totalCount: 7 }, file: { __typename: 'File' } });
    expect(departments.map(({ assertions }) => [...new Set(assertions)])).toEqual([
      [`K/register/${EXISTENCE}`],
      [],
    ]);
    expect(reads).toEqual([{ fields: [EXISTENCE], subjects: [{ type: 'File', key: 'F1' }], more: 0 }]);
  });

  test('says to a department whose rows are joined only that they may be known of', async () => {
    const caller = callerWithout(['File.state'], 'K');
    expect((await ask('{ file { verdict } }', caller)).data).toEqual({ file: { verdict: 'none' } });
    expect(departments.map(({ assertions }) => assertions[0])).toEqual([
      `K/register/${EXISTENCE}`,
      `K/court/${EXISTENCE},File.verdict`,
    ]);
  });

  test('tells the department of an aggregate whether the caller may read what it is made from', async () => {
    const query = '{ shelf { fileCount } }';
    for (const caller of [callerWithout([], 'A'), callerWithout(['File.state'], 'B')]) {
      expect(await ask(query, caller)).toEqual({ data: { shelf: { fileCount: 7 } } });
    }
    expect(departments[0]!.assertions).toEqual(['A/register/File.state', 'B/register/']);
  });

  test('takes a field that leads to rows, and may be read, for the right to know of them', async () => {
    const caller = stranger();
    const query = '{ shelf { ownFiles { totalCount edges { cursor node { __typename state } } } } }';
    const { data, errors } = (await ask(query, caller)) as { data: unknown; errors: unknown[] };
    expect(data).toEqual({
      shelf: {
        ownFiles: { totalCount: 7, edges: [{ cursor: 'c1', node: { __typename: 'File', state: null } }] },
      },
    });
    expect(errors).toEqual([deniedAt('File.state', ['shelf', 'ownFiles', 'edges', 0, 'node', 'state'])]);
  });

  test('lets no other selection of the same field, fragment or variable prove what it does not', async () => {
    const query = `query ($no: Boolean = false) {
      file { __typename state @include(if: $no) ...F @include(if: $no) } book { title }
    } fragment F on File { number }`;
    expect(await ask(query, stranger())).toMatchObject({ data: { file: null, book: { title: '山海经' } } });
    expect(requests().join()).not.toMatch(/file/);
  });

  test('answers the other selection of a root of which one leaves nothing', async () => {
    const query = '{ book { hidden } ...B } fragment B on Query { book { title } }';
    expect(await ask(query, callerWithout(['Book.hidden']))).toEqual({
      data: { book: { hidden: null, title: '山海经' } },
      errors: [deniedAt('Book.hidden', ['book', 'hidden'])],
    });
  });

  test('gives nothing at all where a denied root may not be null', async () => {
    expect(await ask('{ mustFiles { totalCount } book { title } }', stranger())).toEqual({
      data: null,
      errors: [deniedAt(EXISTENCE, ['mustFiles'])],
    });
    expect(requests().join()).not.toMatch(/mustFiles/);
  });
});
