import { readFile } from 'node:fs/promises';
import { SettingsError } from '@yiwang/config';
import { IdentityError } from '@yiwang/identity';

/** @throws SettingsError when the file cannot be read or holds no such key */
export async function readKeyFile<Key>(
  setting: string,
  file: string,
  read: (json: string) => Promise<Key>,
): Promise<Key> {
  try {
    return await read(await readFile(file, 'utf8'));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (!(cause instanceof IdentityError) && code === undefined) throw cause;
    const reason = code === 'ENOENT' ? 'There is no such file.' : message;
    throw new SettingsError(`${setting}: ${file} is not a key that can be used. ${reason}`, { cause });
  }
}
