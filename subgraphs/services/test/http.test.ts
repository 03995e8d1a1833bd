import type { OpenServedDepartment } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServed } from './ask.ts';
import { fillRecords } from './fixture.ts';

let served: OpenServedDepartment;
beforeAll(async () => {
  served = await openServed();
  await fillRecords(served.database);
});
afterAll(() => served[Symbol.asyncDispose]());

test('a malformed code is answered with its code, and the next request works', async () => {
  const refused = await served.ask(
    '{ _entities(representations: [{ __typename: "Enterprise", uscc: "1" }]) { __typename } }',
  );
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'MALFORMED_CODE' });
  expect(await served.ask('{ servicesRecord(number: "R2") { title } }')).toEqual({
    data: { servicesRecord: { title: '二号档案' } },
  });
});
