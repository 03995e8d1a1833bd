import { type SmallDepartment, startDepartment } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Caller, createApolloEngine, createCompiledEngine } from '../../src/index.ts';
import { ACCESS_LINKS, callerWithout, deniedAt } from '../support/callers.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';

/** A register with two kinds of holders, and a tax office that knows more of enterprises. */
let departments: SmallDepartment[];
let changes: string[];

const ENTERPRISE = { __typename: 'Enterprise', uscc: 'E1', name: '京桥', phone: '13800000000', area: '7' };
const PERSON = { __typename: 'Person', id: 'P1', name: '张三', phone: '13900000000' };

beforeAll(async () => {
  const register = await startDepartment(
    'register',
    `${ACCESS_LINKS}
    type Query {
      enterprise(uscc: ID = "E1"): Enterprise
      enterprises: [Enterprise!]
      holders: [Holder!]
      parties: [Party!]
      secret: String @sharing(class: NOT_SHARED)
      inside: Int @authenticated
      audited: Int @requiresScopes(scopes: [["audit"]])
    }
    type Mutation {
      rename(name: String!): Enterprise @requiresScopes(scopes: [["write"]])
      note(text: String!): String
    }
    interface Holder { name: String phone: String }
    union Party = Enterprise | Person
    type Enterprise implements Holder @key(fields: "uscc") @sharing(class: UNCONDITIONAL) {
      uscc: ID!
      name: String
      phone: String @sharing(class: CONDITIONAL, basis: "law")
      number: String! @sharing(class: CONDITIONAL)
      parent: Enterprise @sharing(class: CONDITIONAL)
      branches: [Enterprise!]!
      area: String @sharing(class: CONDITIONAL)
    }
    type Person implements Holder { id: ID! name: String phone: String @sharing(class: NOT_SHARED) }
    `,
    {
      Query: {
        enterprise: () => ENTERPRISE,
        enterprises: () => [ENTERPRISE, { ...ENTERPRISE, uscc: 'E2' }],
        holders: () => [ENTERPRISE, PERSON],
        parties: () => [PERSON, ENTERPRISE],
        secret: () => 'secret',
        inside: () => 1,
        audited: () => 2,
      },
      Mutation: {
        rename: (_: unknown, { name }: { name: string }) => {
          changes.push(name);
          return { ...ENTERPRISE, name };
        },
        note: (_: unknown, { text }: { text: string }) => {
          changes.push(text);
          return text;
        },
      },
      Enterprise: {
        __resolveReference: ({ uscc }: { uscc: string }) => ({ ...ENTERPRISE, uscc }),
        number: () => 'N1',
        parent: () => ENTERPRISE,
        branches: () => [],
      },
    },
  );
  const tax = await startDepartment(
    'tax',
    `${ACCESS_LINKS}
    type Enterprise @key(fields: "uscc") {
      uscc: ID!
      area: String @external
      arrears: String @sharing(class: CONDITIONAL)
      landTax: String @requires(fields: "area") @sharing(class: UNCONDITIONAL)
    }
    `,
    {
      Enterprise: {
        __resolveReference: (reference: object) => reference,
        arrears: () => '100.00',
        landTax: ({ area }: { area: string }) => `on ${area}`,
      },
    },
  );
  departments = [register, tax];
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
    changes = [];
    for (const { requests } of departments) requests.length = 0;
  });

  const ask = async (query: string, caller?: Caller, variables?: Record<string, unknown>) => {
    const { errors, ...answer } = await served.ask(query, variables, { caller });
    for (const { extensions } of errors ?? []) delete extensions!['stacktrace'];
    return { ...answer, ...(errors && { errors }) };
  };
  const asked = () => departments.map(({ requests }) => requests.map(({ query }) => query).join('\n'));

  test('refuses nothing when nobody is to be judged', async () => {
    expect(await ask('{ enterprise { phone } secret }')).toEqual({
      data: { enterprise: { phone: ENTERPRISE.phone }, secret: 'secret' },
    });
  });

  test('judges each rule that an operation meets once, and no other', async () => {
    const caller = callerWithout([]);
    const query = '{ enterprise { phone tel: phone name branches { phone } } inside audited }';
    expect((await ask(query, caller)).errors).toBeUndefined();
    expect(caller.authorized).toEqual([
      {
        coordinate: 'Enterprise.phone',
        sharing: 'CONDITIONAL',
        basis: 'law',
        authenticated: false,
        scopes: [],
        subgraphs: ['register'],
        ownData: [],
      },
      expect.objectContaining({ coordinate: 'Query.audited', scopes: [['audit']], sharing: null }),
      expect.objectContaining({ coordinate: 'Query.inside', authenticated: true }),
    ]);
  });

  test('answers null for a refused field with one error, and no department is asked for it', async () => {
    const caller = callerWithout(['Enterprise.arrears', 'Query.secret']);
    expect(await ask('{ enterprise { name owed: arrears } secret }', caller)).toEqual({
      data: { enterprise: { name: '京桥', owed: null }, secret: null },
      errors: [
        deniedAt('Enterprise.arrears', ['enterprise', 'owed']),
        deniedAt('Query.secret', ['secret'], 'NOT_SHARED'),
      ],
    });
    const [register, tax] = asked();
    expect(register).not.toContain('secret');
    expect(tax).toBe('');
  });

  test('denies a root of which every field is denied, without asking whether it is there', async () => {
    const caller = callerWithout(['Enterprise.phone', 'Enterprise.parent']);
    expect(await ask('{ enterprise { phone parent { name } } }', caller)).toEqual({
      data: { enterprise: null },
      errors: [deniedAt('Enterprise.phone', ['enterprise']), deniedAt('Enterprise.parent', ['enterprise'])],
    });
    expect(asked()[0]).not.toMatch(/phone|parent|name /);
  });

  test('names with a refused field what is refused beneath it, as far as a grant would lift it', async () => {
    const caller = callerWithout([
      'Enterprise.parent',
      'Enterprise.phone',
      'Enterprise.arrears',
      'Person.phone',
    ]);
    const { authorize } = caller;
    caller.authorize = (rule) => {
      const denial = authorize(rule);
      return denial && { ...denial, isGrantable: rule.coordinate !== 'Person.phone' };
    };
    const query = `{ enterprise { name parent { ...A again: parent { area } ...A } } holders { phone } }
      fragment A on Holder { name ... on Enterprise { arrears ...B } } fragment B on Enterprise { branches { phone } }`;
    const { errors = [] } = await ask(query, caller);
    expect(errors.map(({ extensions }) => [extensions?.['coordinate'], extensions?.['applyFor']])).toEqual([
      ['Enterprise.parent', ['Enterprise.parent', 'Enterprise.arrears', 'Enterprise.phone']],
      ['Enterprise.phone', ['Enterprise.phone']],
    ]);
  });

  test('asks nobody when all of an operation is refused', async () => {
    const caller = callerWithout(['Query.secret']);
    expect(await ask('{ secret again: secret }', caller)).toEqual({
      data: { secret: null, again: null },
      errors: [
        deniedAt('Query.secret', ['secret'], 'NOT_SHARED'),
        deniedAt('Query.secret', ['again'], 'NOT_SHARED'),
      ],
    });
    expect(asked()).toEqual(['', '']);
  });

  test('tells a refusal in a list once, at its first place', async () => {
    const caller = callerWithout(['Enterprise.phone', 'Enterprise.arrears']);
    const query = '{ enterprises { uscc phone branches { arrears } } }';
    expect(await ask(query, caller)).toEqual({
      data: {
        enterprises: [
          { uscc: 'E1', phone: null, branches: [] },
          { uscc: 'E2', phone: null, branches: [] },
        ],
      },
      errors: [
        deniedAt('Enterprise.phone', ['enterprises', 0, 'phone']),
        deniedAt('Enterprise.arrears', ['enterprises', 0, 'branches', 0, 'arrears']),
      ],
    });
  });

  test('lets the null of a refused field that may not be null go up, explained once', async () => {
    const caller = callerWithout(['Enterprise.number']);
    expect(await ask('{ enterprise { name number } enterprises { number } }', caller)).toEqual({
      data: { enterprise: null, enterprises: null },
      errors: [
        deniedAt('Enterprise.number', ['enterprise', 'number']),
        deniedAt('Enterprise.number', ['enterprises']),
      ],
    });
  });

  test('refuses a field of an interface when any of its types refuses it', async () => {
    const caller = callerWithout(['Person.phone']);
    expect(await ask('{ holders { __typename name phone } }', caller)).toEqual({
      data: {
        holders: [
          { __typename: 'Enterprise', name: '京桥', phone: null },
          { __typename: 'Person', name: '张三', phone: null },
        ],
      },
      errors: [deniedAt('Person.phone', ['holders', 0, 'phone'], 'NOT_SHARED')],
    });
    expect(asked()[0]).not.toContain('phone');
  });

  test('does not refuse it where a type condition excludes that type', async () => {
    const caller = callerWithout(['Person.phone']);
    const query = `{
      holders { name ... on Enterprise { ...Contact } ... on Person { ...Contact } }
      parties { ... on Enterprise { ... on Holder { phone } } }
    }
    fragment Contact on Holder { tel: phone }`;
    expect(await ask(query, caller)).toEqual({
      data: {
        holders: [
          { name: '京桥', tel: ENTERPRISE.phone },
          { name: '张三', tel: null },
        ],
        parties: [{}, { phone: ENTERPRISE.phone }],
      },
      errors: [deniedAt('Person.phone', ['holders', 1, 'tel'], 'NOT_SHARED')],
    });
  });

  test('gives a value that one of two selections of its name may read', async () => {
    const caller = callerWithout(['Person.phone']);
    expect(await ask('{ holders { phone ... on Enterprise { phone } } }', caller)).toEqual({
      data: { holders: [{ phone: ENTERPRISE.phone }, { phone: null }] },
      errors: [deniedAt('Person.phone', ['holders', 0, 'phone'], 'NOT_SHARED')],
    });
  });

  test('takes a refused field out of each fragment that it is in', async () => {
    const caller = callerWithout(['Enterprise.phone']);
    const query = `{ enterprise { ...A } parties { ... on Enterprise { ...A } } }
      fragment A on Enterprise { ...B name } fragment B on Enterprise { phone }`;
    expect(await ask(query, caller)).toEqual({
      data: {
        enterprise: { phone: null, name: '京桥' },
        parties: [{}, { phone: null, name: '京桥' }],
      },
      errors: [
        deniedAt('Enterprise.phone', ['enterprise', 'phone']),
        deniedAt('Enterprise.phone', ['parties', 1, 'phone']),
      ],
    });
    expect(asked()[0]).not.toContain('phone');
  });

  test('tells of nothing that conditions leave out', async () => {
    const caller = callerWithout(['Enterprise.phone', 'Query.secret']);
    const query = `query ($yes: Boolean!, $no: Boolean!) {
      enterprise { name phone @include(if: $no) tel: phone @skip(if: true) ... @skip(if: $yes) { fax: phone } }
      secret @include(if: $yes)
    }`;
    expect(await ask(query, caller, { yes: true, no: false })).toEqual({
      data: { enterprise: { name: '京桥' }, secret: null },
      errors: [deniedAt('Query.secret', ['secret'], 'NOT_SHARED')],
    });
  });

  test('refuses what is made from a refused field', async () => {
    const caller = callerWithout(['Enterprise.area']);
    expect(await ask('{ enterprise { name landTax } }', caller)).toEqual({
      data: { enterprise: { name: '京桥', landTax: null } },
      errors: [deniedAt('Enterprise.area', ['enterprise', 'landTax'])],
    });
    expect(asked()[0]).not.toContain('area');
    expect(asked()[1]).toBe('');

    expect(await ask('{ enterprise { landTax } }', callerWithout([]))).toEqual({
      data: { enterprise: { landTax: 'on 7' } },
    });
  });

  test('does not run a mutation that is refused, and runs the others', async () => {
    const caller = callerWithout(['Mutation.rename']);
    const query = 'mutation { a: note(text: "a") rename(name: "x") { name } b: note(text: "b") }';
    expect(await ask(query, caller)).toEqual({
      data: { a: 'a', rename: null, b: 'b' },
      errors: [deniedAt('Mutation.rename', ['rename'], null)],
    });
    expect(changes).toEqual(['a', 'b']);
  });

  test('answers introspection beside what it refuses', async () => {
    const caller = callerWithout(['Query.secret']);
    expect(await ask('{ secret __typename __schema { queryType { name } } }', caller)).toEqual({
      data: { secret: null, __typename: 'Query', __schema: { queryType: { name: 'Query' } } },
      errors: [deniedAt('Query.secret', ['secret'], 'NOT_SHARED')],
    });
  });

  test('leaves the fragments of introspection as they are', async () => {
    const query = `{ secret __type(name: "Person") { ...Named } ...Rest }
      fragment Rest on Query { enterprise { name phone } } fragment Named on __Type { name ...More }
      fragment More on __Type { kind }`;
    expect((await ask(query, callerWithout(['Query.secret']))).data).toEqual({
      secret: null,
      __type: { name: 'Person', kind: 'OBJECT' },
      enterprise: { name: '京桥', phone: ENTERPRISE.phone },
    });
  });

  test('does not take one caller’s answer for another’s', async () => {
    const query = '{ enterprise { phone } }';
    const [one, other, nobody] = await Promise.all([
      ask(query, callerWithout(['Enterprise.phone'])),
      ask(query, callerWithout([])),
      ask(query),
    ]);
    expect(one.data).toEqual({ enterprise: null });
    expect(other).toEqual({ data: { enterprise: { phone: ENTERPRISE.phone } } });
    expect(nobody).toEqual(other);
  });

  test('vouches for the caller to each department, for what it reads there', async () => {
    for (const { assertions } of departments) assertions.length = 0;
    await ask('{ enterprise { phone arrears number } }', callerWithout(['Enterprise.number'], 'K'));
    expect(departments.map(({ assertions }) => assertions)).toEqual([
      ['K/register/Enterprise.phone'],
      ['K/tax/Enterprise.arrears'],
    ]);
  });

  test('tells what conditional data was read, and whose', async () => {
    const reads: unknown[] = [];
    const context = {
      caller: callerWithout(['Enterprise.number']),
      onReads: (read: unknown) => reads.push(read),
    };
    await served.ask('{ enterprises { name phone number arrears } }', {}, context);
    await served.ask('{ enterprises { name } }', {}, context);
    await served.ask('{ enterprises { branches { phone } } }', {}, context);
    expect(reads).toEqual([
      {
        fields: ['Enterprise.arrears', 'Enterprise.phone'],
        subjects: [
          { type: 'Enterprise', key: 'E1' },
          { type: 'Enterprise', key: 'E2' },
        ],
        more: 0,
      },
      { fields: ['Enterprise.phone'], subjects: [], more: 0 },
    ]);
  });
});
