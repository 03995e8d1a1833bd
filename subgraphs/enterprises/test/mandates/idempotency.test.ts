import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  FIRST,
  forgetMandates,
  HAN,
  INPUT,
  LI,
  newKey,
  OFFICIAL,
  openMandates,
  type OpenMandates,
  OTHER,
  WANG,
} from './open-mandates.ts';

let mandates: OpenMandates;
beforeAll(async () => {
  mandates = await openMandates();
});
beforeEach(() => forgetMandates(mandates));
afterAll(() => mandates[Symbol.asyncDispose]());

const REASON = 'He has left us.';

test('a mandate that is given twice with one key is given once, also after its last day', async () => {
  const variables = { input: { ...INPUT, until: '2026-03-02' }, idempotencyKey: newKey() };
  const first = await mandates.act(HAN, 'giveMandate', variables);
  expect(await mandates.act(HAN, 'giveMandate', variables)).toEqual(first);
  expect(await mandates.statesOf(WANG)).toEqual(['IN_FORCE']);

  mandates.clock.now = new Date('2026-04-01T00:00:00Z');
  const { mandate, userErrors } = await mandates.act(HAN, 'giveMandate', variables);
  expect(userErrors).toEqual([]);
  expect(mandate).toEqual({ ...first.mandate, state: 'EXPIRED' });
});

test('a revocation that is sent twice with one key is done once', async () => {
  const variables = {
    id: await mandates.give(),
    reason: REASON,
    expectedVersion: 1,
    idempotencyKey: newKey(),
  };
  const first = await mandates.act(WANG, 'revokeMandate', variables);
  expect(first.mandate).toMatchObject({ state: 'REVOKED', version: 2 });
  expect(await mandates.act(WANG, 'revokeMandate', variables)).toEqual(first);
});

test('a legal representative that is registered twice with one key is registered once', async () => {
  const input = { uscc: FIRST, person: 'zhao', reason: REASON };
  const variables = { input, idempotencyKey: newKey() };
  const first = await mandates.act(OFFICIAL, 'registerLegalRepresentative', variables);
  expect(first.mandate).toMatchObject({ state: 'IN_FORCE' });
  expect(await mandates.act(OFFICIAL, 'registerLegalRepresentative', variables)).toEqual(first);
});

test('a key that comes with other input, or with another command, is rejected', async () => {
  const idempotencyKey = newKey();
  const { mandate } = await mandates.act(HAN, 'giveMandate', { input: INPUT, idempotencyKey });
  for (const outcome of [
    await mandates.act(HAN, 'giveMandate', { input: { ...INPUT, person: 'zhao' }, idempotencyKey }),
    await mandates.act(HAN, 'revokeMandate', { id: mandate!['id'], reason: REASON, idempotencyKey }),
  ]) {
    expect(outcome).toMatchObject({
      mandate: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] }],
    });
  }
  expect(await mandates.statesOf(WANG)).toEqual(['IN_FORCE']);
});

test('the key of one person is free for another', async () => {
  const idempotencyKey = newKey();
  await mandates.act(HAN, 'giveMandate', { input: INPUT, idempotencyKey });
  const { mandate } = await mandates.act(LI, 'giveMandate', {
    input: { ...INPUT, uscc: OTHER },
    idempotencyKey,
  });
  expect(mandate).toMatchObject({ givenBy: 'li' });
});

test('a rejected command leaves its key: it is decided again when it could be done', async () => {
  const variables = { input: { ...INPUT, uscc: OTHER, person: 'zhao' }, idempotencyKey: newKey() };
  expect((await mandates.act(HAN, 'giveMandate', variables)).userErrors).toMatchObject([
    { code: 'NOT_LEGAL_REPRESENTATIVE' },
  ]);
  const input = { uscc: OTHER, person: 'han', reason: REASON };
  await mandates.act(OFFICIAL, 'registerLegalRepresentative', { input });
  expect((await mandates.act(HAN, 'giveMandate', variables)).userErrors).toEqual([]);
});

test('a person who was replaced is not shown by an old key how the mandate of an agent stands', async () => {
  const variables = { input: INPUT, idempotencyKey: newKey() };
  await mandates.act(HAN, 'giveMandate', variables);
  const input = { uscc: FIRST, person: 'zhao', reason: REASON };
  await mandates.act(OFFICIAL, 'registerLegalRepresentative', { input });
  expect(await mandates.act(HAN, 'giveMandate', variables)).toMatchObject({
    mandate: null,
    userErrors: [{ code: 'UNKNOWN_MANDATE' }],
  });
  expect(await mandates.statesOf(WANG)).toEqual(['IN_FORCE']);
});

test.each(['', 'two words', 'x'.repeat(101)])('the key %j is malformed', async (idempotencyKey) => {
  expect(await mandates.act(HAN, 'giveMandate', { input: INPUT, idempotencyKey })).toMatchObject({
    mandate: null,
    userErrors: [{ code: 'MALFORMED_IDEMPOTENCY_KEY', field: ['idempotencyKey'] }],
  });
});
