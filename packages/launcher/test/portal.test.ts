import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL_ISSUER } from '@yiwang/identity';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { settleKeys, trustIssuers } from '../src/system/keys.ts';
import type { StartOptions } from '../src/system/options.ts';
import { settlePortalKeys } from '../src/system/portal-keys.ts';
import { planPortal, portalPorts } from '../src/system/portal-plan.ts';
import { FAKE_SYSTEM } from './fake-system/system.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-portal-plan-'));
  await mkdir(join(folder, 'portal/app'), { recursive: true });
  await writeFile(join(folder, 'portal/app/routes.ts'), '');
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(folder, { recursive: true }));

const OPTIONS: StartOptions = {
  port: 4000,
  host: '127.0.0.1',
  data: '/nowhere',
  scale: null,
  reset: false,
  archive: null,
  archiveWaits: true,
  portal: true,
  portalPort: 4080,
  metrics: true,
  metricsPort: 4200,
};

function plan(options: Partial<StartOptions> = {}, directory = join(folder, 'portal')) {
  const said: string[] = [];
  const portal = { directory, database: 'portal', signIn: 'sign-in.ts' };
  const terminal = { say: (text: string) => void said.push(text) };
  return { plan: planPortal({ ...OPTIONS, ...options }, { ...FAKE_SYSTEM, portal }, terminal), said };
}

test('portal and local sign-in listen on this machine, each at a port of its own', () => {
  const { plan: found, said } = plan();
  expect(found).toMatchObject({ url: 'http://127.0.0.1:4080', signIn: { url: 'http://127.0.0.1:4081' } });
  expect(portalPorts(found!).map(({ port }) => port)).toEqual([4080, 4081]);
  expect(said).toEqual([]);
});

test('--no-portal leaves both out; without pages that is said', () => {
  expect(plan({ portal: false })).toEqual({ plan: null, said: [] });
  const { plan: found, said } = plan({}, join(folder, 'none'));
  expect(found).toBeNull();
  expect(said.join()).toMatch(/the portal is left out/);
});

test.each([
  ['in production', 'NODE_ENV', 'production', '127.0.0.1'],
  ['with a provider of one’s own', 'OIDC_ISSUER', 'https://sign-in.example', '127.0.0.1'],
  ['where the gateway trusts others', 'ISSUERS', '/issuers.json', '127.0.0.1'],
  ['where others reach the system', 'ANYTHING', '', '0.0.0.0'],
])('nobody signs in as whoever they like %s', (_when, name, value, host) => {
  vi.stubEnv(name, value);
  expect(plan({ host }).plan).toMatchObject({ signIn: null });
});

test('a portal that others reach needs an address of https', () => {
  const { plan: found, said } = plan({ host: '10.0.0.5' });
  expect(found).toBeNull();
  expect(said.join()).toMatch(/PUBLIC_URL/);
  vi.stubEnv('PUBLIC_URL', 'https://portal.example');
  expect(plan({ host: '10.0.0.5' }).plan).toMatchObject({ signIn: null });
});

test('the gateway accepts the tokens of local sign-in while it runs, and other commands leave that as it is', async () => {
  const keys = await settleKeys(join(folder, 'keys'), []);
  const { signIn } = await settlePortalKeys(join(folder, 'keys'));
  const issuers = async () =>
    (JSON.parse(await readFile(keys.issuers, 'utf8')) as { issuer: string }[]).map(({ issuer }) => issuer);
  expect(await issuers()).toEqual([LOCAL_ISSUER]);
  await trustIssuers(keys, [{ url: 'http://127.0.0.1:4081', key: signIn }]);
  await settleKeys(join(folder, 'keys'), [{ name: 'alpha' }]);
  expect(await issuers()).toEqual([LOCAL_ISSUER, 'http://127.0.0.1:4081']);
  await trustIssuers(keys, []);
  expect(await issuers()).toEqual([LOCAL_ISSUER]);
});
