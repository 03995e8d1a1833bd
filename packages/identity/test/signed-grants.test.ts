import { expect, test } from 'vitest';
import {
  createKey,
  type Grant,
  publicKeyOf,
  readGrants,
  signAssertion,
  signGrants,
  signSupergraph,
  verifyGrants,
} from '../src/index.ts';

const GRANT: Grant = {
  id: 'g1',
  client: 'permits-desk',
  fields: ['Taxpayer.arrears'],
  regions: ['36'],
  basis: '税收征收管理法 第六条',
  from: '2026-01-01T00:00:00Z',
  until: '2027-01-01T00:00:00+08:00',
};
const IN_FORCE = {
  version: 3,
  issuedAt: '2026-06-01T00:00:00.000Z',
  grants: [GRANT, { ...GRANT, id: 'g2', regions: null }],
};

test('gateways read what the registry signed', async () => {
  const key = await createKey();
  expect(await verifyGrants(publicKeyOf(key), await signGrants(key, IN_FORCE))).toEqual(IN_FORCE);
});

test('grants that another key signed, that were changed, or that are no grants are refused', async () => {
  const [key, other] = await Promise.all([createKey(), createKey()]);
  const refused = 'not signed by the registry';
  const token = await signGrants(key, IN_FORCE);
  await expect(verifyGrants(publicKeyOf(other), token)).rejects.toThrow(refused);
  const [header, , signature] = token.split('.');
  const more = Buffer.from(JSON.stringify({ ...IN_FORCE, version: 4 })).toString('base64url');
  await expect(verifyGrants(publicKeyOf(key), `${header}.${more}.${signature}`)).rejects.toThrow(refused);
  await expect(verifyGrants(publicKeyOf(key), 'x')).rejects.toThrow(refused);
  const wrong = { ...IN_FORCE, grants: [{ ...GRANT, fields: 'all' }] } as never;
  await expect(verifyGrants(publicKeyOf(key), await signGrants(key, wrong))).rejects.toThrow(
    'grants.0.fields',
  );
});

test('what else the registry’s key signs is no list of grants', async () => {
  const key = await createKey();
  const supergraph = await signSupergraph(key, { version: 1, variant: 'internal' }, 'sdl');
  await expect(verifyGrants(publicKeyOf(key), supergraph)).rejects.toThrow('yiwang-supergraph');
  const assertion = {
    client: 'c',
    user: null,
    department: null,
    scopes: [],
    purpose: null,
    requestId: 'r',
    reads: [],
  };
  const signed = signAssertion(key, 'g', 'tax', assertion);
  await expect(verifyGrants(publicKeyOf(key), signed)).rejects.toThrow('yiwang-assertion');
});

test.each([
  ['no JSON', 'x', 'not JSON'],
  ['no list', '{}', 'all of it'],
  [
    'a field without a type',
    JSON.stringify([{ ...GRANT, fields: ['arrears'] }]),
    '0.fields.0: a field is written Type.field',
  ],
  ['a day that is no moment', JSON.stringify([{ ...GRANT, until: '2027-01-01' }]), '0.until'],
  ['a region that is padded', JSON.stringify([{ ...GRANT, regions: ['36', '360700'] }]), '360700 is no code'],
  ['a town that is padded', JSON.stringify([{ ...GRANT, regions: ['360731000'] }]), '360731000 is no code'],
  ['a region that is a name', JSON.stringify([{ ...GRANT, regions: ['赣州'] }]), '赣州 is no code'],
  ['no client', JSON.stringify([{ ...GRANT, client: '' }]), '0.client'],
])('a file of grants with %s is refused with its place', (_what, json, told) => {
  expect(() => readGrants(json)).toThrow(told);
});

test('a file of grants is read as it is written', () => {
  const grant = { ...GRANT, regions: ['36', '3607', '360731', '360731100', '441900003', '360731100001'] };
  expect(readGrants(JSON.stringify([grant]))).toEqual([grant]);
});
