import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Certificate,
  type CertificateKeys,
  createKeySet,
  createPageRenderer,
  createSecret,
  formatIdentifier,
  issueDocument,
  readCertificateKeys,
  signCredential,
  signStatusList,
} from '@yiwang/certificates';
import type { CertificateState } from '@yiwang/certificates/verify';
import type { OpenServedDepartment } from '@yiwang/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { matterSettings } from '../../src/config.ts';
import { openServed } from '../ask.ts';

const HOLDER = '9132070070404786XB';
const LIST = 'https://public.example/departments/permits/files/certificates/status/0';
const SECRET = createSecret();
const CERTIFICATE: Certificate = {
  identifier: formatIdentifier({
    type: '91320000608950987L001',
    issuer: '91320000608950987L',
    serial: 'XK1',
    version: 1,
  }),
  kind: 'permit',
  department: 'permits',
  title: { zh: '食品经营许可证', en: 'Administrative permit' },
  number: 'XK1',
  holder: { name: '南京某餐饮有限公司', uscc: HOLDER },
  authority: '南京市市场监督管理局',
  validFrom: '2024-01-01',
  validUntil: null,
  details: [{ label: { zh: '许可事项', en: 'Service item' }, value: '食品经营许可核发' }],
  issuedAt: '2024-01-01T00:00:00.000Z',
  status: { index: 3, list: LIST },
};

/** What departments publish, behind a server that answers as the gateway does for them. */
let gateway: Server;
let keys: CertificateKeys;
let published: CertificateKeys['published'];
let state: CertificateState;
let isDown: boolean;
let asked: string[];
let served: OpenServedDepartment;
const renderer = createPageRenderer();
beforeAll(async () => {
  keys = await makeKeys();
  gateway = createServer((request, response) => {
    asked.push(request.url!);
    void answer(request.url!).then(([status, text]) => response.writeHead(status).end(text));
  }).listen(0, '127.0.0.1');
  await once(gateway, 'listening');
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/graphql`;
  served = await openServed(
    undefined,
    matterSettings.parse({ GATEWAY_URL: url, CERTIFICATE_CACHE_SECONDS: '1' }),
  );
});
beforeEach(async () => {
  [published, state, isDown, asked] = [keys.published, 'VALID', false, []];
  await new Promise((resolve) => setTimeout(resolve, 1050));
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await renderer[Symbol.asyncDispose]();
  gateway.closeAllConnections();
  gateway.close();
});

async function makeKeys(): Promise<CertificateKeys> {
  return readCertificateKeys(JSON.stringify(await createKeySet()));
}

async function answer(path: string): Promise<[number, string]> {
  if (isDown) return [503, '{}'];
  if (path === '/departments/permits/files/certificates/keys') {
    return [200, JSON.stringify({ issuer: 'permits', keys: published })];
  }
  if (path !== '/departments/permits/files/certificates/status/0') return [404, '{}'];
  const list = { department: 'permits', uri: LIST, states: new Map([[3, state]]) };
  return [200, await signStatusList(list, keys.signing, new Date(), 300)];
}

async function verify(content: string, holder: string | null = null) {
  const query = `query ($content: String!, $holder: USCC) { verifyCertificate(content: $content, holder: $holder) {
    verdict message messageZh department keyId algorithm state isDocument
    certificate { identifier title titleEn number holderName holderUscc validUntil details { label labelEn value } } } }`;
  const { data, errors } = await served.ask(query, {}, { content, holder });
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['verifyCertificate'] as { verdict: string; certificate: object | null };
}

const credentialOf = (change: Partial<Certificate> = {}, key = keys) =>
  signCredential({ ...CERTIFICATE, ...change }, null, key.signing, SECRET);

test('a credential is verified by the keys and the list of its department', async () => {
  expect(await verify(await credentialOf(), HOLDER)).toEqual({
    verdict: 'VALID',
    message: 'The certificate is genuine and valid.',
    messageZh: '证照真实有效。',
    department: 'permits',
    keyId: keys.signing.kid,
    algorithm: 'EdDSA',
    state: 'VALID',
    isDocument: false,
    certificate: {
      identifier: CERTIFICATE.identifier,
      title: '食品经营许可证',
      titleEn: 'Administrative permit',
      number: 'XK1',
      holderName: '南京某餐饮有限公司',
      holderUscc: HOLDER,
      validUntil: null,
      details: [{ label: '许可事项', labelEn: 'Service item', value: '食品经营许可核发' }],
    },
  });
});

test(
  'a PDF in base64 is verified with its page, and one byte that is changed is found',
  { timeout: 30_000 },
  async () => {
    const pdf = await issueDocument(
      renderer,
      CERTIFICATE,
      keys.signing,
      SECRET,
      'https://public.example/x.pdf',
    );
    const changed = pdf.slice();
    changed[10_000]! ^= 1;

    expect(await verify(Buffer.from(pdf).toString('base64'))).toMatchObject({
      verdict: 'VALID',
      isDocument: true,
    });
    expect(await verify(Buffer.from(changed).toString('base64'))).toMatchObject({
      verdict: 'TEXT_ALTERED',
      certificate: null,
    });
  },
);

test('each way in which a certificate can be wrong has a verdict of its own', async () => {
  const good = await credentialOf();
  const verdicts = {
    OTHER_HOLDER: await verify(good, '91320000608950987L'),
    NOT_YET_VALID: await verify(await credentialOf({ validFrom: '2999-01-01' })),
    EXPIRED: await verify(await credentialOf({ validUntil: '2024-12-31' })),
    UNKNOWN_KEY: await verify(await credentialOf({}, await makeKeys())),
    WRONG_SIGNATURE: await verify(
      await signCredential(
        CERTIFICATE,
        null,
        { ...(await makeKeys()).signing, kid: keys.signing.kid },
        SECRET,
      ),
    ),
    MALFORMED: await verify('my certificate'),
    TOO_LARGE: await verify('x'.repeat(700 * 1024 + 1)),
  };

  for (const [verdict, found] of Object.entries(verdicts)) expect(found.verdict).toBe(verdict);
  expect(await verify(await credentialOf({ department: 'nobody' }))).toMatchObject({
    verdict: 'UNKNOWN_KEY',
    department: 'nobody',
  });
});

test.each(['REVOKED', 'SUSPENDED'] as const)('what its department has %s is told so', async (now) => {
  state = now;

  expect(await verify(await credentialOf())).toMatchObject({ verdict: now, state: now });
});

test('while the department is down nothing is called valid or invalid', async () => {
  isDown = true;
  expect(await verify(await credentialOf())).toMatchObject({
    verdict: 'KEYS_UNAVAILABLE',
    state: 'NOT_CHECKED',
    certificate: null,
  });

  isDown = false;
  const elsewhere = { index: 3, list: LIST.replace(/0$/, '7') };
  expect(await verify(await credentialOf({ status: elsewhere }))).toMatchObject({
    verdict: 'STATUS_UNAVAILABLE',
    state: 'NOT_CHECKED',
    certificate: { number: 'XK1' },
  });
});

test('a list at an address that is not the department’s is never asked for', async () => {
  const foreign = { index: 3, list: 'https://evil.example/departments/tax/files/certificates/status/0' };

  expect((await verify(await credentialOf({ status: foreign }))).verdict).toBe('STATUS_UNAVAILABLE');
  expect(asked).toEqual(['/departments/permits/files/certificates/keys']);
});

test('many that are verified at the same time ask the department once', async () => {
  const text = await credentialOf();

  await Promise.all(Array.from({ length: 20 }, () => verify(text)));

  expect(asked).toHaveLength(2);
});

test('a key that is newer than those that are kept is found', { timeout: 30_000 }, async () => {
  const open = await openServed(
    undefined,
    matterSettings.parse({
      GATEWAY_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/graphql`,
      CERTIFICATE_CACHE_SECONDS: '3600',
    }),
  );
  await using _open = open;
  const fresh = await makeKeys();
  const query = 'query ($content: String!) { verifyCertificate(content: $content) { verdict } }';
  const ask = async (content: string) => (await open.ask(query, {}, { content })).data?.['verifyCertificate'];

  expect(await ask(await credentialOf())).toEqual({ verdict: 'VALID' });
  published = [...fresh.published, ...keys.published];
  await new Promise((resolve) => setTimeout(resolve, 1050));

  expect(await ask(await credentialOf({}, fresh))).toEqual({ verdict: 'VALID' });
});
