import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTokenVerifier, LOCAL_AUDIENCE, LOCAL_ISSUER, type TokenVerifier } from '@yiwang/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runYiwang, spawnYiwang } from './support/run-yiwang.ts';

let folder: string;
let verifier: TokenVerifier;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yiwang-token-'));
  await runYiwang(['keygen', 'issuer.key'], { cwd: folder });
  const key = JSON.parse(await readFile(join(folder, 'issuer.key.pub'), 'utf8'));
  verifier = createTokenVerifier([
    {
      issuer: LOCAL_ISSUER,
      keys: { set: { keys: [key] } },
      audience: [LOCAL_AUDIENCE],
      algorithms: ['EdDSA'],
      claims: { scopes: null, client: null, department: 'department' },
    },
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

const token = (...args: string[]) => runYiwang(['token', '--key', 'issuer.key', ...args], { cwd: folder });
const secondsLeft = (expiresAt: Date) => (expiresAt.getTime() - Date.now()) / 1000;

test('the token is all that is printed, and says whom it is of', async () => {
  const { code, stdout, stderr } = await spawnYiwang(
    [
      ...['token', '--key', 'issuer.key'],
      ...['--client', 'permits-desk', '--department', 'permits', '--user', '王敏'],
      ...['--scope', 'sharing:apply', 'sensitive:read', '--scope', 'sharing:apply,accesses:read'],
    ],
    { cwd: folder },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { client, expiresAt } = await verifier.verify(stdout.trim());
  expect(client).toEqual({
    id: 'permits-desk',
    user: '王敏',
    department: 'permits',
    scopes: ['accesses:read', 'sensitive:read', 'sharing:apply'],
  });
  // Eight hours, and what clocks may differ.
  expect(secondsLeft(expiresAt)).toBeGreaterThan(8 * 3600);
  expect(secondsLeft(expiresAt)).toBeLessThan(8 * 3600 + 31);
});

test('with --json it comes with its client and its end', async () => {
  const { stdout } = await token('--client', 'desk', '--lifetime', '30m', '--json');
  const answer = JSON.parse(stdout);
  expect(answer.client).toEqual({ id: 'desk', user: null, department: null, scopes: [] });
  expect(secondsLeft(new Date(answer.expiresAt))).toBeLessThanOrEqual(1800);
  expect((await verifier.verify(answer.token)).client).toEqual(answer.client);
});

test.each<[what: string, args: string[], told: RegExp]>([
  ['no client', [], /required option '--client/],
  ['the public client', ['--client', 'public'], /did not sign in/],
  ['an empty client', ['--client', ''], /1 to 200 characters/],
  ['a client of two lines', ['--client', 'a\nb'], /one line/],
  ['a department that is none', ['--client', 'a', '--department', 'Tax Office'], /lower-case/],
  ['a lifetime without a unit', ['--client', 'a', '--lifetime', '8'], /8h or 7d/],
  ['a lifetime of nothing', ['--client', 'a', '--lifetime', '0h'], /8h or 7d/],
  ['a lifetime of a year', ['--client', 'a', '--lifetime', '365d'], /at most 30d/],
  [
    'a thousand scopes',
    ['--client', 'a', '--scope', Array.from({ length: 1000 }, (_, n) => `scope:${n}`).join(',')],
    /8 KiB/,
  ],
  ['a key that is not there', ['--client', 'a', '--key', 'none.key'], /There is no key none\.key/],
  ['the public half of a key', ['--client', 'a', '--key', 'issuer.key.pub'], /a private one is needed/],
])('%s is told in words, and ends with 2', async (_what, args, told) => {
  const { code, stdout, stderr } = await token(...args);
  expect(stderr).toMatch(told);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
