import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeySet } from '@yiwang/certificates';
import { readPublishedKeys, verifyCertificate, verifyStatusList } from '@yiwang/certificates/verify';
import { keySetPath } from '@yiwang/subgraph-kit/certificates';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLicences } from '../../src/certificates/licences.ts';
import { settings } from '../../src/config.ts';
import {
  ACCEPT,
  openRegistrations,
  type OpenRegistrations,
  REVIEW,
  SERVICES,
} from '../registrations/open-registrations.ts';

const BASE = 'https://gateway.example';
const ISSUER = '91320000608950987L';

let folder: string;
let open: OpenRegistrations;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-licences-'));
  const keyFile = join(folder, 'keys.json');
  await writeFile(keyFile, JSON.stringify(await createKeySet()));
  open = await openRegistrations((db, now) => {
    const config = settings.parse({
      DATABASE_URL: 'postgres://unused',
      CERTIFICATE_KEYS: keyFile,
      CERTIFICATE_ISSUER: ISSUER,
      CERTIFICATE_BASE_URL: BASE,
    });
    return openLicences(db, config, { warn: () => {} }, now);
  });
}, 60_000);
afterAll(async () => {
  await open[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

interface Licence {
  identifier: string;
  state: string;
  path: string;
  credential: string;
}

async function licenceOf(uscc: string): Promise<Licence | null> {
  const query = `query ($uscc: USCC!) { enterprise(uscc: $uscc) { licence { identifier state path credential } } }`;
  const { data, errors } = await open.served.ask(query, {}, { uscc });
  if (errors) throw new Error(JSON.stringify(errors));
  return (data!['enterprise'] as { licence: Licence | null }).licence;
}

/** As the gateway passes it on: without an assertion, as of anybody. */
const download = (path: string) =>
  fetch(new URL(path.replace('/departments/enterprises', ''), open.served.url));

async function verify(content: Uint8Array | string, holder: string) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { now } = open.clock;
  return verifyCertificate(bytes, {
    now,
    holder,
    keysOf: async (department) =>
      readPublishedKeys(await (await download(keySetPath(department))).text()).keys,
    statusListOf: async (department, uri, keys) => {
      // The department makes a list anew each second.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      const text = await (await download(uri.replace(BASE, ''))).text();
      return verifyStatusList(text, { department, uri }, keys, now);
    },
  });
}

test(
  'an enterprise that is registered in the graph has a business licence, which is revoked when its registration is voided',
  { timeout: 60_000 },
  async () => {
    const { number, name, uscc } = await open.granted();
    const licence = (await licenceOf(uscc!))!;
    const page = await download(licence.path);
    expect(page.headers.get('content-type')).toBe('application/pdf');
    expect(await verify(new Uint8Array(await page.arrayBuffer()), uscc!)).toMatchObject({
      verdict: 'VALID',
      isDocument: true,
      certificate: {
        identifier: licence.identifier,
        title: { zh: '营业执照' },
        number: uscc,
        holder: { name, uscc },
        authority: '江苏省南京市玄武区市场监督管理局',
        validFrom: '2026-03-02',
        validUntil: null,
        details: [
          { value: '有限责任公司(自然人投资或控股)' },
          { value: '123.45(万元人民币)' },
          { value: '南京市玄武区中山路1号' },
          { value: '软件开发；信息技术咨询服务' },
        ],
      },
    });
    expect((await verify(licence.credential, uscc!)).verdict).toBe('VALID');

    const reason = '税务登记未通过';
    expect((await open.act(SERVICES, 'voidRegistration', { number, reason })).userErrors).toEqual([]);
    expect((await verify(licence.credential, uscc!)).verdict).toBe('REVOKED');
  },
);

test('what is denied, and an enterprise of a register, has no licence', async () => {
  const { sql } = open.served.database;
  const count = async () => (await sql`select count(*)::int as n from certificates`)[0]!['n'] as number;
  const before = await count();
  await open.caseAfter(ACCEPT, REVIEW, ['decideRegistration', { decision: 'DENIED', reason: '住所不明' }]);
  expect(await count()).toBe(before);
  const [row] = await sql<{ uscc: string }[]>`select uscc from enterprises where source <> 'GRAPH' limit 1`;
  expect(await licenceOf(row!.uscc)).toBeNull();
});
