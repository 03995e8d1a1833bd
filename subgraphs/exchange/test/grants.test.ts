import { publicKeyOf, verifyGrants } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GRANTS_IN_FORCE } from './support/open-registry.ts';
import {
  CONTENT,
  FISHERIES,
  HARBOURS,
  LAKE,
  mutation,
  openSharing,
  type OpenSharing,
  POND,
} from './support/open-sharing.ts';

const START = '2026-03-02T02:00:00Z';
let sharing: OpenSharing;
beforeAll(async () => {
  sharing = await openSharing(START);
});
afterAll(() => sharing.close());

interface Signed {
  version: number;
  token: string;
}

async function poll(after: number | null = null): Promise<Signed | null> {
  const { grantsInForce } = await sharing.data<{ grantsInForce: Signed | null }>(
    'UNSIGNED',
    GRANTS_IN_FORCE,
    await sharing.registry.grantsAsked(after),
  );
  return grantsInForce;
}

/** The list for gateways: its version, and the ids of its grants. */
async function inForce(): Promise<{ version: number; ids: string[] }> {
  const { version, token } = (await poll())!;
  const { grants } = await verifyGrants(publicKeyOf(sharing.registry.signing), token);
  return { version, ids: grants.map(({ id }) => id) };
}

async function grantOf(id: string, caller = LAKE) {
  const { grant } = await sharing.data<{ grant: Record<string, unknown> }>(
    caller,
    `query ($id: ID!) { grant(id: $id) { state reason replacedBy { id } renewal { number state }
      history { action from to at client reason } } }`,
    { id },
  );
  return grant;
}

const approve = (number: string, more: object = {}) =>
  sharing.act(FISHERIES, 'approveSharingApplication', { number, ...more });
const renew = (id: string, until = '2027-06-01T00:00:00Z') => sharing.act(LAKE, 'renewGrant', { id, until });
const revoke = (id: string) => sharing.act(FISHERIES, 'revokeGrant', { id, reason: 'Misused.' });

test('a client applies, the department approves, and gateways are told at their next call', async () => {
  const before = await inForce();
  expect(await poll(before.version)).toBeNull();

  const number = await sharing.apply({ fields: ['Vessel.finesCny', 'Vessel.catchT'], regions: ['3205'] });
  expect(await poll(before.version)).toBeNull();
  const { application } = await approve(number, { reason: 'As agreed.' });
  const { id } = application!['grant'] as { id: string };
  expect(id).toMatch(/^SG2026\d{6}$/);

  const signed = (await poll(before.version))!;
  expect(signed.version).toBe(before.version + 1);
  expect(await verifyGrants(publicKeyOf(sharing.registry.signing), signed.token)).toEqual({
    version: signed.version,
    issuedAt: new Date(START).toISOString(),
    grants: [
      {
        id,
        client: 'lake',
        fields: ['Vessel.catchT', 'Vessel.finesCny'],
        regions: ['3205'],
        basis: CONTENT.basis,
        from: new Date(START).toISOString(),
        until: '2027-01-01T00:00:00.000Z',
      },
    ],
  });
  expect(await poll(signed.version)).toBeNull();
  // A version of another database, such as the one before a backup was restored.
  expect(await poll(signed.version + 7)).not.toBeNull();
});

test('a grant that is revoked is gone at the next call, and tells why', async () => {
  const id = await sharing.grant();
  const before = await inForce();
  expect(before.ids).toContain(id);
  expect(await revoke(id)).toMatchObject({ grant: { state: 'REVOKED', reason: 'Misused.' }, userErrors: [] });
  const after = await inForce();
  expect(after.version).toBe(before.version + 1);
  expect(after.ids).toEqual(before.ids.filter((one) => one !== id));
  expect(await grantOf(id)).toMatchObject({
    state: 'REVOKED',
    history: [
      { action: 'GRANT', from: null, to: 'ACTIVE', client: 'fisheries-desk' },
      { action: 'REVOKE', from: 'ACTIVE', to: 'REVOKED', client: 'fisheries-desk', reason: 'Misused.' },
    ],
  });
  expect(await revoke(id)).toMatchObject({
    grant: null,
    userErrors: [{ code: 'WRONG_STATE', field: ['id'] }],
  });
  expect(await renew(id)).toMatchObject({ userErrors: [{ code: 'WRONG_STATE', field: ['id'] }] });
  expect((await inForce()).version).toBe(after.version);
});

test('a grant is in force until its time is over, to the millisecond, and its end is one new version', async () => {
  const until = '2026-03-02T12:00:00Z';
  const id = await sharing.grant({ until });
  const before = await inForce();
  sharing.clock.now = new Date('2026-03-02T11:59:59.999Z');
  expect(await inForce()).toEqual(before);
  expect(await poll(before.version)).toBeNull();

  sharing.clock.now = new Date(until);
  const after = await inForce();
  expect(after).toEqual({ version: before.version + 1, ids: before.ids.filter((one) => one !== id) });
  sharing.clock.now = new Date('2026-03-03T00:00:00Z');
  expect(await inForce()).toEqual(after);
  expect(await grantOf(id)).toMatchObject({
    state: 'EXPIRED',
    history: [{ action: 'GRANT' }, { action: 'EXPIRE', at: '2026-03-02T12:00:00.000Z', client: null }],
  });
  expect(await revoke(id)).toMatchObject({ userErrors: [{ code: 'WRONG_STATE' }] });
  expect(await renew(id)).toMatchObject({ userErrors: [{ code: 'WRONG_STATE' }] });
});

test('a grant stays in force while its renewal is asked for, until the new one takes its place', async () => {
  const id = await sharing.grant();
  const before = await inForce();
  const { application } = await renew(id);
  expect(application).toMatchObject({ state: 'SUBMITTED', until: '2027-06-01T00:00:00.000Z' });
  const number = application!['number'] as string;
  expect(await inForce()).toEqual(before);
  expect(await grantOf(id)).toMatchObject({ state: 'ACTIVE', renewal: { number, state: 'SUBMITTED' } });
  expect(await renew(id)).toMatchObject({ application: null, userErrors: [{ code: 'RENEWAL_PENDING' }] });

  const approved = await approve(number);
  const { id: renewed } = approved.application!['grant'] as { id: string };
  const after = await inForce();
  expect(after.version).toBe(before.version + 1);
  expect(after.ids).toEqual([...before.ids.filter((one) => one !== id), renewed]);
  expect(await grantOf(id)).toMatchObject({
    state: 'EXPIRED',
    replacedBy: { id: renewed },
    renewal: null,
    history: [{ action: 'GRANT' }, { action: 'REPLACE', to: 'EXPIRED', reason: renewed }],
  });
  expect(await grantOf(renewed)).toMatchObject({ state: 'ACTIVE', replacedBy: null });
});

test('a renewal that is refused or withdrawn leaves the grant as it is, and another can be asked for', async () => {
  const id = await sharing.grant();
  const before = await inForce();
  const first = await renew(id);
  const reason = 'Not needed any longer.';
  await sharing.act(FISHERIES, 'refuseSharingApplication', { number: first.application!['number'], reason });
  const second = await renew(id);
  await sharing.act(LAKE, 'withdrawSharingApplication', { number: second.application!['number'] });
  expect(await inForce()).toEqual(before);
  expect((await renew(id)).userErrors).toEqual([]);
});

test('a renewal that is approved after the grant was revoked is a grant of its own', async () => {
  const id = await sharing.grant();
  const { application } = await renew(id);
  await revoke(id);
  const approved = await approve(application!['number'] as string);
  const { id: renewed } = approved.application!['grant'] as { id: string };
  expect(await grantOf(id)).toMatchObject({ state: 'REVOKED', replacedBy: null });
  expect((await inForce()).ids).toContain(renewed);
});

test.each([
  ['an end no later than now', { until: CONTENT.until }, 'UNTIL_PASSED', 'until'],
  ['an end after more than three years', { until: '2030-01-01T00:00:00Z' }, 'UNTIL_TOO_LATE', 'until'],
  ['a blank purpose', { until: '2027-06-01T00:00:00Z', purpose: ' ' }, 'MALFORMED_TEXT', 'purpose'],
])('a renewal with %s is refused', async (_what, asked, code, field) => {
  const id = await sharing.grant();
  expect(await sharing.act(LAKE, 'renewGrant', { id, ...asked })).toMatchObject({
    application: null,
    userErrors: [{ code, field: [field] }],
  });
});

test('the department may shorten and narrow what was asked for, and not widen it', async () => {
  const number = await sharing.apply({ regions: ['3205'] });
  for (const more of [
    { until: '2027-01-01T00:00:01Z' },
    { regions: ['32'] },
    { regions: ['320583', '11'] },
  ]) {
    expect(await approve(number, more)).toMatchObject({ userErrors: [{ code: 'WIDER_THAN_ASKED' }] });
  }
  expect(await approve(number, { until: '2026-03-01T00:00:00Z' })).toMatchObject({
    userErrors: [{ code: 'UNTIL_PASSED' }],
  });
  const { application } = await approve(number, { until: '2026-06-01T00:00:00Z', regions: ['320583'] });
  const { id } = application!['grant'] as { id: string };
  const { token } = (await poll())!;
  const { grants } = await verifyGrants(publicKeyOf(sharing.registry.signing), token);
  expect(grants.find((grant) => grant.id === id)).toMatchObject({
    regions: ['320583'],
    until: '2026-06-01T00:00:00.000Z',
  });
  // The application itself does not change.
  expect(application).toMatchObject({ until: '2027-01-01T00:00:00.000Z', regions: [{ code: '3205' }] });
});

test('who asked for all regions may be given one', async () => {
  const { application, userErrors } = await approve(await sharing.apply(), { regions: ['3205'] });
  expect(userErrors).toEqual([]);
  expect(application).toMatchObject({ regions: null });
});

test('what is asked for too late is approved no more', async () => {
  sharing.clock.now = new Date('2026-03-04T00:00:00Z');
  const number = await sharing.apply({ until: '2026-03-05T00:00:00Z' });
  sharing.clock.now = new Date('2026-03-05T00:00:00Z');
  expect(await approve(number)).toMatchObject({ userErrors: [{ code: 'UNTIL_PASSED', field: ['number'] }] });
});

test.each([
  ['another client', { ...POND, client: 'river' }],
  ['another department', HARBOURS],
])('%s neither sees a grant nor ends it', async (_who, caller) => {
  const id = await sharing.grant();
  const both = { ...caller, scopes: ['sharing:apply', 'sharing:decide'] };
  expect((await sharing.ask(both, `{ grant(id: "${id}") { id } }`)).errors).toMatchObject([
    { extensions: { code: 'NOT_FOUND' } },
  ]);
  expect(await sharing.act(both, 'revokeGrant', { id, reason: 'No.' })).toMatchObject({
    userErrors: [{ code: 'UNKNOWN_NUMBER' }],
  });
  expect(await sharing.act(both, 'renewGrant', { id, until: '2027-06-01T00:00:00Z' })).toMatchObject({
    userErrors: [{ code: 'UNKNOWN_NUMBER' }],
  });
});

test('the client does not revoke, and the department does not renew', async () => {
  const id = await sharing.grant();
  const both = ['sharing:apply', 'sharing:decide'];
  const revoked = await sharing.ask({ ...LAKE, scopes: both }, mutation('revokeGrant'), { id, reason: 'x' });
  const renewed = await sharing.ask({ ...FISHERIES, scopes: both }, mutation('renewGrant'), {
    id,
    until: '2027-06-01T00:00:00Z',
  });
  for (const { errors } of [revoked, renewed])
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('what gateways are told is signed once for all who ask, as long as nothing changes', async () => {
  const first = await poll();
  expect((await poll())!.token).toBe(first!.token);
  await sharing.grant();
  expect((await poll())!.token).not.toBe(first!.token);
});

test('through a gateway nobody is told what is in force', async () => {
  const operator = { ...FISHERIES, department: 'exchange', scopes: ['sharing:decide', 'sharing:apply'] };
  for (const caller of [null, operator]) {
    const { errors } = await sharing.ask(caller, GRANTS_IN_FORCE, await sharing.registry.grantsAsked());
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});

test('a registry without a key to sign with tells nobody what is in force', async () => {
  const { openRegistry } = await import('./support/open-registry.ts');
  const other = await openRegistry({ signingKey: null });
  const asked = await other.grantsAsked();
  expect(await other.department.codeOf(GRANTS_IN_FORCE, asked)).toBe('REGISTRY_NOT_CONFIGURED');
  await other.close();
});
