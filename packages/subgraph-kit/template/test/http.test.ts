import { type ServedDepartment, serveDepartment } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContextFactory } from '../src/context.ts';
import { NAME } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';
import { type Department, openDepartment } from './ask.ts';
import { fillRecords } from './fixture.ts';

let department: Department;
let served: ServedDepartment;
beforeAll(async () => {
  department = await openDepartment();
  const { database } = department;
  await fillRecords(database);
  const createContext = createContextFactory(database.db);
  served = await serveDepartment({ name: NAME, schema, createContext, database });
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await department.database[Symbol.asyncDispose]();
});

async function post(query: string): Promise<{ data?: unknown; errors?: { extensions: object }[] }> {
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await served.sign()) },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: unknown };
}

test('a malformed code is answered with its code, and the next request works', async () => {
  const refused = await post(
    '{ _entities(representations: [{ __typename: "Enterprise", uscc: "1" }]) { __typename } }',
  );
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'MALFORMED_CODE' });
  expect(await post('{ templateRecord(number: "R2") { title } }')).toEqual({
    data: { templateRecord: { title: '二号档案' } },
  });
});
