import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  FISHERIES,
  HARBOURS,
  LAKE,
  mutation,
  openSharing,
  type OpenSharing,
  type Outcome,
  POND,
} from './support/open-sharing.ts';

let sharing: OpenSharing;
beforeAll(async () => {
  sharing = await openSharing('2026-09-30T02:00:00Z');
});
afterAll(() => sharing.close());

const REPORT = {
  coordinate: 'Vessel.name',
  subject: '苏渔 00123',
  problem: 'The name is that of the sister ship.',
  evidence: 'Photograph of the bow, case 17.',
  proposal: '太湖二号',
};

async function report(more: object = {}, caller = LAKE): Promise<string> {
  const { correction, userErrors } = await sharing.act(caller, 'reportCorrection', {
    input: { ...REPORT, ...more },
  });
  if (!correction) throw new Error(JSON.stringify(userErrors));
  return correction['number'] as string;
}

const ACTIONS: Record<string, (number: string) => Promise<Outcome>> = {
  withdraw: (number) => sharing.act(LAKE, 'withdrawCorrection', { number }),
  accept: (number) => sharing.act(FISHERIES, 'acceptCorrection', { number }),
  refuse: (number) => sharing.act(FISHERIES, 'refuseCorrection', { number, reason: 'It is right.' }),
  answer: (number) => sharing.act(FISHERIES, 'answerCorrection', { number, answer: 'Ask the port.' }),
};

const AFTER: Record<string, object> = {
  withdraw: { state: 'WITHDRAWN', answer: null },
  accept: { state: 'ACCEPTED', answer: null },
  refuse: { state: 'REFUSED', answer: 'It is right.' },
  answer: { state: 'ANSWERED', answer: 'Ask the port.' },
};

describe.each(Object.keys(ACTIONS))('a report on which one did: %s', (first) => {
  test.each(Object.keys(ACTIONS))('is closed to: %s', async (second) => {
    const number = await report();
    expect(await ACTIONS[first]!(number)).toMatchObject({
      correction: { number, ...AFTER[first], dueAt: null },
      userErrors: [],
    });
    expect(await ACTIONS[second]!(number)).toMatchObject({
      correction: null,
      userErrors: [{ code: 'WRONG_STATE', field: ['number'] }],
    });
  });
});

test('a report is due after ten working days, across the National Day, and overdue from then on', async () => {
  sharing.clock.now = new Date('2026-09-30T02:00:00Z');
  const number = await report();
  const query = `query ($number: ID!) { correction(number: $number) { number state client department { name }
    coordinate subject problem evidence proposal reportedAt dueAt overdue ruleSet answer
    history { action from to client reason } } }`;
  const { correction } = await sharing.data<{ correction: object }>(LAKE, query, { number });
  expect(correction).toEqual({
    ...REPORT,
    number,
    state: 'SUBMITTED',
    client: 'lake',
    department: { name: 'fisheries' },
    reportedAt: '2026-09-30T02:00:00.000Z',
    dueAt: '2026-10-20T16:00:00.000Z',
    overdue: false,
    ruleSet: 'REGULATION_2025',
    answer: null,
    history: [{ action: 'SUBMIT', from: null, to: 'SUBMITTED', client: 'lake', reason: null }],
  });
  expect(number).toMatch(/^SC2026\d{6}$/);
  sharing.clock.now = new Date('2026-10-20T16:00:00Z');
  expect(await sharing.data(FISHERIES, query, { number })).toMatchObject({ correction: { overdue: true } });
  await ACTIONS['accept']!(number);
  expect(await sharing.data(FISHERIES, query, { number })).toMatchObject({ correction: { overdue: false } });
});

test.each([
  ['a field that nobody has', { coordinate: 'Vessel.crew' }, 'UNKNOWN_FIELD', 'coordinate'],
  ['another department', { department: 'harbours' }, 'AMBIGUOUS_DEPARTMENT', 'department'],
  ['no subject', { subject: '' }, 'MALFORMED_TEXT', 'subject'],
  ['a subject of 201 characters', { subject: 'x'.repeat(201) }, 'MALFORMED_TEXT', 'subject'],
  ['no problem', { problem: '\n' }, 'MALFORMED_TEXT', 'problem'],
  ['evidence of 2001 characters', { evidence: 'x'.repeat(2001) }, 'MALFORMED_TEXT', 'evidence'],
  ['U+0000', { proposal: '\0' }, 'MALFORMED_TEXT', 'proposal'],
])('a report with %s is refused', async (_what, more, code, field) => {
  expect(await sharing.act(LAKE, 'reportCorrection', { input: { ...REPORT, ...more } })).toMatchObject({
    correction: null,
    userErrors: [{ code, field: ['input', field] }],
  });
});

test('wrong data of any sharing class can be reported', async () => {
  for (const coordinate of ['Vessel.catchT', 'Vessel.informant', 'Harbour.depthM']) {
    expect(await report({ coordinate })).toMatch(/^SC/);
  }
});

test.each([
  ['refuseCorrection', { reason: '' }],
  ['answerCorrection', { answer: ' ' }],
])('%s without a word is refused', async (action, variables) => {
  const number = await report();
  expect(await sharing.act(FISHERIES, action, { number, ...variables })).toMatchObject({
    userErrors: [{ code: 'MALFORMED_TEXT' }],
  });
});

test('nobody but the client and the department sees a report, or does anything about it', async () => {
  const number = await report();
  const query = `{ correction(number: "${number}") { number } }`;
  for (const caller of [{ ...POND, client: 'river' }, HARBOURS]) {
    expect((await sharing.ask(caller, query)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  }
  expect(await sharing.act(HARBOURS, 'acceptCorrection', { number })).toMatchObject({
    userErrors: [{ code: 'UNKNOWN_NUMBER' }],
  });
  const both = { ...LAKE, scopes: ['sharing:correct', 'sharing:decide'] };
  expect((await sharing.ask(both, mutation('acceptCorrection'), { number })).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
  expect((await sharing.ask(null, mutation('acceptCorrection'), { number })).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
});
