import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CONTENT,
  FISHERIES,
  LAKE,
  openSharing,
  type OpenSharing,
  type Outcome,
} from './support/open-sharing.ts';

let sharing: OpenSharing;
beforeAll(async () => {
  sharing = await openSharing();
});
afterAll(() => sharing.close());

const REASON = 'The basis does not cover it.';

/** The actions on an application, by whoever may take them. */
const ACTIONS = {
  revise: (number: string) =>
    sharing.act(LAKE, 'reviseSharingApplication', { number, input: { ...CONTENT, purpose: 'Other' } }),
  submit: (number: string) => sharing.act(LAKE, 'submitSharingApplication', { number }),
  withdraw: (number: string) => sharing.act(LAKE, 'withdrawSharingApplication', { number }),
  requestChanges: (number: string) =>
    sharing.act(FISHERIES, 'requestSharingApplicationChanges', { number, reason: REASON }),
  extend: (number: string) =>
    sharing.act(FISHERIES, 'extendSharingApplication', { number, reason: REASON, consentedBy: '数据局' }),
  approve: (number: string) => sharing.act(FISHERIES, 'approveSharingApplication', { number }),
  refuse: (number: string) => sharing.act(FISHERIES, 'refuseSharingApplication', { number, reason: REASON }),
};
type Action = keyof typeof ACTIONS;

async function draft(): Promise<string> {
  const { application } = await sharing.act(LAKE, 'createSharingApplication', { input: CONTENT });
  return application!['number'] as string;
}

/** Creates an application in each state. */
const STATES = {
  DRAFT: draft,
  SUBMITTED: () => sharing.apply(),
  CHANGES_REQUESTED: () => brought('requestChanges'),
  REFUSED: () => brought('refuse'),
  APPROVED: () => brought('approve'),
  WITHDRAWN: () => brought('withdraw'),
};
type State = keyof typeof STATES;

async function brought(action: Action): Promise<string> {
  const number = await sharing.apply();
  await ACTIONS[action](number);
  return number;
}

async function stateOf(number: string): Promise<unknown> {
  const { sharingApplication } = await sharing.data<{ sharingApplication: { state: string } }>(
    LAKE,
    `{ sharingApplication(number: "${number}") { state } }`,
  );
  return sharingApplication.state;
}

/** State before, action, state after. All other actions are rejected. */
const ALLOWED: Record<State, Partial<Record<Action, State>>> = {
  DRAFT: { revise: 'DRAFT', submit: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  SUBMITTED: {
    withdraw: 'WITHDRAWN',
    requestChanges: 'CHANGES_REQUESTED',
    extend: 'SUBMITTED',
    approve: 'APPROVED',
    refuse: 'REFUSED',
  },
  CHANGES_REQUESTED: { revise: 'CHANGES_REQUESTED', submit: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  REFUSED: {},
  APPROVED: {},
  WITHDRAWN: {},
};

describe.each(Object.keys(STATES) as State[])('an application that is %s', (state) => {
  test.each(Object.keys(ACTIONS) as Action[])('%s', async (action) => {
    const number = await STATES[state]();
    expect(await stateOf(number)).toBe(state);
    const before = await historyOf(number);

    const outcome: Outcome = await ACTIONS[action](number);
    const after = ALLOWED[state][action];
    if (after) {
      expect(outcome.userErrors).toEqual([]);
      expect(outcome.application).toMatchObject({ number, state: after });
    } else {
      const hidden = state === 'DRAFT';
      expect(outcome).toMatchObject({
        application: null,
        userErrors: [{ code: hidden ? 'UNKNOWN_NUMBER' : 'WRONG_STATE', field: ['number'] }],
      });
    }
    expect(await stateOf(number)).toBe(after ?? state);
    expect(await historyOf(number)).toHaveLength(before.length + (after ? 1 : 0));
  });
});

async function historyOf(number: string, caller = LAKE): Promise<object[]> {
  const { sharingApplication } = await sharing.data<{ sharingApplication: { history: object[] } }>(
    caller,
    `{ sharingApplication(number: "${number}") {
      history { at action from to client user department reason } } }`,
  );
  return sharingApplication.history;
}

test('the history tells every transition: what, when, who, why', async () => {
  sharing.clock.now = new Date('2026-03-03T01:00:00Z');
  const number = await draft();
  await ACTIONS.submit(number);
  sharing.clock.now = new Date('2026-03-04T01:00:00Z');
  await ACTIONS.requestChanges(number);
  await ACTIONS.revise(number);
  await ACTIONS.submit(number);
  sharing.clock.now = new Date('2026-03-05T01:00:00Z');
  await ACTIONS.refuse(number);

  const lake = { client: 'lake', user: 'w*', department: 'police', reason: null };
  const desk = { client: 'fisheries-desk', user: 'l*', department: 'fisheries', reason: REASON };
  const third = '2026-03-03T01:00:00.000Z';
  const fourth = '2026-03-04T01:00:00.000Z';
  const history = await historyOf(number);
  expect(history).toEqual([
    { ...lake, at: third, action: 'CREATE', from: null, to: 'DRAFT' },
    { ...lake, at: third, action: 'SUBMIT', from: 'DRAFT', to: 'SUBMITTED' },
    { ...desk, at: fourth, action: 'REQUEST_CHANGES', from: 'SUBMITTED', to: 'CHANGES_REQUESTED' },
    { ...lake, at: fourth, action: 'REVISE', from: 'CHANGES_REQUESTED', to: 'CHANGES_REQUESTED' },
    { ...lake, at: fourth, action: 'SUBMIT', from: 'CHANGES_REQUESTED', to: 'SUBMITTED' },
    { ...desk, at: '2026-03-05T01:00:00.000Z', action: 'REFUSE', from: 'SUBMITTED', to: 'REFUSED' },
  ]);

  const names = new Map([
    ['w*', 'wang'],
    ['l*', 'li'],
  ]);
  const sensitive = { ...LAKE, scopes: [...LAKE.scopes, 'sensitive:read'] };
  expect(await historyOf(number, sensitive)).toEqual(
    (history as { user: string }[]).map((event) => ({ ...event, user: names.get(event.user) })),
  );
});

test.each<[action: string, what: string, variables: object, field: string]>([
  ['requestSharingApplicationChanges', 'a blank', { reason: ' ' }, 'reason'],
  ['refuseSharingApplication', 'no reason', { reason: '' }, 'reason'],
  ['refuseSharingApplication', 'U+0000', { reason: '\0' }, 'reason'],
  ['refuseSharingApplication', '2001 characters', { reason: 'x'.repeat(2001) }, 'reason'],
  ['extendSharingApplication', 'no reason', { reason: '', consentedBy: '数据局' }, 'reason'],
  ['extendSharingApplication', 'no consent', { reason: REASON, consentedBy: ' ' }, 'consentedBy'],
])('%s with %s is refused: it must be said why', async (action, _what, variables, field) => {
  const number = await sharing.apply();
  expect(await sharing.act(FISHERIES, action, { number, ...variables })).toMatchObject({
    application: null,
    userErrors: [{ code: 'MALFORMED_TEXT', field: [field] }],
  });
  expect(await stateOf(number)).toBe('SUBMITTED');
});
