import { readFile } from 'node:fs/promises';
import { SettingsError } from '@yiwang/service/settings';
import { IdentityError, readGrants } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import type { WritableGrantBook } from './grants.ts';

/** A grant that is removed from the file ends within a second. */
const POLL_MS = 500;

/**
 * Keeps the grants at what the file says, until disposed. While the file is missing or invalid, the grants are not reconfirmed,
 * and in time all expire.
 *
 * @throws SettingsError when the file cannot be read, or holds no grants
 */
export async function followGrantsFile(
  file: string,
  book: WritableGrantBook,
  logger: Logger,
): Promise<Disposable> {
  let lastText: string | null = null;
  let lastFault: string | null = null;
  let isReading = false;

  async function read(): Promise<void> {
    const text = await readFile(file, 'utf8');
    if (text === lastText) return book.confirm();
    book.replace((book.version ?? 0) + 1, readGrants(text));
    lastText = text;
  }

  async function readAgain(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      const version = book.version;
      await read();
      if (book.version !== version) logger.info({ version: book.version }, 'grants replaced');
      lastFault = null;
    } catch (err) {
      const { message } = err as Error;
      if (message !== lastFault)
        logger.error({ err }, 'the file of grants cannot be read; the previous grants expire soon');
      lastFault = message;
    } finally {
      isReading = false;
    }
  }

  try {
    await read();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (!(cause instanceof IdentityError) && code === undefined) throw cause;
    const reason = code === 'ENOENT' ? 'There is no such file.' : message;
    throw new SettingsError(`GRANTS: ${file} cannot be used. ${reason}`, { cause });
  }
  const timer = setInterval(() => void readAgain(), POLL_MS);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
