import { hkdfSync, randomBytes } from 'node:crypto';
import { gcmsiv } from '@noble/ciphers/aes.js';
import { type FollowedFile, followFile } from '@yiwang/service/files';
import type { Logger } from '@yiwang/service/logging';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Cursors are padded to blocks, so that their length discloses only the number of blocks. */
const BLOCK_BYTES = 32;
const END = 0x80;

/**
 * Encrypts and authenticates cursors, because they hold the values that a list is sorted by, which not everyone may read.
 *
 * It uses AES-256-GCM-SIV (RFC 8452), which is safe when nonces repeat: the nonce is derived from the list of the cursor, so that
 * the same row of the same list always has the same cursor.
 */
export class CursorSeal implements Disposable {
  readonly #keys: Pick<FollowedFile<readonly Uint8Array[]>, 'current'> & Partial<Disposable>;

  /**
   * @param secrets 32 bytes each, or the keys made of those in a file; the first one encrypts, and all of them decrypt
   * @param department its name: subgraphs that share a secret cannot read each other's cursors
   */
  constructor(secrets: readonly Buffer[] | FollowedFile<readonly Uint8Array[]>, department: string) {
    this.#keys = 'current' in secrets ? secrets : { current: keysOf(secrets, department) };
  }

  /** The seal of one process: other processes, and the same one after a restart, cannot read its cursors. */
  static ofProcess(): CursorSeal {
    return new CursorSeal([randomBytes(KEY_BYTES)], '');
  }

  /** @param binding SHA-256 of the list of the cursor; the cursor opens with no other binding */
  seal(text: string, binding: Buffer): string {
    const sealed = gcmsiv(this.#keys.current[0]!, nonceOf(binding), binding).encrypt(padded(text));
    return Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length).toString('base64url');
  }

  /** Null for a cursor that was not sealed with one of the keys and this binding. */
  open(cursor: string, binding: Buffer): string | null {
    const bytes = Buffer.from(cursor, 'base64url');
    // Buffer ignores characters that are not base64url; only the canonical form is valid.
    if (bytes.length < BLOCK_BYTES + TAG_BYTES || bytes.toString('base64url') !== cursor) return null;
    for (const key of this.#keys.current) {
      try {
        const plain = Buffer.from(gcmsiv(key, nonceOf(binding), binding).decrypt(bytes));
        return plain.toString('utf8', 0, plain.lastIndexOf(END));
      } catch {
        // Another key may open it.
      }
    }
    return null;
  }

  /** Stops following the file. */
  [Symbol.dispose](): void {
    this.#keys[Symbol.dispose]?.();
  }
}

/**
 * Opens the seal with the key file in the settings, which is read again when it changes.
 *
 * @param mustBeGiven whether other processes, and this one after a restart, must be able to read the cursors
 * @throws Error naming the setting
 */
export async function openCursorSeal(
  file: string,
  department: string,
  mustBeGiven: boolean,
  logger: Logger,
): Promise<CursorSeal> {
  if (file === '') {
    if (mustBeGiven) {
      throw new Error(
        'CURSOR_KEY must name a file with the key that cursors are encrypted with: 32 random bytes in base64url. Make one with: openssl rand 32 | basenc --base64url > cursors.key',
      );
    }
    logger.warn(
      'CURSOR_KEY is not set: other processes cannot read the cursors, and they are invalid after a restart',
    );
    return CursorSeal.ofProcess();
  }
  const read = (text: string) => keysOf(secretsIn(text), department);
  return new CursorSeal(await followFile({ setting: 'CURSOR_KEY', file }, read, logger), department);
}

function keysOf(secrets: readonly Buffer[], department: string): Uint8Array[] {
  return secrets.map(
    (secret) => new Uint8Array(hkdfSync('sha256', secret, '', `cursors of ${department}`, KEY_BYTES)),
  );
}

function secretsIn(text: string): Buffer[] {
  const lines = text.split('\n').flatMap((line) => line.trim().replace(/=+$/, '') || []);
  if (lines.length === 0) throw new Error('The file is empty. A line must hold 32 bytes in base64url.');
  return lines.map((line, i) => {
    const secret = Buffer.from(line, 'base64url');
    if (secret.length === KEY_BYTES && secret.toString('base64url') === line) return secret;
    throw new Error(`Line ${i + 1} is not a key: it must hold 32 bytes in base64url.`);
  });
}

function nonceOf(binding: Buffer): Buffer {
  return binding.subarray(0, NONCE_BYTES);
}

function padded(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const bytes = Buffer.alloc(length + BLOCK_BYTES - (length % BLOCK_BYTES));
  bytes.write(text);
  bytes[length] = END;
  return bytes;
}
