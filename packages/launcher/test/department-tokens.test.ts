import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKey, createTokenVerifier, LOCAL_AUDIENCE, LOCAL_ISSUER, publicKeyOf } from '@yiwang/identity';
import { expect, test, vi } from 'vitest';
import { clientOfDepartment, keepDepartmentTokens, tokenFileOf } from '../src/system/department-tokens.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('each department gets a token of a client of its own, in a file for one user, and a new one each hour', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const keys = await temporaryFolder();
  const issuer = await createKey();
  const issuerKey = join(keys, 'issuer.key');
  await writeFile(issuerKey, JSON.stringify(issuer));
  const said: string[] = [];
  const terminal = { say: (text: string) => void said.push(text) };
  const files = new Map(['permits', 'services'].map((name) => [name, tokenFileOf(keys, name)]));
  using kept = await keepDepartmentTokens(issuerKey, files, terminal);
  const file = files.get('permits')!;
  const read = async () => (await readFile(file, 'utf8')).trim();
  const first = await read();

  const verifier = createTokenVerifier([
    {
      issuer: LOCAL_ISSUER,
      keys: { set: { keys: [publicKeyOf(issuer)] } },
      audience: [LOCAL_AUDIENCE],
      algorithms: ['EdDSA'],
      claims: { scopes: null, client: null, department: 'department' },
    },
  ]);
  expect((await verifier.verify(first)).client).toEqual({
    id: 'permits-service',
    user: null,
    department: 'permits',
    scopes: ['enterprises:follow', 'sharing:apply', 'sharing:correct'],
  });
  const services = (await readFile(files.get('services')!, 'utf8')).trim();
  expect((await verifier.verify(services)).client).toMatchObject({
    id: clientOfDepartment('services'),
    department: 'services',
    scopes: ['matters:run', 'sharing:apply', 'sharing:correct'],
  });
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  // A token tells the second in which it was made.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  vi.advanceTimersByTime(60 * 60 * 1000);
  await expect.poll(read).not.toBe(first);
  expect(said).toEqual([]);
  expect(kept).toBeDefined();
  vi.useRealTimers();
});
