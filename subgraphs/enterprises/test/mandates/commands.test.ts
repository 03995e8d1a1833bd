import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../../src/mandates/authorize.ts';
import {
  DEREGISTERED,
  FIRST,
  forgetMandates,
  HAN,
  INPUT,
  LI,
  MISSING,
  mutation,
  OFFICIAL,
  openMandates,
  type OpenMandates,
  OTHER,
  REVOKED,
  ROBOT,
  TODAY,
  WANG,
  ZHAO,
} from './open-mandates.ts';

let mandates: OpenMandates;
beforeAll(async () => {
  mandates = await openMandates();
});
beforeEach(() => forgetMandates(mandates));
afterAll(() => mandates[Symbol.asyncDispose]());

const AT = '2026-03-02T02:00:00.000Z';
const REASON = 'He has left us.';

const give = (input: object = {}, caller = HAN) =>
  mandates.act(caller, 'giveMandate', { input: { ...INPUT, ...input } });
const revoke = (caller: Principal, id: string, more: object = {}) =>
  mandates.act(caller, 'revokeMandate', { id, reason: REASON, ...more });
const register = (input: object = {}, caller = OFFICIAL) =>
  mandates.act(caller, 'registerLegalRepresentative', {
    input: { uscc: FIRST, person: 'zhao', reason: '变更登记 2026-17', ...input },
  });

async function countRows(): Promise<unknown> {
  const [row] = await mandates.database.sql`
    select (select count(*)::int from mandates where source = 'GRAPH') as mandates,
      (select count(*)::int from mandate_events) as events, (select count(*)::int from idempotency_keys) as keys`;
  return row;
}
const NOTHING = { mandates: 0, events: 0, keys: 0 };

describe('giving', () => {
  test('the legal representative gives an agent a mandate for some items, from today through a last day', async () => {
    const { mandate, userErrors } = await give({
      items: ['000126001000', '00010500100A', '000126001000'],
    });

    expect(userErrors).toEqual([]);
    expect(mandate).toEqual({
      id: expect.stringMatching(/^M-2026-\d{8}$/) as string,
      kind: 'AGENT',
      state: 'IN_FORCE',
      person: 'wang',
      items: ['00010500100A', '000126001000'],
      from: TODAY,
      until: '2027-03-02',
      givenAt: AT,
      givenBy: 'han',
      revokedAt: null,
      revokedAs: null,
      revokedBy: null,
      reason: null,
      version: 1,
      source: 'GRAPH',
      enterprise: { uscc: FIRST, name: '江苏一号有限公司' },
      history: [{ at: AT, action: 'GIVE', as: 'LEGAL_REPRESENTATIVE', user: 'han', reason: null }],
    });
  });

  test.each(['left out', 'null'])('with items that are %s it is for all matters', async (how) => {
    const { mandate } = await give(how === 'null' ? { items: null } : {});
    expect(mandate).toMatchObject({ items: null, state: 'IN_FORCE' });
  });

  test.each<[until: string, code: string | undefined]>([
    [TODAY, undefined],
    ['2029-03-02', undefined],
    ['2026-03-01', 'UNTIL_PASSED'],
    ['2029-03-03', 'UNTIL_TOO_LATE'],
  ])('until %s: %s', async (until, code) => {
    const { userErrors } = await give({ until });
    expect(userErrors.map((error) => [error.code, error.field])).toEqual(
      code ? [[code, ['input', 'until']]] : [],
    );
  });

  test('today is the day in China', async () => {
    mandates.clock.now = new Date('2026-03-02T16:30:00Z');
    expect((await give({ until: TODAY })).userErrors).toMatchObject([{ code: 'UNTIL_PASSED' }]);
    expect((await give()).mandate).toMatchObject({ from: '2026-03-03' });
  });

  test('on a leap day it lasts at most until the last of February three years ahead', async () => {
    mandates.clock.now = new Date('2028-02-29T02:00:00Z');
    expect((await give({ until: '2031-02-28' })).userErrors).toEqual([]);
    expect((await give({ until: '2031-03-01' })).userErrors).toMatchObject([{ code: 'UNTIL_TOO_LATE' }]);
  });

  test.each<[what: string, input: object, code: string, field: string[]]>([
    ['a person with nothing in its id', { person: ' ' }, 'MALFORMED_PERSON', ['input', 'person']],
    ['a person with a line break', { person: 'a\nb' }, 'MALFORMED_PERSON', ['input', 'person']],
    ['a person with U+0000', { person: 'a\0' }, 'MALFORMED_PERSON', ['input', 'person']],
    ['a person with blanks around it', { person: 'wang ' }, 'MALFORMED_PERSON', ['input', 'person']],
    ['a person of 201 characters', { person: 'x'.repeat(201) }, 'MALFORMED_PERSON', ['input', 'person']],
    ['no items', { items: [] }, 'NO_ITEMS', ['input', 'items']],
    [
      'too many items',
      { items: Array.from({ length: 101 }, (_, i) => String(i).padStart(12, '0')) },
      'TOO_MANY_ITEMS',
      ['input', 'items'],
    ],
    [
      'an item that is too short',
      { items: ['000126001000', '1'] },
      'MALFORMED_ITEM',
      ['input', 'items', '1'],
    ],
    ['an item in lower case', { items: ['00012600100a'] }, 'MALFORMED_ITEM', ['input', 'items', '0']],
    ['a mandate for oneself', { person: 'han' }, 'OWN_MANDATE', ['input', 'person']],
    ['another enterprise', { uscc: OTHER }, 'NOT_LEGAL_REPRESENTATIVE', ['input', 'uscc']],
    [
      'an enterprise that is not registered',
      { uscc: MISSING },
      'NOT_LEGAL_REPRESENTATIVE',
      ['input', 'uscc'],
    ],
  ])('%s is rejected, and leaves no trace', async (_what, input, code, field) => {
    const outcome = await give(input);
    expect(outcome).toMatchObject({ mandate: null, userErrors: [{ code, field }] });
    expect(await countRows()).toEqual(NOTHING);
  });

  test.each([
    ['deregistered', DEREGISTERED],
    ['revoked', REVOKED],
  ])('nobody gets a mandate for an enterprise that is %s', async (_what, uscc) => {
    expect((await give({ uscc }, LI)).userErrors).toMatchObject([
      { code: 'ENTERPRISE_CLOSED', field: ['input', 'uscc'] },
    ]);
    expect(await countRows()).toEqual(NOTHING);
  });

  test.each<[who: string, caller: Principal, code: string]>([
    ['an agent', WANG, 'NOT_LEGAL_REPRESENTATIVE'],
    ['somebody else', ZHAO, 'NOT_LEGAL_REPRESENTATIVE'],
    ['an official', OFFICIAL, 'NOT_LEGAL_REPRESENTATIVE'],
  ])('%s gives none', async (_who, caller, code) => {
    await mandates.give();
    const before = await countRows();
    expect((await give({ person: 'zhou' }, caller)).userErrors).toMatchObject([{ code }]);
    expect(await countRows()).toEqual(before);
  });

  test('a person gets at most 10 mandates for one enterprise, and one that has ended makes room', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 10; i++) ids.push(await mandates.give());
    expect((await give()).userErrors).toMatchObject([
      { code: 'TOO_MANY_MANDATES', field: ['input', 'person'] },
    ]);
    expect((await give({ person: 'zhao' })).userErrors).toEqual([]);

    await revoke(HAN, ids[0]!);
    expect((await give()).userErrors).toEqual([]);
  });

  test('a person gets at most 200 mandates in force; those that are over do not count', async () => {
    const fill = (count: number, until: string) => mandates.database.sql`
      insert into mandates (kind, uscc, person, "from", until, given_at, source)
      select 'AGENT', ${OTHER}, 'wang', '2025-01-01', ${until}::date, '2025-01-01T00:00:00Z', 'GRAPH'
      from generate_series(1, ${count})`;
    await fill(199, TODAY);
    await fill(50, '2026-03-01');
    await mandates.give();
    expect((await give()).userErrors).toMatchObject([{ code: 'TOO_MANY_MANDATES' }]);
    expect((await register({ person: 'wang' })).userErrors).toMatchObject([{ code: 'TOO_MANY_MANDATES' }]);
    expect(await mandates.statesOf(HAN)).toEqual(['IN_FORCE']);

    mandates.clock.now = new Date('2026-03-02T16:00:00Z');
    expect((await give()).userErrors).toEqual([]);
  });
});

describe('revoking', () => {
  test.each<[who: string, caller: Principal, action: string, as: string, shownTo: Principal]>([
    ['the legal representative', HAN, 'REVOKE', 'LEGAL_REPRESENTATIVE', WANG],
    ['the agent', WANG, 'GIVE_UP', 'AGENT', HAN],
    ['an official', OFFICIAL, 'REVOKE', 'OFFICIAL', OFFICIAL],
  ])('%s ends the mandate of an agent at once', async (_who, caller, action, as, shownTo) => {
    const id = await mandates.give();
    mandates.clock.now = new Date('2026-03-03T02:00:00Z');
    const ended = {
      state: 'REVOKED',
      revokedAt: '2026-03-03T02:00:00.000Z',
      revokedAs: as,
      revokedBy: caller.user,
      reason: REASON,
      version: 2,
      history: [
        { action: 'GIVE', as: 'LEGAL_REPRESENTATIVE', user: 'han', reason: null, at: AT },
        { action, as, user: caller.user, reason: REASON, at: '2026-03-03T02:00:00.000Z' },
      ],
    };
    const { mandate, userErrors } = await revoke(caller, id, { expectedVersion: 1 });
    expect(userErrors).toEqual([]);
    expect(mandate).toMatchObject({ id, ...ended });

    const { mandate: read } = await mandates.data<{ mandate: object }>(
      shownTo,
      `{ mandate(id: "${id}") { state revokedAt revokedAs revokedBy reason version history { at action as user reason } } }`,
    );
    expect(read).toEqual(ended);
  });

  test('an official stays unnamed to agent and legal representative', async () => {
    const id = await mandates.give();
    await revoke(OFFICIAL, id);
    for (const caller of [HAN, WANG]) {
      const { mandate } = await mandates.data<{ mandate: { history: object[] } }>(
        caller,
        `{ mandate(id: "${id}") { givenBy revokedAs revokedBy history { as user } } }`,
      );
      expect(mandate).toMatchObject({ givenBy: 'han', revokedAs: 'OFFICIAL', revokedBy: null });
      expect(mandate.history[1]).toEqual({ as: 'OFFICIAL', user: null });
    }
  });

  test('a mandate ends once', async () => {
    const id = await mandates.give();
    await revoke(WANG, id);
    expect((await revoke(HAN, id)).userErrors).toMatchObject([{ code: 'WRONG_STATE', field: ['id'] }]);
  });

  test('a mandate that time has ended is not revoked', async () => {
    const id = await mandates.give({ until: TODAY });
    mandates.clock.now = new Date('2026-03-02T15:59:59Z');
    expect(await mandates.statesOf(WANG)).toEqual(['IN_FORCE']);
    mandates.clock.now = new Date('2026-03-02T16:00:00Z');
    expect(await mandates.statesOf(WANG)).toEqual(['EXPIRED']);
    expect((await revoke(HAN, id)).userErrors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  test('a version that was read before the last change is stale', async () => {
    const id = await mandates.give();
    expect((await revoke(HAN, id, { expectedVersion: 2 })).userErrors).toMatchObject([
      { code: 'STALE_VERSION', field: ['expectedVersion'] },
    ]);
    expect(await mandates.statesOf(WANG)).toEqual(['IN_FORCE']);
  });

  test.each(['', '  ', 'x'.repeat(501), 'a\0b'])('the reason %j is malformed', async (reason) => {
    const id = await mandates.give();
    expect((await revoke(HAN, id, { reason })).userErrors).toMatchObject([
      { code: 'MALFORMED_TEXT', field: ['reason'] },
    ]);
    expect(await mandates.statesOf(WANG)).toEqual(['IN_FORCE']);
  });

  test('a legal representative cannot end its own mandate; an official can, and others may then not act for it', async () => {
    const { myMandates } = await mandates.data<{ myMandates: { edges: { node: { id: string } }[] } }>(
      HAN,
      '{ myMandates { edges { node { id } } } }',
    );
    const { id } = myMandates.edges[0]!.node;
    expect((await revoke(HAN, id)).userErrors).toMatchObject([
      { code: 'REGISTRATION_REQUIRED', field: ['id'] },
    ]);
    expect((await revoke(OFFICIAL, id)).userErrors).toEqual([]);
    expect((await give()).userErrors).toMatchObject([{ code: 'NOT_LEGAL_REPRESENTATIVE' }]);
  });
});

describe('registering a legal representative', () => {
  test('ends the mandate of the one before, and leaves those of agents in force', async () => {
    const agent = await mandates.give();
    const { mandate, userErrors } = await register();

    expect(userErrors).toEqual([]);
    expect(mandate).toMatchObject({
      kind: 'LEGAL_REPRESENTATIVE',
      state: 'IN_FORCE',
      person: 'zhao',
      items: null,
      from: TODAY,
      until: null,
      givenBy: 'official-7',
      history: [{ action: 'REGISTER', as: 'OFFICIAL', user: 'official-7', reason: '变更登记 2026-17' }],
    });
    expect(await mandates.statesOf(HAN)).toEqual(['REVOKED']);
    expect(await mandates.statesOf(WANG)).toEqual(['IN_FORCE']);
    const { myMandates } = await mandates.data<{ myMandates: { edges: { node: object }[] } }>(
      HAN,
      '{ myMandates { edges { node { revokedAs reason history { action as user } } } } }',
    );
    expect(myMandates.edges[0]!.node).toEqual({
      revokedAs: 'OFFICIAL',
      reason: '变更登记 2026-17',
      history: [{ action: 'REPLACE', as: 'OFFICIAL', user: null }],
    });

    expect((await give({ person: 'zhou' })).userErrors).toMatchObject([{ code: 'NOT_LEGAL_REPRESENTATIVE' }]);
    expect((await give({ person: 'zhou' }, ZHAO)).userErrors).toEqual([]);
    expect((await revoke(ZHAO, agent)).userErrors).toEqual([]);
  });

  test('works for an enterprise that has none, and for one that is wound up', async () => {
    expect((await register({ uscc: REVOKED, person: 'wang' })).userErrors).toEqual([]);
    await mandates.database.sql`
      update mandates set revoked_at = now(), revoked_as = 'OFFICIAL' where uscc = ${OTHER}`;
    expect((await register({ uscc: OTHER })).userErrors).toEqual([]);
  });

  test.each<[what: string, input: object, code: string, field: string[]]>([
    ['the same person again', { person: 'han' }, 'ALREADY_REPRESENTATIVE', ['input', 'person']],
    ['an enterprise that is not registered', { uscc: MISSING }, 'UNKNOWN_ENTERPRISE', ['input', 'uscc']],
    ['one that is deregistered', { uscc: DEREGISTERED }, 'ENTERPRISE_CLOSED', ['input', 'uscc']],
    ['no reason', { reason: ' ' }, 'MALFORMED_TEXT', ['input', 'reason']],
    ['a malformed person', { person: '' }, 'MALFORMED_PERSON', ['input', 'person']],
  ])('%s is rejected, and changes nothing', async (_what, input, code, field) => {
    expect(await register(input)).toMatchObject({ mandate: null, userErrors: [{ code, field }] });
    expect(await countRows()).toEqual(NOTHING);
    expect(await mandates.statesOf(HAN)).toEqual(['IN_FORCE']);
  });

  test('an official of a department may be an application', async () => {
    const desk = { ...OFFICIAL, user: null };
    const { mandate } = await register({}, desk);
    expect(mandate).toMatchObject({ givenBy: null, history: [{ as: 'OFFICIAL', user: null }] });
  });
});

describe('who may not', () => {
  const variables = {
    giveMandate: { input: INPUT },
    revokeMandate: { id: 'M-2026-00000001', reason: REASON },
    registerLegalRepresentative: { input: { uscc: FIRST, person: 'zhao', reason: REASON } },
  };

  test.each<[who: string, action: keyof typeof variables, caller: Principal | null]>([
    ['nobody who has not signed in', 'giveMandate', null],
    ['nobody who has not signed in', 'revokeMandate', null],
    ['nobody who has not signed in', 'registerLegalRepresentative', null],
    ['an application that acts for itself', 'giveMandate', ROBOT],
    ['an application that acts for itself', 'revokeMandate', ROBOT],
    ['a person', 'registerLegalRepresentative', HAN],
    ['an official of another department', 'registerLegalRepresentative', { ...OFFICIAL, department: 'tax' }],
    [
      'a client of the department without the scope',
      'registerLegalRepresentative',
      { ...OFFICIAL, scopes: [] },
    ],
  ])('%s may run %s', async (_who, action, caller) => {
    const answer = await mandates.ask(caller, mutation(action), {
      ...variables[action],
      idempotencyKey: 'k',
    });
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await countRows()).toEqual(NOTHING);
    expect(await mandates.statesOf(HAN)).toEqual(['IN_FORCE']);
  });
});
