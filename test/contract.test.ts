import { createPrivateKey, sign } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSealLine, readHead, readRecord } from '@yiwang/access-log';
import {
  createKey,
  type PrivateKey,
  publicKeyOf,
  readReadNote,
  verifyAssertion,
  verifyGrants,
  verifySupergraph,
} from '@yiwang/identity';
import { completeSchema } from '@yiwang/schema-directives';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, validate } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ASSERTIONS,
  CALLS,
  callRegistry,
  GRANTS,
  type Messages,
  messagesOfNow,
  type Token,
} from './contract/messages.ts';
import { ROOT } from './support/compose-file.ts';

const FOLDER = join(ROOT, 'test/contract');
const VERSIONS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort();
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Messages;

let key: PrivateKey;
beforeAll(async () => void (key = await createKey()));

test('what is said now is what the newest version of the contract records', async () => {
  // A change is a further version: docs/operations.md, "Versions side by side".
  expect(await messagesOfNow()).toEqual(read(VERSIONS.at(-1)!));
});

describe.each(VERSIONS)('of %s', (name) => {
  const recorded = read(name);

  test.each(Object.keys(recorded.assertions))('a department accepts the assertion: %s', async (which) => {
    const { header, payload } = recorded.assertions[which]!;
    const now = Math.floor(Date.now() / 1000);
    const token = signed({ header, payload: { ...payload, iat: now, exp: now + 60 } });
    const { mandates = [], body = null, ...rest } = ASSERTIONS[which]!;
    expect(await verifyAssertion(token, 'boats', () => publicKeyOf(key))).toMatchObject({
      ...{ ...rest, mandates, body, gateway: 'gateway-1' },
    });
  });

  test('a gateway believes grants and supergraphs', async () => {
    expect(await verifyGrants(publicKeyOf(key), signed(recorded.grants))).toEqual(GRANTS);
    const signature = signed(recorded.supergraph);
    expect(await verifySupergraph(publicKeyOf(key), signature, 'type Query')).toEqual({
      ...{ version: 4, variant: 'internal' },
    });
  });

  test('the registry understands what gateways ask', () => {
    const sdl = readFileSync(join(ROOT, 'subgraphs/exchange/schema.graphql'), 'utf8');
    const schema = buildSubgraphSchema({ typeDefs: parse(completeSchema(sdl)) });
    for (const { query } of Object.values(recorded.registry)) {
      expect(validate(schema, parse(query))).toEqual([]);
    }
  });

  test.each(Object.keys(recorded.registry))(
    'a gateway understands what the registry answers: %s',
    async (which) => {
      const { call, returned } = CALLS[which]!;
      const { answer } = recorded.registry[which]!;
      expect((await callRegistry(key, call, answer)).returned).toEqual(returned);
    },
  );

  test('the exchange reads journals, and a gateway notes of departments', () => {
    const { head, record } = recorded.journal;
    expect(readHead(head)).toMatchObject({ gateway: 'gateway-1', sequence: 0 });
    expect(readRecord(record)).toMatchObject({
      gateway: 'gateway-1',
      sequence: 1,
      subjects: [{ key: 'B1' }],
    });
    expect([head, record].some(isSealLine)).toBe(false);
    expect(readReadNote(recorded.readNote)).toMatchObject({ fields: ['Boat.paper'] });
  });
});

/** The message again, by the key of this test. */
function signed({ header, payload }: Token): string {
  const parts = [{ ...header, kid: key.kid }, payload];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const { kty, crv, x, d } = key;
  const signing = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' });
  return `${text}.${sign(null, Buffer.from(text), signing).toString('base64url')}`;
}
