import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKey, type PrivateKey, signClientToken } from '@yiwang/identity';
import { beforeEach, expect, test, vi } from 'vitest';
import { type Launched, launch, SLOW_MS } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';

vi.setConfig({ testTimeout: SLOW_MS });

let out: string;
let issuerKey: string;
let issuer: PrivateKey;

beforeEach(async () => {
  out = join(await temporaryFolder(), 'tokens');
  issuerKey = join(await temporaryFolder(), 'issuer.key');
  issuer = await createKey();
  await writeFile(issuerKey, JSON.stringify(issuer));
});

const tokens = (...more: string[]): Launched =>
  launch('tokens', ['--issuer-key', issuerKey, '--out', out, ...more]);

async function check(): Promise<{ code: number | null; errors: string }> {
  const checked = tokens('--check');
  return { code: await checked.ended(), errors: checked.errors() };
}

test('each department gets a token in a folder of its own, for one user, until the command is stopped', async () => {
  const kept = tokens();
  await kept.says(/The tokens of 2 departments are written/);
  expect((await readdir(out)).sort()).toEqual(['alpha', 'beta']);
  for (const name of ['alpha', 'beta']) {
    expect(await readdir(join(out, name))).toEqual(['token']);
    expect((await stat(join(out, name))).mode & 0o777).toBe(0o700);
    expect((await stat(join(out, name, 'token'))).mode & 0o777).toBe(0o600);
  }
  expect(await check()).toEqual({ code: 0, errors: '' });
  expect(await kept.stop()).toBe(0);
  expect(kept.errors()).toBe('');
});

test('--once writes them and ends', async () => {
  expect(await tokens('--once').ended()).toBe(0);
  expect(await check()).toEqual({ code: 0, errors: '' });
});

test('--check tells of a token that is missing, that of another department, old, or signed by another', async () => {
  expect((await check()).errors).toMatch(/^The token of alpha is not good: ENOENT/);
  await tokens('--once').ended();
  const file = join(out, 'beta/token');
  const client = { id: 'beta-service', user: null, department: 'beta', scopes: [] };
  for (const [token, fault] of [
    [await readFile(join(out, 'alpha/token'), 'utf8'), 'it is that of alpha-service'],
    [await signClientToken(issuer, client, 60 * 60), 'it was not renewed for half a day'],
    [await signClientToken(await createKey(), client, 24 * 60 * 60), 'The token is not accepted'],
  ] as const) {
    await writeFile(file, token);
    const { code, errors } = await check();
    expect(code).toBe(1);
    expect(errors).toContain(`The token of beta is not good: ${fault}`);
  }
});

test('a key that is not there is told', async () => {
  await rm(issuerKey);
  const failed = tokens('--once');
  expect(await failed.ended()).toBe(1);
  expect(failed.errors()).toMatch(/^The key of the issuer cannot be read from .*issuer\.key: ENOENT/);
});
