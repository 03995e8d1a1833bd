import { granted, type ServedDepartment, serveDepartment } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createContextFactory } from '../src/context.ts';
import { NAME } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';
import { type Department, openDepartment } from './ask.ts';
import { BUSY, fillBooks, OLD } from './fixture.ts';

let department: Department;
let served: ServedDepartment;
beforeAll(async () => {
  department = await openDepartment();
  const { database } = department;
  await fillBooks(database);
  const createContext = createContextFactory(database.db);
  served = await serveDepartment({ name: NAME, schema, createContext, database });
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await department.database[Symbol.asyncDispose]();
});

async function ask(query: string, assertion: Parameters<ServedDepartment['sign']>[0]) {
  const response = await fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await served.sign(assertion)) },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as {
    data?: Record<string, unknown>;
    errors?: { extensions: { code: string } }[];
  };
}

const ARREARS = ['Taxpayer.arrears', 'TaxArrears.totalCny'];
const TWO = `{ a: taxpayer(id: "${BUSY}") { arrears { totalCny } } b: taxpayer(id: "${OLD}") { name arrears { totalCny } } }`;

test('taxes of a taxpayer are read by whoever was granted them, in the regions of the grant', async () => {
  expect(await ask(TWO, granted(ARREARS))).toEqual({
    data: {
      a: { arrears: { totalCny: '90071992549909.43' } },
      b: { name: '景德镇市伟雁水暖器材物资有限公司', arrears: { totalCny: '0.00' } },
    },
  });

  const { data, errors } = await ask(TWO, granted(ARREARS, ['32']));
  expect(data).toEqual({
    a: { arrears: { totalCny: '90071992549909.43' } },
    b: { name: '景德镇市伟雁水暖器材物资有限公司', arrears: null },
  });
  expect(errors).toMatchObject([{ path: ['b', 'arrears'], extensions: { code: 'OUTSIDE_GRANT' } }]);
});

test('they are read by nobody else, be it beneath a search or a reference', async () => {
  for (const query of [
    TWO,
    '{ taxpayers(first: 1) { edges { node { arrears { totalCny } } } } }',
    `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${BUSY}" }]) { ... on Enterprise { taxpayer { payments { edges { node { amountCny } } } } } } }`,
  ]) {
    const { data, errors } = await ask(query, granted(['Taxpayer.arrears']));
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});
