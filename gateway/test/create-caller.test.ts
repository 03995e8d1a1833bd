import {
  createKey,
  type Grant,
  PUBLIC_CLIENT,
  publicKeyOf,
  type PrivateKey,
  verifyAssertion,
} from '@yiwang/identity';
import { beforeAll, expect, test } from 'vitest';
import { type AssertionSigner, createAssertionSigner } from '../src/access/assertion-signer.ts';
import { type CallerOptions, createCaller } from '../src/access/create-caller.ts';

const GRANT: Grant = {
  id: 'g1',
  client: 'desk',
  fields: ['Taxpayer.arrears', 'Taxpayer.declared'],
  regions: ['36'],
  basis: 'b',
  from: '2000-01-01T00:00:00Z',
  until: '2100-01-01T00:00:00Z',
};
const PURPOSE = { basis: 'b', caseNumber: 'c', requester: 'r' };
const OPTIONS: CallerOptions = {
  client: { id: 'desk', user: null, department: 'permits', scopes: ['a'] },
  purpose: null,
  grants: [],
  grantsVersion: 0,
  requestId: 'r-1',
  mayChange: false,
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
  expect(await curious.assertionFor('tax', [])).toBe(await nobody.assertionFor('tax', []));
});

test('an assertion says who asks, what for, and by which grant each field is read', async () => {
  const grants = [
    GRANT,
    { ...GRANT, id: 'g2', fields: ['Taxpayer.arrears'], regions: ['32'] },
    { ...GRANT, id: 'g3', fields: ['Taxpayer.declared'], regions: null },
  ];
  const token = await caller({ grants, purpose: PURPOSE }).assertionFor('tax', [
    'Taxpayer.arrears',
    'Taxpayer.declared',
    'Taxpayer.secret',
  ]);
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
  expect((await verify(await own.assertionFor('permits', ['Permit.holder']), 'permits')).reads).toEqual([
    { coordinate: 'Permit.holder', grant: null, regions: null },
  ]);
  expect((await verify(await own.assertionFor('tax', ['Taxpayer.arrears']))).reads).toEqual([]);
});

test('without purpose an assertion lists nothing that may be read with condition', async () => {
  const assertion = await verify(await caller({ grants: [GRANT] }).assertionFor('tax', ['Taxpayer.arrears']));
  expect(assertion).toMatchObject({ purpose: null, reads: [] });
});

test('without purpose an assertion serves for twenty seconds; with one, or for what may change something, never twice', async () => {
  let time = 1000;
  const timed = createAssertionSigner('gateway-1', { current: key }, () => time);
  const first = await caller({ signer: timed }).assertionFor('tax', []);
  time += 19_000;
  expect(await caller({ signer: timed, requestId: 'r-2' }).assertionFor('tax', [])).toBe(first);
  expect(await caller({ signer: timed }).assertionFor('land', [])).not.toBe(first);
  time += 2_000;
  expect(await caller({ signer: timed }).assertionFor('tax', [])).not.toBe(first);
  for (const more of [{ purpose: PURPOSE }, { mayChange: true }]) {
    const once = caller(more);
    expect(await once.assertionFor('tax', [])).not.toBe(await once.assertionFor('tax', []));
  }
});

test('after a change of the key nothing is sent that the one before signed', async () => {
  const next = await createKey();
  const changing = { current: key };
  const both = createAssertionSigner('gateway-1', changing);
  const before = await caller({ signer: both }).assertionFor('tax', []);
  changing.current = next;
  const after = await caller({ signer: both }).assertionFor('tax', []);
  expect(after).not.toBe(before);
  expect(await verifyAssertion(after!, 'tax', () => publicKeyOf(next))).toMatchObject({ client: 'desk' });
});

test('without a key nobody is vouched for', () => {
  expect(caller({ signer: null }).assertionFor('tax', [])).toBeNull();
});
