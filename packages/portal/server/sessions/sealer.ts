import type { FollowedFile } from '@yiwang/service/files';
import { calculateJwkThumbprint, EncryptJWT, jwtDecrypt, type JWTPayload } from 'jose';

const KEY_BYTES = 32;
const ALGORITHM = { alg: 'dir', enc: 'A256GCM' };

/** Encrypts what only this portal reads again. */
export interface Sealer {
  /**
   * Returns a text that holds the content, encrypted.
   *
   * @param purpose a text sealed for one purpose cannot be opened for another
   * @param lifetimeSeconds no end when left out
   */
  seal(purpose: string, content: JWTPayload, lifetimeSeconds?: number): Promise<string>;
  /** Returns the content; null for a text that was not sealed here for this purpose, or has expired. */
  open(purpose: string, sealed: string): Promise<JWTPayload | null>;
}

/** Keys by their ids; the first one encrypts. */
export type SessionKeys = ReadonlyMap<string, Uint8Array>;

/**
 * @param text of SESSION_KEY_FILE: keys in base64url, one a line; the first encrypts
 * @throws Error when there is none, or a line is no key
 */
export async function readSessionKeys(text: string): Promise<SessionKeys> {
  const keys = new Map<string, Uint8Array>();
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (!line) continue;
    const bytes = Buffer.from(line, 'base64url');
    if (bytes.length !== KEY_BYTES)
      throw new Error(`Keys of ${KEY_BYTES} bytes in base64url are needed, one a line.`);
    keys.set(await calculateJwkThumbprint({ kty: 'oct', k: bytes.toString('base64url') }), bytes);
  }
  if (keys.size === 0) throw new Error('The file is empty.');
  return keys;
}

/** @param keys those of now, whenever they are asked for */
export function createSealer(keys: Pick<FollowedFile<SessionKeys>, 'current'>): Sealer {
  return {
    async seal(purpose, content, lifetimeSeconds) {
      const [kid, first] = [...keys.current][0]!;
      const token = new EncryptJWT(content).setProtectedHeader({ ...ALGORITHM, kid }).setAudience(purpose);
      if (lifetimeSeconds !== undefined) token.setExpirationTime(`${lifetimeSeconds} s`);
      return token.encrypt(first);
    },
    async open(purpose, sealed) {
      try {
        const { payload } = await jwtDecrypt(sealed, ({ kid }) => keyNamed(kid, keys.current), {
          audience: purpose,
          keyManagementAlgorithms: [ALGORITHM.alg],
          contentEncryptionAlgorithms: [ALGORITHM.enc],
        });
        return payload;
      } catch {
        return null;
      }
    },
  };
}

/** One that is not there opens nothing: what it has sealed has expired. */
function keyNamed(kid: string | undefined, keys: SessionKeys): Uint8Array {
  const key = keys.get(kid ?? '');
  if (!key) throw new Error('The key is none of SESSION_KEY_FILE.');
  return key;
}
