import { readFile, stat } from 'node:fs/promises';
import { type CertificateKeys, readCertificateKeys } from '@yiwang/certificates';

const CHECK_MS = 5_000;

/** Reads the keys of a file, again when the file has changed. */
export interface KeyFollower {
  current(): Promise<CertificateKeys>;
}

/**
 * Opens a file of keys. When it changes to something that cannot be used, the keys before stay, and `onError` is told.
 *
 * @throws CertificateError, or that of the file system
 */
export async function followKeys(file: string, onError: (error: unknown) => void): Promise<KeyFollower> {
  let version = await versionOf(file);
  let keys = await readCertificateKeys(await readFile(file, 'utf8'));
  let checkedAt = performance.now();

  async function refresh(): Promise<void> {
    try {
      const found = await versionOf(file);
      if (found === version) return;
      keys = await readCertificateKeys(await readFile(file, 'utf8'));
      version = found;
    } catch (error) {
      onError(error);
    }
  }

  return {
    async current() {
      if (performance.now() - checkedAt >= CHECK_MS) {
        checkedAt = performance.now();
        await refresh();
      }
      return keys;
    },
  };
}

async function versionOf(file: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(file);
  return `${mtimeMs} ${size} ${ino}`;
}
