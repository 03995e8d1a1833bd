import type { OpenServedDepartment } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServed } from './ask.ts';
import { FOOD, fillRegister } from './fixture.ts';

let served: OpenServedDepartment;

beforeAll(async () => {
  served = await openServed();
  await fillRegister(served.database);
});
afterAll(() => served[Symbol.asyncDispose]());

const query = (text: string) => JSON.stringify({ query: text });

test.each<[what: string, status: number, code: string, body: string | Buffer]>([
  ['a malformed code', 200, 'MALFORMED_CODE', query('{ serviceItem(code: "!") { name } }')],
  ['an unknown code', 200, 'NOT_FOUND', query('{ permit(number: "JY00000000000") { name } }')],
  [
    'a date that does not exist',
    200,
    'INVALID_DATE',
    query('{ permit(number: "JY13201020001") { status(on: "2026-02-30") } }'),
  ],
  ['a first out of range', 200, 'INVALID_ARGUMENT', query('{ serviceItems(first: 0) { totalCount } }')],
  ['ten megabytes', 413, 'REQUEST_TOO_LARGE', query(`{ a }${' '.repeat(10_000_000)}`)],
  ['bytes that are not UTF-8', 400, 'BAD_REQUEST', Buffer.from([0x7b, 0xff, 0x7d])],
  ['text that is not JSON', 400, 'BAD_REQUEST', '{'],
])('%s is answered %i %s, and the next request works', async (_what, status, code, body) => {
  const refused = await served.post(body);
  const text = await refused.text();
  expect(refused.status).toBe(status);
  expect(JSON.parse(text).errors[0].extensions.code).toBe(code);
  expect(text).not.toMatch(/\bat .*:\d+:\d+/);

  const next = await served.post(query(`{ serviceItem(code: "${FOOD}") { type } }`));
  expect(await next.json()).toEqual({ data: { serviceItem: { type: 'LICENCE' } } });
});
