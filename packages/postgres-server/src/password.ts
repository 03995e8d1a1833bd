import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The superuser's password: random, made once, readable by the launcher's user only. */
export async function readOrMakePassword(dataDir: string): Promise<string> {
  const kept = await readPassword(dataDir);
  if (kept) return kept;
  const password = randomBytes(24).toString('base64url');
  const file = await open(join(dataDir, 'password'), 'w', 0o600);
  await file.writeFile(`${password}\n`);
  await file.sync();
  await file.close();
  return password;
}

/** Null when none was made yet. */
export async function readPassword(dataDir: string): Promise<string | null> {
  const text = await readFile(join(dataDir, 'password'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.trim() || null;
}
