import { randomBytes } from 'node:crypto';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { startTestPortal } from './support/start-portal.ts';

const TIMEOUT = { timeout: 20_000 };

test('the key of sessions is replaced while people are signed in: they stay so while the former one is there, and no longer', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'yiwang-sessions-'));
  const file = join(folder.path, 'session.key');
  const [former, next] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64url'));
  await writeFile(file, `${former}\n`);
  await using portal = await startTestPortal({ settings: { SESSION_KEY_FILE: file } });
  const before = await sealingKey(portal.url);
  const early = openBrowser();
  await portal.signIn(early, 'person-001');
  const isSignedIn = async (browser: typeof early) => {
    portal.gateway.received.length = 0;
    await browser.get(`${portal.url}/name`);
    return portal.gateway.received.at(-1)?.headers.authorization !== undefined;
  };
  expect(await isSignedIn(early)).toBe(true);

  await writeFile(file, `${next}\n${former}\n`);
  await expect.poll(() => sealingKey(portal.url), TIMEOUT).not.toBe(before);
  const late = openBrowser();
  await portal.signIn(late, 'person-020');
  expect(await isSignedIn(early)).toBe(true);
  expect(await isSignedIn(late)).toBe(true);

  await writeFile(file, `${next}\n`);
  await expect.poll(() => isSignedIn(early), TIMEOUT).toBe(false);
  expect(await isSignedIn(late)).toBe(true);
});

/** Id of the key that seals what the portal gives a browser on its way to the provider. */
async function sealingKey(url: string): Promise<string | undefined> {
  const browser = openBrowser();
  await browser.get(`${url}/sign-in`);
  const sealed = [...browser.cookies.values()].find((value) => value.startsWith('eyJ'));
  return decodeProtectedHeader(sealed!).kid;
}
