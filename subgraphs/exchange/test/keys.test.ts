import { contents, createKey, type PrivateKey, publicKeyOf, signCredential } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenRegistry, openRegistry } from './support/open-registry.ts';

let registry: OpenRegistry;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

interface Answer {
  kid: string | null;
  userErrors: { code: string; field: string[] }[];
}

async function register(
  role: string,
  holder: string,
  publicKey: string,
  kid: string,
  signer = registry.operator,
) {
  const claim = { action: 'registerKey', digest: contents.registerKey(role, holder, kid) };
  const { data, errors } = await registry.department.ask(
    `mutation ($role: KeyRole!, $holder: ID!, $publicKey: String!, $credential: String!) {
      answer: registerKey(role: $role, holder: $holder, publicKey: $publicKey, credential: $credential) {
        kid userErrors { code field } } }`,
    { role, holder, publicKey, credential: await signCredential(signer, claim) },
  );
  if (errors) throw errors[0]!;
  return (data as { answer: Answer }).answer;
}

async function revoke(kid: string) {
  const claim = { action: 'revokeKey', digest: contents.revokeKey(kid) };
  const { data } = await registry.department.ask(
    `mutation ($kid: ID!, $credential: String!) { answer: revokeKey(kid: $kid, credential: $credential) {
      kid userErrors { code field } } }`,
    { kid, credential: await signCredential(registry.operator, claim) },
  );
  return (data as { answer: Answer }).answer;
}

const jsonOf = (key: PrivateKey) => JSON.stringify(publicKeyOf(key));

test('a key is registered once, whatever how often it is asked', async () => {
  const key = await createKey();
  const done = { kid: key.kid, userErrors: [] };
  expect(await register('DEPARTMENT', 'tax', jsonOf(key), key.kid)).toEqual(done);
  const before = await registry.contentsOfTables();
  expect(await register('DEPARTMENT', 'tax', jsonOf(key), key.kid)).toEqual(done);
  expect(await registry.contentsOfTables()).toEqual(before);
});

test('of a private key only the public half is kept', async () => {
  const key = await createKey();
  await register('DEPARTMENT', 'tax', JSON.stringify(key), key.kid);
  const [row] = await registry.department.database.sql`select * from keys where kid = ${key.kid}`;
  expect(JSON.stringify(row)).not.toContain(key.d);
});

test('an operator registers another operator, who can do the same', async () => {
  const second = await registry.keyOf('OPERATOR', 'second');
  const key = await createKey();
  expect(await register('GATEWAY', 'edge', jsonOf(key), key.kid, second)).toEqual({
    kid: key.kid,
    userErrors: [],
  });
});

test('a department’s key registers nothing', async () => {
  const department = await registry.keyOf('DEPARTMENT', 'tax');
  const key = await createKey();
  await expect(register('OPERATOR', 'me', jsonOf(key), key.kid, department)).rejects.toMatchObject({
    extensions: { code: 'FORBIDDEN' },
  });
});

test('a key changes neither its holder nor its role', async () => {
  const key = await registry.keyOf('DEPARTMENT', 'land');
  const refused = { kid: null, userErrors: [{ code: 'KEY_HELD_BY_ANOTHER', field: ['publicKey'] }] };
  expect(await register('DEPARTMENT', 'tax', jsonOf(key), key.kid)).toEqual(refused);
  expect(await register('OPERATOR', 'land', jsonOf(key), key.kid)).toEqual(refused);
});

test('what is revoked stays so', async () => {
  const key = await registry.keyOf('DEPARTMENT', 'land');
  const done = { kid: key.kid, userErrors: [] };
  expect(await revoke(key.kid)).toEqual(done);
  expect(await revoke(key.kid)).toEqual(done);
  expect(await register('DEPARTMENT', 'land', jsonOf(key), key.kid)).toEqual({
    kid: null,
    userErrors: [{ code: 'KEY_REVOKED', field: ['publicKey'] }],
  });
});

test.each<[what: string, publicKey: string, holder: string, code: string]>([
  ['text that is no JSON', 'ssh-ed25519 AAAA', 'tax', 'MALFORMED_KEY'],
  ['a key of another kind', '{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}', 'tax', 'MALFORMED_KEY'],
  ['null', 'null', 'tax', 'MALFORMED_KEY'],
])('%s is refused as a key, and the audit log tells it', async (_what, publicKey, holder, code) => {
  expect((await register('DEPARTMENT', holder, publicKey, '')).userErrors[0]?.code).toBe(code);
  expect(await registry.audit(1)).toEqual([
    { action: 'registerKey', outcome: 'REFUSED', subject: `DEPARTMENT ${holder}`, code },
  ]);
});

test.each(['Tax', 'tаx', '-tax', 'a b', '', 'a'.repeat(41), '../tax'])('%j is no holder', async (holder) => {
  const key = await createKey();
  const answer = await register('DEPARTMENT', holder, jsonOf(key), key.kid);
  expect(answer.userErrors[0]?.code).toBe('MALFORMED_NAME');
});

test('the first operator’s key is for its setting alone to name and to take away', async () => {
  const { operator } = registry;
  expect((await register('DEPARTMENT', 'tax', jsonOf(operator), operator.kid)).userErrors[0]?.code).toBe(
    'KEY_CONFIGURED',
  );
  expect((await revoke(operator.kid)).userErrors[0]?.code).toBe('KEY_CONFIGURED');
  expect((await revoke('unknown')).userErrors[0]?.code).toBe('UNKNOWN_KEY');
});
