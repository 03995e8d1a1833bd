import { promisify } from 'node:util';
import { brotliDecompress, gunzip, zstdDecompress } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedGateway, serveGateway } from './support/serve-gateway.ts';

const DECODE: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  zstd: promisify<Buffer, Buffer>(zstdDecompress),
  br: promisify<Buffer, Buffer>(brotliDecompress),
  gzip: promisify<Buffer, Buffer>(gunzip),
};

let gateway: ServedGateway;
beforeAll(async () => {
  gateway = await serveGateway({ COMPRESS_BYTES: '500' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** An answer of more than 500 bytes. */
const LONG = `{ ${Array.from({ length: 20 }, (_, n) => `e${n}: enterprise(uscc: "E1") { name }`).join(' ')} }`;
const SHORT = '{ __typename }';

/** Without what a client library would do by itself. */
async function ask(query: string, accepted?: string) {
  const { statusCode, headers, body } = await request(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(accepted === undefined ? {} : { 'accept-encoding': accepted }),
    },
    body: JSON.stringify({ query }),
  });
  const bytes = Buffer.from(await body.arrayBuffer());
  expect(statusCode).toBe(200);
  expect(Number(headers['content-length'])).toBe(bytes.length);
  return { coding: headers['content-encoding'], vary: headers['vary'], bytes };
}

test.each([
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate, br, zstd', 'zstd'],
  ['*', 'zstd'],
  ['zstd;q=0, br;q=0.1, identity;q=0', 'br'],
])(
  'a client that accepts "%s" gets a long answer as %s, and it is the same answer',
  async (accepted, coding) => {
    const plain = await ask(LONG);
    const compressed = await ask(LONG, accepted);

    expect(compressed).toMatchObject({ coding, vary: 'accept-encoding' });
    expect(compressed.bytes.length).toBeLessThan(plain.bytes.length);
    expect(await DECODE[coding]!(compressed.bytes)).toEqual(plain.bytes);
  },
);

test.each([undefined, '', 'identity', 'deflate', 'gzip;q=0', 'identity, gzip;q=0.5', ';;,x=,'])(
  'a client that accepts "%s" gets it as it is, and caches are told that others may not',
  async (accepted) => {
    const { coding, vary, bytes } = await ask(LONG, accepted);

    expect({ coding, vary }).toEqual({ coding: undefined, vary: 'accept-encoding' });
    expect(JSON.parse(bytes.toString())).toHaveProperty('data.e19');
  },
);

test('a short answer is not worth it', async () => {
  expect(await ask(SHORT, 'gzip, br, zstd')).toMatchObject({ coding: undefined, vary: undefined });
});

test('an answer with names in Chinese is long by its bytes, and comes back whole', async () => {
  const { bytes, coding } = await ask(LONG, 'br');
  expect((await DECODE[coding as string]!(bytes)).toString()).toContain('大余县京桥混凝土有限公司');
});
