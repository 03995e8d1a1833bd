import { contents, type PrivateKey, signCredential } from '@yiwang/identity';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Proposal } from '../src/registry/proposal/check-proposals.ts';
import { CHECK, type OpenRegistry, openRegistry, type PublishAnswer } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

let registry: OpenRegistry;
let owner: PrivateKey;
let other: PrivateKey;
beforeAll(async () => {
  registry = await openRegistry();
  owner = await registry.keyOf('DEPARTMENT', 'fisheries');
  other = await registry.keyOf('DEPARTMENT', 'harbours');
});
beforeEach(async () => {
  await registry.department.database.sql`
    truncate approvals, supergraphs, supergraph_parts, supergraph_versions, subgraph_versions, verified_addresses restart identity cascade`;
  expect((await registry.publish([OWNED, harbours()])).outcome).toBe('PUBLISHED');
});
afterAll(() => registry.close());

const OWNED = fisheries('"Length, in metres."\n  lengthM: Float');
/** Harbours takes over the length of vessels. */
const TAKING: Proposal = harbours('', 'lengthM: Float @federation__override(from: "fisheries")');
const MORE: Proposal = harbours(
  '',
  'name: String @sharing(class: UNCONDITIONAL, cycle: DAILY) @federation__override(from: "fisheries")\n  lengthM: Float @federation__override(from: "fisheries")',
);

const publish = (options: Parameters<OpenRegistry['publish']>[1] = {}, what = TAKING) =>
  registry.publish([what], { keys: [other], ...options });

async function ask<Answer>(query: string, variables: object): Promise<Answer> {
  const { data, errors } = await registry.department.ask(query, variables as never);
  if (errors) throw errors[0]!;
  return JSON.parse(JSON.stringify((data as { answer: Answer }).answer)) as Answer;
}

interface Approved {
  approval: { id: string; state: string } | null;
  userErrors: { code: string }[];
}

const SHOWN = 'id change owner proposers changes state approvedBy isStandIn version';

async function approve(
  change: string,
  { by = owner, department = 'fisheries', days = 14, standIn = false } = {},
): Promise<Approved> {
  const claim = { action: 'approve', digest: contents.approve(department, change, days, standIn) };
  return ask(
    `mutation ($department: ID!, $change: ID!, $days: Int!, $standIn: Boolean!, $credential: String!) {
      answer: approveChange(department: $department, change: $change, days: $days, standIn: $standIn, credential: $credential) {
        approval { ${SHOWN} } userErrors { code } } }`,
    { department, change, days, standIn, credential: await signCredential(by, claim) },
  );
}

async function withdraw(id: string, by = owner): Promise<Approved> {
  const claim = { action: 'withdrawApproval', digest: contents.withdrawApproval(id) };
  return ask(
    `mutation ($id: ID!, $credential: String!) {
      answer: withdrawApproval(id: $id, credential: $credential) { approval { ${SHOWN} } userErrors { code } } }`,
    { id, credential: await signCredential(by, claim) },
  );
}

async function listed(department = 'fisheries', by = owner): Promise<{ id: string; state: string }[]> {
  const claim = { action: 'approvals', digest: contents.approvals(department) };
  return ask(
    `query ($department: ID!, $credential: String!) {
      answer: changeApprovals(department: $department, credential: $credential) { ${SHOWN} } }`,
    { department, credential: await signCredential(by, claim) },
  );
}

async function changeOf(answer: Promise<PublishAnswer>): Promise<string> {
  return (await answer).check!.consents[0]!.change;
}

test('what takes a field of another over is refused, tells whose consent it needs, and is then asked for', async () => {
  const before = await registry.contentsOfTables();
  const refused = await publish({ acceptBreaking: true });
  expect(refused).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [{ code: 'CONSENT_REQUIRED', field: ['subgraphs'] }],
    check: { outcome: 'FAILS', consents: [{ owner: 'fisheries', isGiven: false }] },
  });
  expect(refused.userErrors[0]!.message).toContain(
    `This needs the consent of fisheries: Vessel.lengthM would also be answered by harbours (entered). fisheries would no longer answer for Vessel.lengthM, but harbours. Ask fisheries to run: yiwang approve ${refused.check!.consents[0]!.change} --department fisheries`,
  );
  expect(refused.check!.changes.filter(({ consentOf }) => consentOf.length > 0)).toMatchObject([
    { kind: 'ANSWERED_BY_ANOTHER', severity: 'BREAKING', consentOf: ['fisheries'] },
    { kind: 'ANSWERED_NO_LONGER', severity: 'BREAKING', consentOf: ['fisheries'] },
  ]);
  expect(await registry.contentsOfTables()).toEqual(before);
  const request = { owner: 'fisheries', proposers: ['harbours'], state: 'REQUESTED', isStandIn: false };
  expect(await listed()).toMatchObject([request]);
  expect(await listed('harbours', other)).toMatchObject([request]);
  await publish();
  expect(await listed()).toHaveLength(1);
});

test('with an approval of its owner it is published, once', async () => {
  const change = await changeOf(publish());
  expect(await approve(change)).toMatchObject({ approval: { state: 'APPROVED' }, userErrors: [] });
  expect(await publish()).toMatchObject({
    outcome: 'PUBLISHED',
    version: 2,
    check: { consents: [{ isGiven: true }] },
  });
  expect(await listed()).toMatchObject([{ state: 'USED', version: 2, approvedBy: owner.kid }]);

  expect((await registry.publish([harbours()], { keys: [other] })).outcome).toBe('PUBLISHED');
  expect(await publish()).toMatchObject({ userErrors: [{ code: 'CONSENT_REQUIRED' }] });
});

test('a check tells the same, before and after the approval', async () => {
  const check = async () => {
    const claim = { action: 'check', digest: contents.check('harbours', TAKING.sdl) };
    return ask<NonNullable<PublishAnswer['check']>>(
      `query ($input: CheckSubgraphInput!, $credential: String!) {
        answer: checkSubgraph(input: $input, credential: $credential) { ${CHECK} } }`,
      {
        input: { department: 'harbours', sdl: TAKING.sdl },
        credential: await signCredential(other, claim),
      },
    );
  };
  const found = await check();
  expect(found).toMatchObject({ outcome: 'FAILS', consents: [{ owner: 'fisheries', isGiven: false }] });
  expect(await listed()).toEqual([]);
  const change = await changeOf(publish());
  expect(found.consents[0]!.change).toBe(change);
  await approve(change);
  expect(await check()).toMatchObject({ consents: [{ isGiven: true }] });
});

test('an approval is for one change: of another, or of more, there is none', async () => {
  await approve(await changeOf(publish()));
  expect(await publish({}, MORE)).toMatchObject({ userErrors: [{ code: 'CONSENT_REQUIRED' }] });
});

test('an approval of another department, of a gateway, or by a credential for another change is none', async () => {
  const change = await changeOf(publish());
  for (const by of [other, await registry.keyOf('GATEWAY', 'edge')]) {
    await expect(approve(change, { by })).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  }
  expect(await approve(change, { by: other, department: 'harbours' })).toMatchObject({
    userErrors: [{ code: 'UNKNOWN_CHANGE' }],
  });
  const claim = { action: 'approve', digest: contents.approve('fisheries', 'other', 14, false) };
  const credential = await signCredential(owner, claim);
  await expect(
    ask(
      `mutation ($change: ID!, $credential: String!) { answer: approveChange(department: "fisheries", change: $change, credential: $credential) { userErrors { code } } }`,
      { change, credential },
    ),
  ).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  expect(await publish()).toMatchObject({ userErrors: [{ code: 'CONSENT_REQUIRED' }] });
});

test('an approval that was withdrawn, has expired, or whose key was revoked is worth nothing', async () => {
  const { sql } = registry.department.database;
  const refused = { userErrors: [{ code: 'CONSENT_REQUIRED' }] };

  const { approval } = await approve(await changeOf(publish()));
  await expect(withdraw(approval!.id, other)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  expect(await withdraw(approval!.id)).toMatchObject({ approval: { state: 'WITHDRAWN' } });
  expect(await withdraw(approval!.id)).toMatchObject({ userErrors: [{ code: 'APPROVAL_CLOSED' }] });
  expect(await publish()).toMatchObject(refused);

  await approve(await changeOf(publish()));
  await sql`update approvals set expires_at = now() - interval '1 second' where approved_at is not null`;
  expect(await publish()).toMatchObject(refused);
  expect((await listed()).map(({ state }) => state)).toEqual(['REQUESTED', 'EXPIRED', 'WITHDRAWN']);

  const former = await registry.keyOf('DEPARTMENT', 'fisheries');
  await approve(await changeOf(publish()), { by: former });
  await sql`update keys set revoked_at = now() where kid = ${former.kid}`;
  expect(await publish()).toMatchObject(refused);
});

test('the owner’s key beside the other’s on the same publication is its consent', async () => {
  expect((await publish({ keys: [other, owner] })).outcome).toBe('PUBLISHED');
});

test('an operator’s key alone is no consent; standing in is explicit, signed and recorded', async () => {
  expect(await publish({ keys: [registry.operator], acceptBreaking: true })).toMatchObject({
    userErrors: [{ code: 'CONSENT_REQUIRED' }],
  });
  const change = await changeOf(publish());
  expect(await approve(change, { by: registry.operator })).toMatchObject({
    userErrors: [{ code: 'STAND_IN_REQUIRED' }],
  });
  expect(await approve(change, { by: registry.operator, standIn: true })).toMatchObject({
    approval: { state: 'APPROVED', isStandIn: true },
  });
  expect((await publish()).outcome).toBe('PUBLISHED');

  expect((await registry.publish([harbours()], { keys: [other] })).outcome).toBe('PUBLISHED');
  expect((await publish({ waive: ['OWNER_CONSENT'] })).outcome).toBe('PUBLISHED');
  const { sql } = registry.department.database;
  expect(await sql`select kids, reason from audit_log order by id desc limit 1`).toEqual([
    { kids: [other.kid, registry.operator.kid], reason: 'waived: OWNER_CONSENT' },
  ]);
});

test('a waiver that a department has signed, or of something else, waives nothing', async () => {
  const claim = { action: 'publish', digest: contents.publish([TAKING]) };
  for (const [key, waived] of [
    [other, 'OWNER_CONSENT'],
    [registry.operator, 'CALLER_VERIFICATION'],
  ] as const) {
    const waive = { action: 'waive', digest: contents.waive(claim.digest, [waived]) };
    await expect(
      ask(
        `mutation ($subgraphs: [SubgraphInput!]!, $credentials: [String!]!, $waiver: WaiverInput) {
          answer: publishSubgraphs(subgraphs: $subgraphs, credentials: $credentials, waiver: $waiver) { outcome } }`,
        {
          subgraphs: [TAKING],
          credentials: [await signCredential(other, claim)],
          waiver: { of: ['OWNER_CONSENT'], credential: await signCredential(key, waive) },
        },
      ),
    ).rejects.toThrow();
  }
});

test('a rollback that gives a field back to whom it was taken from needs the consent of who has it now', async () => {
  await approve(await changeOf(publish()));
  await publish();
  const { data } = await registry.rollback(1, 'as before');
  expect(data).toMatchObject({
    answer: { outcome: 'REFUSED', userErrors: [{ code: 'CONSENT_REQUIRED', field: ['version'] }] },
  });
  const again = await registry.rollback(1, 'as before', registry.operator, ['OWNER_CONSENT']);
  expect(again.data).toMatchObject({ answer: { outcome: 'ROLLED_BACK', version: 3 } });
});

test('a department leaves without the consent of others, with what it had taken over', async () => {
  await approve(await changeOf(publish()));
  await publish();
  const digest = contents.withdraw('harbours', 'closed', { acceptBreaking: true });
  expect(
    await ask(
      `mutation ($credential: String!) { answer: withdrawSubgraph(department: "harbours", reason: "closed", credential: $credential, acceptBreaking: true) { outcome userErrors { message } } }`,
      { credential: await signCredential(other, { action: 'withdraw', digest }) },
    ),
  ).toEqual({ outcome: 'WITHDRAWN', userErrors: [] });
});
