import { open } from 'node:fs/promises';
import { MAX_CERTIFICATE_BYTES } from '@yiwang/certificates/verify';
import { CommandError } from '../shared/command-error.ts';
import { resolvePath } from '../shared/files.ts';

/**
 * Reads a file that may be a certificate: of one that is larger than any, only so much that it is seen to be.
 *
 * @throws CommandError when it cannot be read
 */
export async function readCertificateFile(path: string): Promise<Buffer> {
  try {
    await using file = await open(resolvePath(path));
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, MAX_CERTIFICATE_BYTES + 1));
    const { bytesRead } = await file.read(bytes);
    return bytes.subarray(0, bytesRead);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CommandError(`There is no file ${path}.`);
    throw new CommandError(`${path} cannot be read (${code}).`);
  }
}
