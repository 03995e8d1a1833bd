import { contents, type PrivateKey, publicKeyOf, signCredential, verifySupergraph } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHECK, type OpenRegistry, openRegistry, type PublishAnswer } from './support/open-registry.ts';
import { fisheries, harbours } from './support/subgraphs.ts';

let registry: OpenRegistry;
let key: PrivateKey;
beforeAll(async () => {
  registry = await openRegistry();
  key = await registry.keyOf('DEPARTMENT', 'harbours');
  await registry.publish([fisheries(), harbours()]);
  const now = new Date().toISOString();
  await registry.report([
    {
      ...{ variant: 'public', client: 'portal', clientVersion: '2.1', name: 'HarbourPage', digest: 'd1' },
      ...{ coordinates: ['Query.harbour', 'Harbour.name'], count: 7, errors: 0, from: now, until: now },
    },
  ]);
});
afterAll(() => registry.close());

const REASON = 'the office is closed';

async function ask(department: string, options: { reason?: string; by?: PrivateKey; accept?: boolean } = {}) {
  const { reason = REASON, by = key, accept = false } = options;
  const claim = {
    action: 'withdraw',
    digest: contents.withdraw(department, reason, { acceptBreaking: accept }),
  };
  return registry.department.ask(
    `mutation ($department: ID!, $reason: String!, $credential: String!, $accept: Boolean!) {
      answer: withdrawSubgraph(department: $department, reason: $reason, credential: $credential, acceptBreaking: $accept) {
        outcome version check { ${CHECK} } userErrors { code message field } } }`,
    { department, reason, credential: await signCredential(by, claim), accept },
  );
}

async function withdraw(...asked: Parameters<typeof ask>): Promise<PublishAnswer> {
  const { data, errors } = await ask(...asked);
  expect(errors).toBeUndefined();
  return (data as { answer: PublishAnswer }).answer;
}

async function check(department: string, credential: string) {
  const { data, errors } = await registry.department.ask(
    `query ($department: ID!, $credential: String!) {
      check: checkWithdrawal(department: $department, credential: $credential) { ${CHECK} } }`,
    { department, credential },
  );
  if (errors) throw errors[0]!;
  return (data as { check: NonNullable<PublishAnswer['check']> }).check;
}

const checking = (department: string, by: PrivateKey) =>
  signCredential(by, { action: 'checkWithdrawal', digest: contents.checkWithdrawal(department) });

test('a check tells what would go, and for whom that breaks, and changes nothing', async () => {
  const before = await registry.contentsOfTables();
  const credential = await checking('harbours', key);
  const found = await check('harbours', credential);
  expect(found).toMatchObject({ outcome: 'FAILS', faults: [] });
  expect(found.changes).toContainEqual(
    expect.objectContaining({
      severity: 'BREAKING',
      coordinate: 'Query.harbour',
      usedBy: [expect.objectContaining({ client: 'portal', calls: 7 })],
    }),
  );
  expect(await check('harbours', credential)).toEqual(found);
  expect(await registry.contentsOfTables()).toEqual(before);
});

test('a check of a department that never published says so; of another’s department it is refused', async () => {
  expect(await check('forests', await checking('forests', registry.operator))).toMatchObject({
    outcome: 'FAILS',
    faults: [{ code: 'UNKNOWN_DEPARTMENT' }],
  });
  await expect(check('fisheries', await checking('fisheries', key))).rejects.toMatchObject({
    extensions: { code: 'FORBIDDEN' },
  });
});

test('what somebody uses is not withdrawn unless that is accepted', async () => {
  const before = await registry.contentsOfTables();
  const refused = await withdraw('harbours');
  expect(refused).toMatchObject({
    outcome: 'REFUSED',
    version: 1,
    check: { outcome: 'FAILS' },
    userErrors: [{ code: 'BREAKING_CHANGES', field: ['department'] }],
  });
  expect(refused.userErrors[0]?.message).toContain('portal');
  expect(await registry.contentsOfTables()).toEqual(before);
  expect(await registry.audit(1)).toMatchObject([{ action: 'withdraw', code: 'BREAKING_CHANGES' }]);
});

test.each<[what: string, by: () => Promise<PrivateKey>]>([
  ['another department', () => registry.keyOf('DEPARTMENT', 'fisheries')],
  ['a gateway', () => registry.keyOf('GATEWAY', 'edge')],
])('%s withdraws nothing', async (_what, by) => {
  const signer = await by();
  const before = await registry.contentsOfTables();
  const { errors } = await ask('harbours', { by: signer, accept: true });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(await registry.contentsOfTables()).toEqual(before);
  expect(await registry.audit(1)).toMatchObject([{ action: 'withdraw', code: 'FORBIDDEN' }]);
});

test('a credential to publish, or for another department or reason, withdraws nothing', async () => {
  for (const claim of [
    { action: 'publish', digest: contents.withdraw('harbours', REASON) },
    { action: 'withdraw', digest: contents.withdraw('fisheries', REASON) },
    { action: 'withdraw', digest: contents.withdraw('harbours', 'another') },
  ]) {
    const { errors } = await registry.department.ask(
      `mutation ($credential: String!) { withdrawSubgraph(department: "harbours", reason: "${REASON}",
        credential: $credential, acceptBreaking: true) { outcome } }`,
      { credential: await signCredential(key, claim) },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  }
});

test('what others need is not withdrawn, accepted or not', async () => {
  const needing = harbours(
    '',
    'lengthM: Float @federation__external\n  "Whether it fits."\n  fits: Boolean @federation__requires(fields: "lengthM")',
  );
  expect((await registry.publish([needing])).outcome).toBe('PUBLISHED');
  const before = await registry.contentsOfTables();
  const {
    outcome,
    userErrors,
    check: found,
  } = await withdraw('fisheries', {
    by: registry.operator,
    accept: true,
  });
  expect({ outcome, userErrors }).toMatchObject({
    outcome: 'REFUSED',
    userErrors: [{ code: 'COMPOSITION_FAILED', field: ['department'] }],
  });
  expect(found?.faults.length).toBeGreaterThan(0);
  expect(await registry.contentsOfTables()).toEqual(before);
});

test('a department withdraws its own: a new version is without it, signed, and the history tells why', async () => {
  expect(await withdraw('harbours', { accept: true })).toMatchObject({
    outcome: 'WITHDRAWN',
    version: 3,
    userErrors: [],
  });
  const { data } = await registry.department.ask(`{
    supergraph { version reason note sdl signature subgraphs { department { name } } changes { coordinate usedBy { client } } }
    departments { name subgraph { number } history { totalCount } } }`);
  const { supergraph, departments } = JSON.parse(JSON.stringify(data));
  expect(supergraph).toMatchObject({ version: 3, reason: 'WITHDRAWN', note: REASON });
  expect(supergraph.subgraphs).toEqual([{ department: { name: 'fisheries' } }]);
  expect(supergraph.changes).toContainEqual({
    coordinate: 'Query.harbour',
    usedBy: [{ client: 'portal' }],
  });
  expect(supergraph.sdl).not.toContain('Harbour');
  expect(await verifySupergraph(publicKeyOf(registry.signing), supergraph.signature, supergraph.sdl)).toEqual(
    { version: 3, variant: 'internal' },
  );
  expect(departments).toEqual([
    { name: 'fisheries', subgraph: { number: 1 }, history: { totalCount: 1 } },
    { name: 'harbours', subgraph: null, history: { totalCount: 2 } },
  ]);
  const { sql } = registry.department.database;
  expect(
    await sql`select action, outcome, subject, kids, reason from audit_log order by id desc limit 1`,
  ).toEqual([
    { action: 'withdraw', outcome: 'ACCEPTED', subject: 'harbours', kids: [key.kid], reason: REASON },
  ]);
});

test('to withdraw it again changes nothing', async () => {
  const before = await registry.contentsOfTables();
  expect(await withdraw('harbours')).toEqual({
    outcome: 'UNCHANGED',
    version: 3,
    check: null,
    userErrors: [],
  });
  expect((await check('harbours', await checking('harbours', key))).outcome).toBe('PASSES');
  expect(await registry.contentsOfTables()).toEqual(before);
});

test.each<[what: string, department: string, reason: string, code: string]>([
  ['a department that never published', 'forests', REASON, 'UNKNOWN_DEPARTMENT'],
  ['the last department', 'fisheries', REASON, 'LAST_DEPARTMENT'],
  ['no reason', 'fisheries', '  ', 'MALFORMED_REASON'],
])('with %s nothing is withdrawn', async (_what, department, reason, code) => {
  const before = await registry.contentsOfTables();
  expect(await withdraw(department, { reason, by: registry.operator, accept: true })).toMatchObject({
    outcome: 'REFUSED',
    version: 3,
    userErrors: [{ code }],
  });
  expect(await registry.contentsOfTables()).toEqual(before);
});

test('what was withdrawn comes back by a rollback, or when it is published again', async () => {
  expect((await registry.rollback(2, 'too early')).data).toMatchObject({
    answer: { outcome: 'ROLLED_BACK', version: 4 },
  });
  await withdraw('harbours', { accept: true });
  expect(await registry.publish([harbours()])).toMatchObject({ outcome: 'PUBLISHED', version: 6 });
  const { data } = await registry.department.ask('{ department(name: "harbours") { subgraph { number } } }');
  expect(data).toEqual({ department: { subgraph: { number: 3 } } });
});
