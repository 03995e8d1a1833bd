import { SettingsError } from '@yiwang/service/settings';
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

/**
 * @param text of SESSION_KEY_FILE: keys in base64url, one a line; the first encrypts
 * @throws SettingsError when a line is no key
 */
export async function createSealer(text: string): Promise<Sealer> {
  const keys = new Map<string, Uint8Array>();
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (!line) continue;
    const bytes = Buffer.from(line, 'base64url');
    if (bytes.length !== KEY_BYTES)
      throw new SettingsError(
        `SESSION_KEY_FILE must hold keys of ${KEY_BYTES} bytes in base64url, one a line.`,
      );
    keys.set(await calculateJwkThumbprint({ kty: 'oct', k: bytes.toString('base64url') }), bytes);
  }
  const [kid, first] = [...keys][0]!;

  return {
    async seal(purpose, content, lifetimeSeconds) {
      const token = new EncryptJWT(content).setProtectedHeader({ ...ALGORITHM, kid }).setAudience(purpose);
      if (lifetimeSeconds !== undefined) token.setExpirationTime(`${lifetimeSeconds} s`);
      return token.encrypt(first);
    },
    async open(purpose, sealed) {
      try {
        const { payload } = await jwtDecrypt(sealed, ({ kid: named }) => keys.get(named ?? '') ?? first, {
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
