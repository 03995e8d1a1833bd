import { granted, type OpenServedDepartment } from '@yiwang/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServed } from './ask.ts';
import { BUSY, fillBooks, OLD } from './fixture.ts';

let served: OpenServedDepartment;
beforeAll(async () => {
  served = await openServed();
  await fillBooks(served.database);
});
afterAll(() => served[Symbol.asyncDispose]());

const ARREARS = ['Taxpayer.arrears', 'TaxArrears.totalCny'];
const TWO = `{ a: taxpayer(id: "${BUSY}") { arrears { totalCny } } b: taxpayer(id: "${OLD}") { name arrears { totalCny } } }`;

test('taxes of a taxpayer are read by whoever was granted them, in the regions of the grant', async () => {
  expect(await served.ask(TWO, granted(ARREARS))).toEqual({
    data: {
      a: { arrears: { totalCny: '90071992549909.43' } },
      b: { name: '景德镇市伟雁水暖器材物资有限公司', arrears: { totalCny: '0.00' } },
    },
  });

  const { data, errors } = await served.ask(TWO, granted(ARREARS, ['32']));
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
    const { data, errors } = await served.ask(query, granted(['Taxpayer.arrears']));
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});
