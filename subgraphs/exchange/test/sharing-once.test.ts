import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CONTENT,
  LAKE,
  mutation,
  openSharing,
  type OpenSharing,
  type Outcome,
  POND,
} from './support/open-sharing.ts';

let sharing: OpenSharing;
beforeAll(async () => {
  sharing = await openSharing();
});
afterAll(() => sharing.close());

const variables = (content: object = {}) => ({
  input: { ...CONTENT, ...content },
  idempotencyKey: randomUUID(),
});

async function countOf(caller = LAKE): Promise<number> {
  const { sharingApplications } = await sharing.data<{ sharingApplications: { totalCount: number } }>(
    caller,
    '{ sharingApplications(first: 1) { totalCount } }',
  );
  return sharingApplications.totalCount;
}

test.each(['applyForSharing', 'createSharingApplication'])(
  '%s, sent many times at once with one key to two servers, makes one application',
  async (action) => {
    const before = await countOf();
    const sent = variables();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => sharing.ask(LAKE, mutation(action), sent, i % 2)),
    );
    const outcomes = answers.map(({ data }) => data!['answer'] as Outcome);
    expect(outcomes.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    expect(new Set(outcomes.map(({ application }) => application!['number'])).size).toBe(1);
    expect(await countOf()).toBe(before + 1);
  },
);

test('sent again it gives the application as it is now, also when it could no longer be made', async () => {
  const sent = variables();
  const { application } = await sharing.act(LAKE, 'applyForSharing', sent);
  await sharing.act(LAKE, 'withdrawSharingApplication', { number: application!['number'] });
  const { now } = sharing.clock;
  sharing.clock.now = new Date('2027-02-01T00:00:00Z');
  try {
    const again = await sharing.act(LAKE, 'applyForSharing', sent);
    expect(again).toMatchObject({
      application: { number: application!['number'], state: 'WITHDRAWN' },
      userErrors: [],
    });
    expect((await sharing.act(LAKE, 'applyForSharing', variables())).userErrors).toMatchObject([
      { code: 'UNTIL_PASSED' },
    ]);
  } finally {
    sharing.clock.now = now;
  }
});

test('a key that comes with other input, or for another command, is rejected, and so is one that is none', async () => {
  const sent = variables();
  await sharing.act(LAKE, 'applyForSharing', sent);
  const before = await countOf();
  for (const [action, changed, code] of [
    ['applyForSharing', { input: { ...CONTENT, purpose: 'Other' } }, 'IDEMPOTENCY_KEY_REUSED'],
    ['createSharingApplication', {}, 'IDEMPOTENCY_KEY_REUSED'],
    ['applyForSharing', { idempotencyKey: 'two words' }, 'MALFORMED_IDEMPOTENCY_KEY'],
  ] as const) {
    expect(await sharing.act(LAKE, action, { ...sent, ...changed })).toMatchObject({
      application: null,
      userErrors: [{ code, field: ['idempotencyKey'] }],
    });
  }
  expect(await countOf()).toBe(before);
});

test('a rejected application leaves its key, and a key of a person shows nothing of another client', async () => {
  const sent = variables({ fields: ['Vessel.none'] });
  expect((await sharing.act(LAKE, 'applyForSharing', sent)).userErrors).toMatchObject([
    { code: 'UNKNOWN_FIELD' },
  ]);
  const mended = { ...sent, input: CONTENT };
  expect((await sharing.act(LAKE, 'applyForSharing', mended)).userErrors).toEqual([]);
  expect(await sharing.act({ ...POND, user: LAKE.user }, 'applyForSharing', mended)).toMatchObject({
    application: null,
    userErrors: [{ code: 'UNKNOWN_NUMBER', field: ['idempotencyKey'] }],
  });
  // An application that acts for itself has keys of its own.
  expect((await sharing.act(POND, 'applyForSharing', mended)).userErrors).toEqual([]);
});
