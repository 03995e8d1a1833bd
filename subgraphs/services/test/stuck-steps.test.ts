import type { Durable, StuckRun } from '@yiwang/durable';
import type { GatewayClient } from '@yiwang/subgraph-kit/prefill';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { resumeAfterOutages } from '../src/run/end-of-outages.ts';
import { createOperations } from '../src/run/operations.ts';
import { ANSWERS, FOUNDER, type OpenServices, openServices, OPENING, OPERATOR } from './open-services.ts';

const BATCH = 200;
let open: OpenServices;
/** Applications whose first step waits for enterprises. */
const numbers: string[] = [];
beforeAll(async () => {
  open = await openServices();
  for (let i = 0; i < 3; i += 1) {
    const input = { matter: OPENING, region: '320412', form: ANSWERS };
    const begun = await open.command(FOUNDER, 'startMatterCase', { input }, { input: 'MatterCaseInput!' });
    const { number, version: expectedVersion } = begun.matterCase!;
    const types = { number: 'ID!', expectedVersion: 'Int!' };
    await open.command(FOUNDER, 'submitMatterCase', { number, expectedVersion }, types);
    numbers.push(number);
  }
});
afterAll(() => open[Symbol.asyncDispose]());

/** What durable execution holds: the runs that are stuck, and those that went on. */
let stuck: StuckRun[];
let resumed: string[];
let broken: Set<string>;
beforeEach(() => {
  stuck = numbers.map((number, i) => stuckRun(`${number}/name/1/DO`, i));
  resumed = [];
  broken = new Set();
});

const stuckRun = (id: string, minutes: number, code = 'STEP_FAILED'): StuckRun => ({
  workflow: 'matter-work',
  id,
  step: 'work',
  attempts: 22,
  code,
  message: 'DEPARTMENT_UNAVAILABLE: enterprises',
  since: new Date(Date.UTC(2026, 10, 29, 0, minutes)),
});

const durable: Durable = {
  start: async () => {},
  wake: () => {},
  stuck: async () => stuck,
  async resume(id) {
    if (broken.has(id)) throw new Error('The connection was lost.');
    resumed.push(id);
    stuck = stuck.filter((run) => run.id !== id);
    return true;
  },
  [Symbol.asyncDispose]: async () => {},
};

function operations() {
  const { db } = open.database.service;
  const errors: unknown[] = [];
  const now = () => new Date();
  return {
    errors,
    ...createOperations({ db, durable: () => durable, now, onError: (error) => errors.push(error) }),
  };
}

const operator = {
  client: 'desk',
  user: 'operator-1',
  department: 'services',
  scopes: ['matters:operate'],
  mandateFor: () => null,
};

test('one command retries all that is stuck, and the same command again nothing more', async () => {
  const { retryAll } = operations();
  const first = await retryAll(operator, { idempotencyKey: 'all-1' });
  expect(first).toEqual({ retried: 3, remaining: 0, failures: [] });
  expect(resumed.toSorted()).toEqual(numbers.map((number) => `${number}/name/1/DO`));

  stuck = [stuckRun(`${numbers[0]}/name/1/DO`, 9)];
  expect(await retryAll(operator, { idempotencyKey: 'all-1' })).toEqual(first);
  expect(resumed).toHaveLength(3);
  await expect(retryAll(operator, { idempotencyKey: 'all-1', department: 'tax' })).rejects.toMatchObject({
    userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
  });
});

test('the steps of another department stay, and those that somebody skipped count for nobody', async () => {
  const [number] = numbers;
  stuck.push(stuckRun(`${number}/registration/1/DO`, 5));
  const { retryAll, counts, stuck: listed } = operations();
  expect(await counts(operator)).toEqual([
    { department: 'enterprises', steps: 3, goOnByThemselves: 3, since: '2026-11-29T00:00:00.000Z' },
  ]);
  expect(await listed(operator, { department: 'tax' })).toEqual([]);
  expect(await retryAll(operator, { idempotencyKey: 'tax-1', department: 'tax' })).toMatchObject({
    retried: 0,
  });
  expect(resumed).toEqual([]);
});

test('what cannot be resumed is named with its reason, and the rest goes on', async () => {
  broken.add(`${numbers[1]}/name/1/DO`);
  const { retryAll, errors } = operations();
  const outcome = await retryAll(operator, { idempotencyKey: 'broken-1' });
  expect(outcome).toMatchObject({ retried: 2, remaining: 0 });
  expect(outcome.failures).toEqual([
    {
      number: numbers[1],
      step: 'name',
      department: 'enterprises',
      reason: expect.stringMatching(/stuck still/),
    },
  ]);
  expect(errors).toHaveLength(1);
});

test('a command takes those that are stuck for the longest time, and says how many are left', async () => {
  const [first] = numbers;
  stuck = Array.from({ length: BATCH + 7 }, (_, i) => stuckRun(`${first}/name/${i + 1}/DO`, 300 - i));
  const { retryAll } = operations();
  expect(await retryAll(operator, { idempotencyKey: 'many-1' })).toMatchObject({
    retried: BATCH,
    remaining: 7,
  });
  expect(resumed).not.toContain(`${first}/name/1/DO`);
  expect(await retryAll(operator, { idempotencyKey: 'many-2' })).toMatchObject({ retried: 7, remaining: 0 });
});

test('the command is for operators alone', async () => {
  const query = (key: string) =>
    `mutation { retryStuckMatterSteps(idempotencyKey: "${key}") { retry { retried } userErrors { code } } }`;
  const denied = await open.ask(query('x'), FOUNDER);
  expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const allowed = await open.ask(query('x'), OPERATOR);
  expect(allowed.data).toEqual({ retryStuckMatterSteps: { retry: { retried: 0 }, userErrors: [] } });
  const malformed = await open.ask(query('with blanks'), OPERATOR);
  expect(malformed.data).toEqual({
    retryStuckMatterSteps: { retry: null, userErrors: [{ code: 'MALFORMED_IDEMPOTENCY_KEY' }] },
  });
});

test('when a department answers again, steps that are stuck since it was away go on without an operator', async () => {
  let isAway = true;
  let count = 0;
  const client: GatewayClient = {
    async ask() {
      count += 1;
      if (isAway) {
        return {
          data: null,
          errors: [{ message: 'away', extensions: { code: 'DEPARTMENT_UNAVAILABLE' } }],
        };
      }
      return { data: { reserveName: { reservation: { id: 'N-1' }, userErrors: [] } }, errors: [] };
    },
  };
  const options = { ...open.options, db: open.database.service.db, client };
  stuck[2] = stuckRun(stuck[2]!.id, 2, 'UNAUTHORIZED_FIELD');

  expect(await resumeAfterOutages(options, durable)).toBe(0);
  expect({ count, resumed }).toEqual({ count: 1, resumed: [] });
  const { stuck: listed } = operations();
  expect((await listed(operator, {})).map(({ goesOnByItself }) => goesOnByItself)).toEqual([
    true,
    true,
    false,
  ]);

  isAway = false;
  expect(await resumeAfterOutages(options, durable)).toBe(2);
  expect(resumed).toHaveLength(2);
  expect(stuck.map(({ code }) => code)).toEqual(['UNAUTHORIZED_FIELD']);
});
