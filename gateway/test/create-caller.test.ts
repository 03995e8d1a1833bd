import {
  bodyDigest,
  createKey,
  type Grant,
  PUBLIC_CLIENT,
  publicKeyOf,
  type PrivateKey,
  verifyAssertion,
} from '@yiwang/identity';
import { beforeAll, expect, test } from 'vitest';
import {
  type AssertionSigner,
  createAssertionSigner,
} from '../src/pipeline/authentication/assertion-signer.ts';
import { type CallerOptions, createCaller } from '../src/pipeline/authentication/create-caller.ts';

const GRANT: Grant = {
  id: 'g1',
  client: 'desk',
  fields: ['Taxpayer.arrears', 'Taxpayer.declared'],
  regions: ['36'],
  basis: 'b',
  from: '2000-01-01T00:00:00Z',
  until: '2100-01-01T00:00:00Z',
};
const BODY = '{"query":"{ taxpayers { arrears } }"}';
const PURPOSE = { basis: 'b', caseNumber: 'c', requester: 'r' };
const OPTIONS: CallerOptions = {
  client: { id: 'desk', user: null, department: 'permits', scopes: ['a'] },
  purpose: null,
  grants: [],
  grantsVersion: 0,
  requestId: 'r-1',
  areGrantsKnown: true,
  signer: null,
};

let key: PrivateKey;
let signer: AssertionSigner;
beforeAll(async () => {
  key = await createKey();
  signer = createAssertionSigner('gateway-1', { current: key });
});

const caller = (more: Partial<CallerOptions> = {}) => createCaller({ ...OPTIONS, signer, ...more });
const verify = async (token: unknown, department = 'tax') =>
  verifyAssertion(token as string, department, (kid) => (kid === key.kid ? publicKeyOf(key) : null));

test('callers of whom the same is said have one key; any other has another', () => {
  const client = OPTIONS.client;
  const keys = [
    caller(),
    caller({ client: { ...client, id: 'other' } }),
    caller({ client: { ...client, user: '王敏' } }),
    caller({ client: { ...client, department: null } }),
    caller({ client: { ...client, scopes: [] } }),
    caller({ purpose: PURPOSE }),
    caller({ purpose: { ...PURPOSE, caseNumber: 'd' } }),
    caller({ grants: [GRANT], grantsVersion: 1 }),
    caller({ grants: [GRANT], grantsVersion: 2 }),
    caller({ grants: [{ ...GRANT, id: 'g2' }], grantsVersion: 2 }),
    caller({ client: PUBLIC_CLIENT }),
  ].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(caller({ requestId: 'r-2' }).key).toBe(caller().key);
  // Grants of others are of no interest.
  expect(caller({ grantsVersion: 9 }).key).toBe(caller().key);
});

test('whoever did not sign in is always the same, whatever is said of a purpose', async () => {
  const nobody = caller({ client: PUBLIC_CLIENT });
  const curious = caller({ client: PUBLIC_CLIENT, purpose: PURPOSE, requestId: 'r-2' });
  expect(curious.key).toBe(nobody.key);
  expect(await curious.assertionFor('tax', [], BODY, false)).toBe(
    await nobody.assertionFor('tax', [], BODY, false),
  );
});

test('an assertion says who asks, what for, and by which grant each field is read', async () => {
  const grants = [
    GRANT,
    { ...GRANT, id: 'g2', fields: ['Taxpayer.arrears'], regions: ['32'] },
    { ...GRANT, id: 'g3', fields: ['Taxpayer.declared'], regions: null },
  ];
  const token = await caller({ grants, purpose: PURPOSE }).assertionFor(
    'tax',
    ['Taxpayer.arrears', 'Taxpayer.declared', 'Taxpayer.secret'],
    BODY,
    false,
  );
  const assertion = await verify(token);
  expect(assertion).toMatchObject({
    client: 'desk',
    user: null,
    department: 'permits',
    scopes: ['a'],
    purpose: PURPOSE,
    requestId: 'r-1',
    gateway: 'gateway-1',
  });
  expect(assertion.reads).toEqual([
    { coordinate: 'Taxpayer.arrears', grant: 'g1', regions: ['36'] },
    { coordinate: 'Taxpayer.arrears', grant: 'g2', regions: ['32'] },
    { coordinate: 'Taxpayer.declared', grant: 'g3', regions: null },
  ]);
  await expect(verify(token, 'land')).rejects.toThrow('"aud"');
});

test('a department reads its own without grant, at itself only', async () => {
  const own = caller({ purpose: PURPOSE });
  expect(
    (await verify(await own.assertionFor('permits', ['Permit.holder'], BODY, false), 'permits')).reads,
  ).toEqual([{ coordinate: 'Permit.holder', grant: null, regions: null }]);
  expect((await verify(await own.assertionFor('tax', ['Taxpayer.arrears'], BODY, false))).reads).toEqual([]);
});

test('without purpose an assertion lists nothing that may be read with condition', async () => {
  const assertion = await verify(
    await caller({ grants: [GRANT] }).assertionFor('tax', ['Taxpayer.arrears'], BODY, false),
  );
  expect(assertion).toMatchObject({ purpose: null, reads: [] });
});

test('an assertion for those who did not sign in serves for twenty seconds; any other, or for what may change something, never twice', async () => {
  let time = 1000;
  const timed = createAssertionSigner('gateway-1', { current: key }, () => time);
  const open = { signer: timed, client: PUBLIC_CLIENT };
  const first = await caller(open).assertionFor('tax', [], BODY, false);
  time += 19_000;
  expect(await caller({ ...open, requestId: 'r-2' }).assertionFor('tax', [], '{}', false)).toBe(first);
  expect((await verify(first)).body).toBeNull();
  expect(await caller(open).assertionFor('land', [], BODY, false)).not.toBe(first);
  time += 2_000;
  expect(await caller(open).assertionFor('tax', [], BODY, false)).not.toBe(first);
  for (const [more, isMutation] of [
    [{}, false],
    [{ purpose: PURPOSE }, false],
    [{ client: PUBLIC_CLIENT }, true],
  ] as const) {
    const once = caller(more);
    const token = await once.assertionFor('tax', [], BODY, isMutation);
    expect(token).not.toBe(await once.assertionFor('tax', [], BODY, isMutation));
    expect((await verify(token)).body).toBe(bodyDigest(BODY));
  }
});

test('the assertions for conditional reads of one request are numbered, so that its record can name them', async () => {
  const one = caller({ grants: [GRANT], purpose: PURPOSE });
  expect(one.sent).toBeNull();
  const ids = [];
  for (const fields of [[], ['Taxpayer.arrears'], ['Taxpayer.declared']])
    ids.push((await verify(await one.assertionFor('tax', fields, BODY, false))).id);
  const { id } = one.sent!;
  expect(one.sent).toEqual({ id, count: 2 });
  expect(ids).toEqual([`${id}.u1`, `${id}.1`, `${id}.2`]);
  expect(caller().sent).toBeNull();
});

test('after a change of the key nothing is sent that the one before signed', async () => {
  const next = await createKey();
  const changing = { current: key };
  const both = createAssertionSigner('gateway-1', changing);
  const before = await caller({ signer: both }).assertionFor('tax', [], BODY, false);
  changing.current = next;
  const after = await caller({ signer: both }).assertionFor('tax', [], BODY, false);
  expect(after).not.toBe(before);
  expect(await verifyAssertion(after!, 'tax', () => publicKeyOf(next))).toMatchObject({ client: 'desk' });
});

test('without a key nobody is vouched for', () => {
  expect(caller({ signer: null }).assertionFor('tax', [], BODY, false)).toBeNull();
});
