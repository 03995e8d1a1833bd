import { startDepartment } from '@yiwang/testing/small-graph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCompiledEngine } from '../../src/index.ts';
import { type ServedEngine, serveEngine } from '../support/serve-engine.ts';
import { readAnswer } from './apply-parts.ts';

let served: ServedEngine;
let departments: Awaited<ReturnType<typeof startDepartment>>[];

beforeAll(async () => {
  departments = await Promise.all([
    startDepartment(
      'register',
      `
        interface Holder @key(fields: "id") { id: ID! name: String }
        type Person implements Holder @key(fields: "id") { id: ID! name: String age: Int }
      `,
      { Holder: { __resolveReference: person }, Person: { __resolveReference: person } },
    ),
    startDepartment(
      'permits',
      `
        type Query { holders: [Holder!] }
        type Holder @key(fields: "id") @interfaceObject { id: ID! permits: Int next: Holder }
      `,
      {
        Query: { holders: () => [{ id: 'h1' }] },
        Holder: {
          __resolveReference: (holder: object) => holder,
          permits: () => 2,
          next: () => ({ id: 'h2' }),
        },
      },
    ),
  ]);
  served = await serveEngine(departments, createCompiledEngine);
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await Promise.all(departments.map((department) => department.close()));
});

function person({ id }: { id: string }) {
  return { __typename: 'Person', id, name: `Name of ${id}`, age: 40 };
}

async function inParts(query: string) {
  const answer = await served.engine.answer({ query, variables: {}, inParts: true });
  const { data, errors, later } = await readAnswer(answer!);
  return { data, errors, parts: later.flat().map((part) => [part.path, part.data, part.errors]) };
}

test('what is deferred from an object without its type follows', async () => {
  expect(await inParts('{ holders { permits ... @defer { name } } }')).toEqual({
    data: { holders: [{ permits: 2 }] },
    errors: [],
    parts: [[['holders', 0], { name: 'Name of h1' }, []]],
  });
});

test('the type of an object is told in the part that asks for it', async () => {
  expect(await inParts('{ holders { permits ... @defer { __typename ... on Person { age } } } }')).toEqual({
    data: { holders: [{ permits: 2 }] },
    errors: [],
    parts: [[['holders', 0], { __typename: 'Person', age: 40 }, []]],
  });
});

test('what is deferred beneath an object without its type follows', async () => {
  expect(await inParts('{ holders { id next { id ... @defer { name } } } }')).toEqual({
    data: { holders: [{ id: 'h1', next: { id: 'h2' } }] },
    errors: [],
    parts: [[['holders', 0, 'next'], { name: 'Name of h2' }, []]],
  });
});
