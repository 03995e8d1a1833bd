import type { OpenServedDepartment } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServed } from './ask.ts';
import { BUILDER, FOOD, fillRegister, RESTAURANT } from './fixture.ts';
import { parseServiceItemCode } from '../src/service-item-code.ts';

let served: OpenServedDepartment;
beforeAll(async () => {
  served = await openServed();
  await fillRegister(served.database);
});
afterAll(() => served[Symbol.asyncDispose]());

const FOOD_ITEM = parseServiceItemCode(FOOD).basicCode!;
const agent = (uscc: string, items: string[] | null = null) => ({
  client: 'portal',
  user: 'alice',
  mandates: [{ id: 'M1', uscc, items }],
});
const CASE = '{ case(number: "A-0002") { state applicant { uscc } timeline { step } } }';

test('who acts for the applicant reads its cases without a grant, in all matters or in that of the case', async () => {
  for (const who of [agent(RESTAURANT), agent(RESTAURANT, [FOOD_ITEM])]) {
    const { data, errors } = await served.ask(CASE, who);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ case: { applicant: { uscc: RESTAURANT } } });
  }
});

test('to whoever acts for another enterprise, or in another matter, a case is like one that does not exist', async () => {
  const absent = await served.ask(CASE.replace('A-0002', 'A-9999'), agent(BUILDER));
  expect(absent.errors).toMatchObject([{ extensions: { code: 'OUTSIDE_GRANT' } }]);
  for (const who of [agent(BUILDER), agent(RESTAURANT, ['000126001999'])]) {
    const { data, errors } = await served.ask(CASE, who);
    expect([data, errors]).toEqual([absent.data, absent.errors]);
  }
});

test('who acts for an enterprise in all matters lists its cases; others find none', async () => {
  const query = `{ _entities(representations: [{ __typename: "Enterprise", uscc: "${RESTAURANT}" }]) {
    ... on Enterprise { cases { totalCount edges { node { number state } } } } } }`;
  const { data } = await served.ask(query, agent(RESTAURANT));
  expect(data).toMatchObject({ _entities: [{ cases: { totalCount: 2, edges: [{}, {}] } }] });
  for (const who of [agent(BUILDER), agent(RESTAURANT, [FOOD_ITEM])]) {
    expect(await served.ask(query, who)).toEqual({
      data: { _entities: [{ cases: { totalCount: 0, edges: [] } }] },
    });
  }
});

test('what led to a permit is shown to who acts for the applicant, and to nobody else', async () => {
  const query = '{ permit(number: "JY13201020001") { name case { number } } }';
  expect((await served.ask(query, agent(RESTAURANT))).data).toMatchObject({
    permit: { case: { number: 'A-0001' } },
  });
  expect((await served.ask(query, agent(BUILDER))).data).toMatchObject({
    permit: { name: expect.any(String), case: null },
  });
});
