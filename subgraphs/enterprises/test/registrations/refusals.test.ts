import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  ACCEPT,
  codeOf,
  DETAILS,
  FOUNDER,
  GRANT,
  NO_OFFICIAL,
  OFFICIAL,
  OFFICIAL_ELSEWHERE,
  openRegistrations,
  type OpenRegistrations,
  OTHER_CLIENT,
  RETURN,
  REVIEW,
  SERVICES,
  STRANGER,
  stepArgs,
} from './open-registrations.ts';

let open: OpenRegistrations;
beforeAll(async () => {
  open = await openRegistrations();
});
beforeEach(() => {
  open.clock.now = new Date('2026-03-02T02:00:00Z');
});
afterAll(() => open[Symbol.asyncDispose]());

const WITHDRAW = 'withdrawFiledRegistration';

test.each([
  ['a reservation that does not exist', { reservation: 'N-99999999' }, 'UNKNOWN_RESERVATION'],
  ['another reference than that of its reservation', { reference: 'L2' }, 'UNKNOWN_RESERVATION'],
  ['another region than that of its reservation', { region: '320583' }, 'WRONG_REGION'],
  ['no person', { person: '' }, 'MALFORMED_TEXT'],
  ['a person of two lines', { person: 'a\nb' }, 'MALFORMED_PERSON'],
  ['an unknown type', { details: { ...DETAILS, typeCode: '9999' } }, 'UNKNOWN_TYPE'],
  ['the type of a branch', { details: { ...DETAILS, typeCode: '2100' } }, 'UNKNOWN_TYPE'],
  ['no capital', { details: { ...DETAILS, capitalCny: '0.00' } }, 'MALFORMED_CAPITAL'],
  [
    'a capital with three decimal places',
    { details: { ...DETAILS, capitalCny: '1.005' } },
    'MALFORMED_CAPITAL',
  ],
  ['too much capital', { details: { ...DETAILS, capitalCny: '1000000000000.01' } }, 'MALFORMED_CAPITAL'],
  ['an empty scope', { details: { ...DETAILS, businessScope: ' ' } }, 'MALFORMED_TEXT'],
  ['an address that is too long', { details: { ...DETAILS, address: '路'.repeat(201) } }, 'MALFORMED_TEXT'],
])('a registration with %s is refused, and leaves nothing', async (_what, input, code) => {
  const { sql } = open.served.database;
  const cases = await sql`select count(*)::int as count from cases`;
  expect(codeOf(await open.file(input))).toBe(code);
  expect(await sql`select count(*)::int as count from cases`).toEqual(cases);
});

test('a reservation that is used, released, expired or of another client files nothing', async () => {
  const { id } = (await open.reserve()).reservation!;
  await open.file({ reservation: id });
  expect(codeOf(await open.file({ reservation: id }))).toBe('UNKNOWN_RESERVATION');
  const released = (await open.reserve()).reservation!;
  await open.release(released.id);
  expect(codeOf(await open.file({ reservation: released.id }))).toBe('UNKNOWN_RESERVATION');
  const others = (await open.reserve({}, { who: OTHER_CLIENT })).reservation!;
  expect(codeOf(await open.file({ reservation: others.id }))).toBe('UNKNOWN_RESERVATION');
  const expired = (await open.reserve()).reservation!;
  open.clock.now = new Date('2026-04-02T02:00:00Z');
  expect(codeOf(await open.file({ reservation: expired.id }))).toBe('UNKNOWN_RESERVATION');
});

test('officials decide for their regions, on the version that they saw, in the right order', async () => {
  const row = (await open.file()).case!;
  for (const who of [OFFICIAL_ELSEWHERE, NO_OFFICIAL]) {
    expect(codeOf(await open.step('acceptRegistration', row, {}, who))).toBe('NOT_YOUR_REGION');
  }
  expect(codeOf(await open.step('acceptRegistration', { ...row, version: 1 }))).toBe('STALE_VERSION');
  expect(codeOf(await open.step(...stepArgs(GRANT, row)))).toBe('WRONG_STATE');
  expect(codeOf(await open.step('returnRegistration', row, { defects: [] }))).toBe('NO_DEFECTS');
  const many = Array.from({ length: 101 }, () => ({ problem: '缺' }));
  expect(codeOf(await open.step('returnRegistration', row, { defects: many }))).toBe('TOO_MANY_ENTRIES');
  await open.step(...stepArgs(RETURN, row));
  const again = (await open.act(SERVICES, 'refileRegistration', { number: row.number, details: DETAILS }))
    .case!;
  expect(codeOf(await open.step(...stepArgs(RETURN, again)))).toBe('ALREADY_RETURNED');
  const accepted = (await open.step(...stepArgs(ACCEPT, again))).case!;
  const tooLong = { days: 4, reason: '情形复杂' };
  expect(codeOf(await open.step('extendRegistration', accepted, tooLong))).toBe('NO_EXTENSION');
  const reviewed = (await open.step(...stepArgs(REVIEW, accepted))).case!;
  const withoutReason = { decision: 'DENIED', reason: '' };
  expect(codeOf(await open.step('decideRegistration', reviewed, withoutReason))).toBe('MALFORMED_TEXT');
  expect(codeOf(await open.act(OFFICIAL, 'acceptRegistration', { number: 'QY0', expectedVersion: 1 }))).toBe(
    'UNKNOWN_NUMBER',
  );
});

test('each side takes its own steps, with its own scope', async () => {
  const row = (await open.file()).case!;
  const { number } = row;
  const denied = (who: typeof OFFICIAL, mutation: string, args: Record<string, unknown>) =>
    open.denied(who, mutation, { number, ...args });
  const on = { expectedVersion: row.version };
  for (const who of [SERVICES, FOUNDER, { ...OFFICIAL, scopes: [] }]) {
    expect(await denied(who, 'acceptRegistration', on)).toBe('FORBIDDEN');
    expect(await denied(who, 'decideRegistration', { ...on, decision: 'GRANTED' })).toBe('FORBIDDEN');
  }
  for (const who of [OFFICIAL, FOUNDER, { ...SERVICES, scopes: [] }]) {
    expect(await denied(who, 'refileRegistration', { details: DETAILS })).toBe('FORBIDDEN');
    expect(await denied(who, WITHDRAW, {})).toBe('FORBIDDEN');
    expect(await denied(who, 'voidRegistration', { reason: 'x' })).toBe('FORBIDDEN');
  }
  for (const mutation of [WITHDRAW, 'refileRegistration', 'voidRegistration']) {
    const args = { number, ...(mutation === 'refileRegistration' && { details: DETAILS }) };
    const whole = mutation === 'voidRegistration' ? { ...args, reason: 'x' } : args;
    expect(codeOf(await open.act(OTHER_CLIENT, mutation, whole))).toBe('UNKNOWN_NUMBER');
  }
  expect(codeOf(await open.act(SERVICES, 'refileRegistration', { number, details: DETAILS }))).toBe(
    'WRONG_STATE',
  );
  expect(await open.read(STRANGER, number)).toBeNull();
  expect(await open.read(FOUNDER, number)).toMatchObject({ number, state: 'SUBMITTED' });
});
