import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConditionalReads, createApolloEngine, createCompiledEngine } from '../../src/index.ts';
import { ACCESS_LINKS, callerWithout } from '../support/callers.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';

const LINKS = ACCESS_LINKS.replace('"@key",', '"@key", "@tag",');

let departments: SmallDepartment[];

beforeAll(async () => {
  const register = await startDepartment(
    'register',
    `${LINKS}
    type Query { enterprise(uscc: ID!): Enterprise enterprises: [Enterprise!]! region: Region }
    type Enterprise @key(fields: "uscc") @tag(name: "data-subject") { uscc: ID! name: String region: Region }
    type Region @key(fields: "code") { code: ID! enterprises: [Enterprise!]! }`,
    {
      Query: {
        enterprise: (_: unknown, { uscc }: { uscc: string }) => enterprise(uscc),
        enterprises: () => [enterprise('E1'), enterprise('E2')],
        region: () => REGION,
      },
      Enterprise: { __resolveReference: ({ uscc }: { uscc: string }) => enterprise(uscc) },
      Region: {
        __resolveReference: () => REGION,
        enterprises: () => [enterprise('E1'), enterprise('E2')],
      },
    },
  );
  const permits = await startDepartment(
    'permits',
    `${LINKS}
    type Query { permit(number: ID!): Permit }
    type Enterprise @key(fields: "uscc") { uscc: ID! permits: [Permit!] }
    type Permit @key(fields: "number") {
      number: ID!
      holder: Enterprise
      note: String @sharing(class: CONDITIONAL)
    }`,
    {
      Query: { permit: (_: unknown, { number }: { number: string }) => permit(number) },
      Enterprise: {
        __resolveReference: (reference: object) => reference,
        permits: ({ uscc }: { uscc: string }) => [permit(`${uscc}-1`), permit(`${uscc}-2`)],
      },
      Permit: { __resolveReference: ({ number }: { number: string }) => permit(number) },
    },
  );
  const land = await startDepartment(
    'land',
    `${LINKS}
    type Query { parcel(code: ID!): Parcel }
    type Enterprise @key(fields: "uscc") { uscc: ID! parcels: [Parcel!] }
    type Parcel @key(fields: "code") {
      code: ID!
      holder: Enterprise @sharing(class: CONDITIONAL)
      owners: [Enterprise!] @sharing(class: CONDITIONAL)
      boundary: Boundary
    }
    type Boundary { text: String @sharing(class: CONDITIONAL) }`,
    {
      Query: { parcel: (_: unknown, { code }: { code: string }) => parcel(code) },
      Enterprise: {
        __resolveReference: (reference: object) => reference,
        parcels: () => [parcel('P1')],
      },
      Parcel: { __resolveReference: ({ code }: { code: string }) => parcel(code) },
    },
  );
  departments = [register, permits, land];
});
afterAll(() => Promise.all(departments.map((department) => department.close())));

const REGION = { __typename: 'Region', code: '32' };
const enterprise = (uscc: string) => ({
  __typename: 'Enterprise',
  uscc,
  name: `name of ${uscc}`,
  region: REGION,
});
/** The first part of its number tells who holds it; nobody's begin with none. */
const permit = (number: string) => {
  const [uscc] = number.split('-');
  return { number, holder: uscc === 'none' ? null : { uscc }, note: 'n' };
};
const parcel = (code: string) => ({
  code,
  holder: { uscc: 'E7' },
  owners: [{ uscc: 'E7' }, { uscc: 'E8' }],
  boundary: { text: 'b' },
});

describe.each([
  ['compiled', createCompiledEngine],
  ['apollo', createApolloEngine],
])('with the engine %s', (_name, create) => {
  let served: ServedEngine;
  beforeAll(async () => {
    served = await serveEngine(departments, create, { timeoutMs: 10_000 });
  });
  afterAll(() => served[Symbol.asyncDispose]());

  async function ask(query: string, variables = {}, refused: string[] = []) {
    const reads: ConditionalReads[] = [];
    const context = {
      caller: callerWithout(refused),
      onReads: (one: ConditionalReads) => void reads.push(one),
    };
    const { data, errors = [] } = await served.ask(query, variables, context);
    expect(errors.filter(({ extensions }) => extensions?.['code'] !== 'UNAUTHORIZED_FIELD')).toEqual([]);
    return { data, subjects: reads.flatMap((one) => one.subjects.map(({ type, key }) => `${type} ${key}`)) };
  }

  test('data of another entity that is read in an enterprise names the enterprise', async () => {
    const { subjects, data } = await ask('{ enterprise(uscc: "E1") { permits { note } } }');
    expect(subjects).toEqual(['Permit E1-1', 'Enterprise E1', 'Permit E1-2']);
    expect(data).toEqual({ enterprise: { permits: [{ note: 'n' }, { note: 'n' }] } });
  });

  test('that of each enterprise of a list, by aliases and in fragments, names that enterprise', async () => {
    const { subjects } = await ask(
      `query ($no: Boolean = false) {
        all: enterprises { uscc: name skipped: parcels @include(if: $no) { boundary { text } } ...Land }
      }
      fragment Land on Enterprise { land: parcels { boundary { text } } }`,
    );
    expect(subjects).toEqual(['Parcel P1', 'Enterprise E1', 'Enterprise E2']);
  });

  test('who holds an entity is told where nobody asked for it', async () => {
    const { data, subjects } = await ask('{ permit(number: "E5-1") { holder: number note } }');
    expect(subjects).toEqual(['Permit E5-1', 'Enterprise E5']);
    expect(data).toEqual({ permit: { holder: 'E5-1', note: 'n' } });
    expect((await ask('{ permit(number: "none-1") { note } }')).subjects).toEqual(['Permit none-1']);
  });

  test('who holds it goes before the enterprise that it was found in; a holder that is unknown does not', async () => {
    const query = (number: string) => `{ permit(number: "${number}") { holder { permits { note } } note } }`;
    expect((await ask(query('E5-1'))).subjects).toEqual(['Permit E5-1', 'Enterprise E5', 'Permit E5-2']);
  });

  test('an enterprise that a conditional field leads to is named', async () => {
    expect((await ask('{ parcel(code: "P1") { holder { name } } }')).subjects).toEqual([
      'Parcel P1',
      'Enterprise E7',
    ]);
    expect((await ask('{ parcel(code: "P1") { owners { name } } }')).subjects).toEqual([
      'Parcel P1',
      'Enterprise E7',
      'Enterprise E8',
    ]);
  });

  test('what is refused leads to nobody, and what is open names nobody', async () => {
    const refused = ['Parcel.holder'];
    const { subjects } = await ask(
      '{ parcel(code: "P1") { holder { name } boundary { text } } }',
      {},
      refused,
    );
    expect(subjects).toEqual(['Parcel P1']);
    expect((await ask('{ enterprise(uscc: "E1") { name permits { number } } }')).subjects).toEqual([]);
  });

  test('what has no key of its own, far beneath an enterprise, names it', async () => {
    const { subjects } = await ask('{ region { enterprises { parcels { boundary { text } } } } }');
    expect(subjects).toEqual(['Parcel P1', 'Enterprise E1', 'Enterprise E2']);
  });
});

test('a deferred part names the enterprise that it is in', async () => {
  await using served = await serveEngine(departments, createCompiledEngine, { timeoutMs: 10_000 });
  const answered = await served.engine.answer({
    query: `{ enterprise(uscc: "E1") { name permits { number ... @defer { note } }
      ... @defer { parcels { boundary { text } } } } }`,
    caller: callerWithout([]),
    inParts: true,
  });
  const subjects = [];
  for await (const { reads } of answered!.later!) subjects.push(...(reads?.subjects ?? []));
  expect(subjects).toEqual(
    expect.arrayContaining([
      { type: 'Permit', key: 'E1-1' },
      { type: 'Parcel', key: 'P1' },
      { type: 'Enterprise', key: 'E1' },
    ]),
  );
  const [parcels] = subjects.filter(({ type }) => type === 'Parcel');
  expect(subjects[subjects.indexOf(parcels!) + 1]).toEqual({ type: 'Enterprise', key: 'E1' });
});
