import { randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type KeyFile, settleKey } from './keys.ts';
import { writeAtomically } from './write-atomically.ts';

/** Files of the portal's secrets, each readable to one user only. */
export interface PortalKeys {
  /** Encrypts its sessions. */
  session: string;
  /** By which it proves to the local provider who it is. */
  clientSecret: string;
  /** Signs the tokens of the local provider. */
  signIn: KeyFile;
}

/** Makes those that are not there yet. @param folder of the keys */
export async function settlePortalKeys(folder: string): Promise<PortalKeys> {
  return {
    session: await settleSecret(join(folder, 'session.key')),
    clientSecret: await settleSecret(join(folder, 'sign-in.secret')),
    signIn: await settleKey(folder, 'sign-in'),
  };
}

/** A file of 32 random bytes in base64url. */
export async function settleSecret(file: string): Promise<string> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) await writeAtomically(file, `${randomBytes(32).toString('base64url')}\n`);
  return file;
}
