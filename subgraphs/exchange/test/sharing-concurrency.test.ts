import { publicKeyOf, verifyGrants } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '../src/sharing/authorize.ts';
import { GRANTS_IN_FORCE } from './support/open-registry.ts';
import {
  CONTENT,
  FISHERIES,
  LAKE,
  mutation,
  openSharing,
  type OpenSharing,
  type Outcome,
} from './support/open-sharing.ts';

let sharing: OpenSharing;
beforeAll(async () => {
  sharing = await openSharing();
});
afterAll(() => sharing.close());

type Try = [caller: Principal, action: string, more?: object];

/** Runs all of them at once, with two servers over one database. */
async function atOnce(tries: readonly Try[], variables: object): Promise<Outcome[]> {
  const answers = await Promise.all(
    tries.map(([caller, action, more], i) =>
      sharing.ask(caller, mutation(action), { ...variables, ...more }, i % 2),
    ),
  );
  return answers.map(({ data, errors }) => {
    if (errors) throw new Error(errors[0]!.message);
    return data!['answer'] as Outcome;
  });
}

const codes = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ userErrors }) => userErrors[0]?.code ?? 'DONE').sort();

const REASON = { reason: 'Decided.' };

test.each<[who: string, tries: Try[]]>([
  [
    'client and department',
    [
      [FISHERIES, 'approveSharingApplication'],
      [FISHERIES, 'refuseSharingApplication', REASON],
      [LAKE, 'withdrawSharingApplication'],
      [FISHERIES, 'approveSharingApplication'],
      [FISHERIES, 'refuseSharingApplication', REASON],
      [LAKE, 'withdrawSharingApplication'],
    ],
  ],
  [
    'the department',
    [
      [FISHERIES, 'approveSharingApplication'],
      [FISHERIES, 'requestSharingApplicationChanges', REASON],
      [FISHERIES, 'refuseSharingApplication', REASON],
      [FISHERIES, 'approveSharingApplication'],
      [FISHERIES, 'requestSharingApplicationChanges', REASON],
      [FISHERIES, 'refuseSharingApplication', REASON],
    ],
  ],
])('when %s decide an application many times at once, one decision is made', async (_who, tries) => {
  const states = new Set<unknown>();
  for (let round = 0; round < 6; round++) {
    const number = await sharing.apply();
    const outcomes = await atOnce([...tries.slice(round), ...tries.slice(0, round)], { number });
    expect(codes(outcomes)).toEqual(['DONE', ...Array.from({ length: 5 }, () => 'WRONG_STATE')]);

    const { state } = outcomes.find(({ userErrors }) => userErrors.length === 0)!.application!;
    states.add(state);
    const found = await sharing.data<{ sharingApplication: { history: object[] } }>(
      LAKE,
      `{ sharingApplication(number: "${number}") { state grant { id } history { to } } }`,
    );
    expect(found.sharingApplication).toMatchObject({
      state,
      grant: state === 'APPROVED' ? { id: expect.any(String) as string } : null,
    });
    expect(found.sharingApplication.history).toHaveLength(3);
  }
  expect(states.size).toBeGreaterThan(1);
});

test('of renewals that are asked for at once exactly one is', async () => {
  const id = await sharing.grant();
  const tries = Array.from({ length: 5 }, (): Try => [LAKE, 'renewGrant', { until: '2027-06-01T00:00:00Z' }]);
  expect(codes(await atOnce(tries, { id }))).toEqual([
    'DONE',
    ...Array.from({ length: 4 }, () => 'RENEWAL_PENDING'),
  ]);
});

test('a grant that is revoked and replaced at once ends one way', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await sharing.grant();
    const { application } = await sharing.act(LAKE, 'renewGrant', { id, until: '2027-06-01T00:00:00Z' });
    const number = application!['number'];
    const outcomes = await atOnce(
      [
        [FISHERIES, 'revokeGrant', { id, ...REASON }],
        [FISHERIES, 'approveSharingApplication', { number }],
      ],
      {},
    );
    expect(outcomes[1]!.userErrors).toEqual([]);
    const { grant } = await sharing.data<{
      grant: { state: string; replacedBy: unknown; history: unknown[] };
    }>(LAKE, `{ grant(id: "${id}") { state replacedBy { id } history { to } } }`);
    const revoked = outcomes[0]!.userErrors.length === 0;
    expect(grant.state).toBe(revoked ? 'REVOKED' : 'EXPIRED');
    expect(grant.replacedBy === null).toBe(revoked);
    expect(grant.history).toHaveLength(2);
  }
});

test('every change of what is in force is a version of its own, and polling meanwhile never goes back', async () => {
  interface Polled {
    grantsInForce: { version: number; token: string } | null;
  }
  const read = async (after: number | null = null) =>
    (await sharing.data<Polled>('UNSIGNED', GRANTS_IN_FORCE, await sharing.registry.grantsAsked(after)))
      .grantsInForce;
  const before = (await read())!.version;

  const numbers = await Promise.all(Array.from({ length: 8 }, () => sharing.apply()));
  let done = false;
  const seen: { version: number; grants: number }[] = [];
  async function watch() {
    let after = before;
    while (!done) {
      const next = await read(after);
      if (!next) continue;
      const { version, grants } = await verifyGrants(publicKeyOf(sharing.registry.signing), next.token);
      expect(version).toBe(next.version);
      seen.push({ version, grants: grants.length });
      after = version;
    }
  }
  const watching = watch();
  const tries = numbers.map((number): Try => [FISHERIES, 'approveSharingApplication', { number }]);
  expect(new Set(codes(await atOnce(tries, {})))).toEqual(new Set(['DONE']));
  const last = (await read())!;
  done = true;
  await watching;

  expect(last.version).toBe(before + 8);
  const versions = seen.map(({ version }) => version);
  expect(versions).toEqual([...versions].sort((left, right) => left - right));
  // Each version has one more grant.
  const first = seen[0];
  for (const { version, grants } of seen) {
    expect(grants - first!.grants).toBe(version - first!.version);
  }
});

test('applications that are made at once have numbers of their own', async () => {
  const tries = Array.from({ length: 10 }, (): Try => [LAKE, 'applyForSharing', { input: CONTENT }]);
  const outcomes = await atOnce(tries, {});
  expect(new Set(outcomes.map(({ application }) => application!['number'])).size).toBe(10);
});
