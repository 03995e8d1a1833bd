import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConditionalReads, createCompiledEngine } from '../../src/index.ts';
import { ACCESS_LINKS, callerWithout, deniedAt } from '../support/callers.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';

let departments: SmallDepartment[];
let served: ServedEngine;

beforeAll(async () => {
  const register = await startDepartment(
    'register',
    `${ACCESS_LINKS}
    type Query { enterprise: Enterprise many(count: Int!): [Enterprise!] holders: [Holder] unit: Unit }
    interface Holder { phone: String }
    type Enterprise implements Holder @key(fields: "uscc") {
      uscc: ID!
      name: String
      phone: String @sharing(class: CONDITIONAL)
      contact: Contact
      branches: [Enterprise!]
    }
    type Person implements Holder { phone: String }
    type Contact { kind: String address: String @sharing(class: CONDITIONAL) }
    type Unit @key(fields: "parcel { code } number") {
      parcel: Parcel! number: Int! holder: String @sharing(class: CONDITIONAL) }
    type Parcel { code: ID! }`,
    {
      Query: {
        enterprise: () => enterprise('E1'),
        many: (_: unknown, { count }: { count: number }) =>
          Array.from({ length: count }, (__, i) => enterprise(`E${i}`)),
        holders: () => [enterprise('E1'), { __typename: 'Person', phone: '2' }, enterprise('E1')],
        unit: () => ({ parcel: { code: 'P1' }, number: 7, holder: 'H' }),
      },
      Enterprise: { __resolveReference: ({ uscc }: { uscc: string }) => enterprise(uscc) },
    },
  );
  const tax = await startDepartment(
    'tax',
    `${ACCESS_LINKS}
    type Enterprise @key(fields: "uscc") {
      uscc: ID! phone: String @external
      arrears: Int @sharing(class: CONDITIONAL)
      letter: String @requires(fields: "phone") }`,
    {
      Enterprise: {
        __resolveReference: (reference: object) => reference,
        arrears: () => 1,
        letter: ({ phone }: { phone: string }) => `to ${phone}`,
      },
    },
  );
  departments = [register, tax];
  served = await serveEngine(departments, createCompiledEngine, { timeoutMs: 10_000 });
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await Promise.all(departments.map((department) => department.close()));
});

function enterprise(uscc: string) {
  return {
    __typename: 'Enterprise',
    uscc,
    name: `name of ${uscc}`,
    phone: '1',
    contact: { kind: 'post', address: 'Street 1' },
    branches: [{ uscc: `${uscc}-1`, phone: '3' }],
  };
}

async function answer(query: string, variables = {}, refused: string[] = []) {
  const caller = callerWithout(refused);
  const answered = await served.engine.answer({ query, variables, caller, inParts: true });
  if (!answered) throw new Error(JSON.stringify(await served.ask(query)));
  return answered;
}

async function readsOf(query: string, variables = {}): Promise<ConditionalReads | undefined> {
  return (await answer(query, variables)).reads;
}

const subjects = (...keys: string[]) => keys.map((key) => ({ type: 'Enterprise', key }));

test('the client need not ask for the key, and may call it what it likes', async () => {
  expect(await readsOf('{ enterprise { phone } }')).toEqual({
    fields: ['Enterprise.phone'],
    subjects: subjects('E1'),
    more: 0,
  });
  const renamed = await answer('{ enterprise { uscc: name tel: phone } }');
  expect(renamed.data).toBe('{"enterprise":{"uscc":"name of E1","tel":"1"}}');
  expect(renamed.reads!.subjects).toEqual(subjects('E1'));
});

test('an entity is named once, in whatever places its data is read', async () => {
  const reads = await readsOf(`{
    enterprise { phone branches { phone } }
    again: enterprise { phone arrears }
    holders { phone }
  }`);
  expect(reads).toEqual({
    fields: ['Enterprise.arrears', 'Enterprise.phone'],
    subjects: subjects('E1', 'E1-1'),
    more: 0,
  });
});

test('what has no key is told by the entity that it is found in', async () => {
  expect(await readsOf('{ enterprise { branches { name } contact { address } } }')).toEqual({
    fields: ['Contact.address'],
    subjects: subjects('E1'),
    more: 0,
  });
});

test('the parts of a key are joined', async () => {
  expect(await readsOf('{ unit { holder } }')).toEqual({
    fields: ['Unit.holder'],
    subjects: [{ type: 'Unit', key: 'P1 7' }],
    more: 0,
  });
});

test('what a field is made from is read with it', async () => {
  expect(await readsOf('{ enterprise { letter } }')).toEqual({
    fields: ['Enterprise.phone'],
    subjects: subjects('E1'),
    more: 0,
  });
});

test('conditions decide what is read', async () => {
  const query =
    'query ($deep: Boolean!) { enterprise { phone @skip(if: $deep) arrears @include(if: $deep) } }';
  expect((await readsOf(query, { deep: true }))!.fields).toEqual(['Enterprise.arrears']);
  expect((await readsOf(query, { deep: false }))!.fields).toEqual(['Enterprise.phone']);
  expect(
    await readsOf('query ($no: Boolean!) { enterprise { name phone @include(if: $no) } }', { no: false }),
  ).toBe(undefined);
});

test('beyond a thousand, subjects are counted', async () => {
  const reads = await readsOf('query ($count: Int!) { many(count: $count) { phone } }', { count: 1003 });
  expect(reads!.subjects).toHaveLength(1000);
  expect(reads!.more).toBe(3);
});

test('nothing is told of what is refused, and nothing where nothing is conditional', async () => {
  expect((await answer('{ enterprise { phone } }', {}, ['Enterprise.phone'])).reads).toBeUndefined();
  expect(await readsOf('{ enterprise { name } }')).toBeUndefined();
});

test('a deferred part tells its own refusals and reads', async () => {
  const query = `{ enterprise {
    name letter
    ... @defer { phone arrears contact { address } }
    ... @defer(label: "c") { branches { phone } contact { kind address } }
  } }`;
  const { errors, reads, later: parts } = await answer(query, {}, ['Enterprise.arrears', 'Contact.address']);
  expect(errors).toEqual([]);
  expect(reads).toEqual({ fields: ['Enterprise.phone'], subjects: subjects('E1'), more: 0 });
  const later = [];
  for await (const part of parts!) later.push(part);
  const all = later.flatMap((one) => one.parts).sort(({ label }) => (label === 'c' ? 1 : -1));
  expect(all.map(({ data }) => JSON.parse(data) as unknown)).toEqual([
    { phone: '1', arrears: null, contact: { address: null } },
    { branches: [{ phone: '3' }], contact: { kind: 'post', address: null } },
  ]);
  expect(all[0]!.errors).toEqual([
    deniedAt('Enterprise.arrears', ['enterprise', 'arrears']),
    deniedAt('Contact.address', ['enterprise', 'contact', 'address']),
  ]);
  expect(later.flatMap((one) => one.reads?.subjects ?? [])).toEqual(
    expect.arrayContaining(subjects('E1', 'E1-1')),
  );
});

test('a deferred part of an object without a key tells the entity around it', async () => {
  const { later } = await answer(
    '{ enterprise { ... @defer { branches { uscc } contact { kind ... @defer { address } } } } }',
  );
  const reads = [];
  for await (const part of later!) if (part.reads) reads.push(part.reads);
  expect(reads).toEqual([{ fields: ['Contact.address'], subjects: subjects('E1'), more: 0 }]);
});
