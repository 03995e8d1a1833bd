import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAnswer } from '../defer/apply-parts.ts';
import { ACCESS_LINKS, callerWithout } from '../support/callers.ts';
import { type CompiledGraph, startCompiledGraph } from '../support/ask-compiled.ts';

/** Firms with an even number are held; permits refer to whatever is asked for. */
let graph: CompiledGraph;
beforeAll(async () => {
  const refer = (_root: unknown, { ids }: { ids: string[] }) =>
    ids.map((id) => ({ firm: { id }, firms: [{ id }] }));
  graph = await startCompiledGraph({
    permits: {
      types: `
        type Query {
          permits(ids: [ID!]!): [Permit!]
          strict(ids: [ID!]!): [StrictPermit!]
          all(ids: [ID!]!): [StrictPermit]
        }
        type Permit { firm: Firm firms: [Firm] }
        type StrictPermit { firm: Firm! firms: [Firm!]! }
        type Firm @key(fields: "id") { id: ID! }
      `,
      resolvers: { Query: { permits: refer, strict: refer, all: refer } },
    },
    firms: {
      types: 'type Firm @key(fields: "id") { id: ID! name: String! city: String }',
      resolvers: {
        Firm: {
          __resolveReference: ({ id }: { id: string }) =>
            Number(id) % 2 === 0 ? { id, name: `Firm ${id}`, city: null } : null,
        },
      },
    },
    tax: {
      types: 'type Firm @key(fields: "id") { id: ID! grade: String }',
      resolvers: {
        Firm: {
          __resolveReference: ({ id }: { id: string }) => (Number(id) % 3 === 0 ? null : { id, grade: 'A' }),
        },
      },
    },
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

async function ask(query: string, variables?: Record<string, unknown>) {
  const { data, errors } = (await graph.engine.answer({ query, variables }))!;
  return { data: JSON.parse(data) as unknown, errors };
}

test('a reference to an entity that its department does not hold is null, without an error', async () => {
  expect(await ask('{ permits(ids: ["2", "3"]) { firm { name } firms { id name } } }')).toEqual({
    data: {
      permits: [
        { firm: { name: 'Firm 2' }, firms: [{ id: '2', name: 'Firm 2' }] },
        { firm: null, firms: [null] },
      ],
    },
    errors: [],
  });
});

test('where only values are asked for that may be missing, the reference stays as its own department gives it', async () => {
  expect(await ask('{ permits(ids: ["3"]) { firm { id city grade } } }')).toEqual({
    data: { permits: [{ firm: { id: '3', city: null, grade: null } }] },
    errors: [],
  });
});

test('a department that adds to an entity of another and knows nothing of it costs its own fields', async () => {
  expect(await ask('{ permits(ids: ["6"]) { firm { name grade } } }')).toEqual({
    data: { permits: [{ firm: { name: 'Firm 6', grade: null } }] },
    errors: [],
  });
});

test('where the schema promises the entity, one error at its place names the department and the key', async () => {
  const { data, errors } = await ask('{ strict(ids: ["2", "3"]) { it: firm { id name city } } }');

  expect(data).toEqual({ strict: null });
  expect(errors).toEqual([
    {
      message: 'The department firms does not hold the Firm that is referred to here.',
      path: ['strict', 1, 'it'],
      extensions: { code: 'NOT_FOUND', department: 'firms', key: { id: '3' } },
    },
  ]);
});

test('an error of the department itself explains the null, and gets no second one', async () => {
  const [, firms] = graph.departments;
  firms!.misbehave((_request, response) =>
    response
      .setHeader('content-type', 'application/json')
      .end('{"data":{"_entities":[null]},"errors":[{"message":"No.","path":["_entities",0,"city"]}]}'),
  );
  try {
    expect((await ask('{ strict(ids: ["3"]) { firm { name city } } }')).errors).toMatchObject([
      { message: 'No.', path: ['strict', 0, 'firm', 'city'] },
    ]);
  } finally {
    firms!.misbehave(null);
  }
});

test('of many entities that are not held, the first are told and the others counted', async () => {
  const ids = Array.from({ length: 300 }, (_, i) => `${2 * i + 1}`);
  const { data, errors } = await ask('query($ids: [ID!]!) { all(ids: $ids) { firm { name } } }', { ids });

  expect(data).toEqual({ all: ids.map(() => null) });
  expect(errors.slice(0, 20).map(({ path }) => path)).toEqual(
    ids.slice(0, 20).map((_, i) => ['all', i, 'firm']),
  );
  expect(errors.slice(20)).toEqual([
    {
      message:
        'The department firms does not hold the Firm that is referred to here. The same holds for 280 more places at all.firm.',
      extensions: { code: 'NOT_FOUND', department: 'firms', places: 280 },
    },
  ]);
});

test('in a part that is deferred the error has the path in the whole answer', async () => {
  const answer = await graph.engine.answer({
    query: '{ strict(ids: ["3"]) { __typename ... @defer { firm { name } } } }',
    inParts: true,
  });
  const { later } = await readAnswer(answer!);

  expect(later).toMatchObject([
    [
      {
        data: null,
        path: ['strict', 0],
        errors: [{ path: ['strict', 0, 'firm'], extensions: { code: 'NOT_FOUND' } }],
      },
    ],
  ]);
});

test('whatever is referred to, an entity is null exactly where its department does not hold it', async () => {
  const ids = fc.array(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(ids, fc.boolean(), async (asked, strict) => {
      const root = strict ? 'strict' : 'permits';
      const { data, errors } = await ask(
        `query($ids: [ID!]!) { ${root}(ids: $ids) { firm { id name grade } } }`,
        { ids: asked },
      );
      const firms = asked.map((id) =>
        Number(id) % 2 === 0
          ? { firm: { id, name: `Firm ${id}`, grade: Number(id) % 3 === 0 ? null : 'A' } }
          : { firm: null },
      );
      const lost = asked.findIndex((id) => Number(id) % 2 === 1);
      const isBroken = strict && lost >= 0;
      expect(data).toEqual({ [root]: isBroken ? null : firms });
      expect(errors.map(({ path, extensions }) => [path, extensions])).toEqual(
        isBroken
          ? [[[root, lost, 'firm'], { code: 'NOT_FOUND', department: 'firms', key: { id: asked[lost] } }]]
          : [],
      );
    }),
    { numRuns: 60 },
  );
});

test('the error does not tell a key that its caller may not read', async () => {
  await using ruled = await startCompiledGraph({
    permits: {
      types: `${ACCESS_LINKS}
        type Query { permit: Permit }
        type Permit { person: Person! }
        type Person @key(fields: "id") { id: ID! @sharing(class: CONDITIONAL) }
      `,
      resolvers: { Query: { permit: () => ({ person: { id: 'secret-1' } }) } },
    },
    persons: {
      types: `${ACCESS_LINKS}
        type Person @key(fields: "id") { id: ID! @sharing(class: CONDITIONAL) name: String! }
      `,
      resolvers: { Person: { __resolveReference: () => null } },
    },
  });
  const caller = callerWithout(['Person.id']);
  const { data, errors } = (await ruled.engine.answer({ query: '{ permit { person { name } } }', caller }))!;

  expect(data).toBe('{"permit":null}');
  expect(errors).toMatchObject([{ path: ['permit', 'person'], extensions: { code: 'NOT_FOUND', key: {} } }]);
  expect(JSON.stringify(errors)).not.toContain('secret-1');
});
