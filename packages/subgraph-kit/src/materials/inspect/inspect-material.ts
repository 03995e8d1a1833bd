import { fileTypeFromBuffer } from 'file-type';
import type { Refusal } from '../material-tables.ts';
import type { StoredUpload } from '../store/material-store.ts';
import { inspectArchive } from './inspect-archive.ts';
import { isMediaType, type MediaType, namesOf } from './media-types.ts';

/** Signatures are at the beginning. */
const HEAD_BYTES = 4100;
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** Of old office documents, and of encrypted new ones. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Returns the type of a material by its content, whatever its name is; or why it is refused.
 *
 * @param allowed the types that are taken
 */
export async function inspectMaterial(
  upload: Pick<StoredUpload, 'read'>,
  bytes: number,
  allowed: readonly string[],
): Promise<MediaType | Refusal> {
  if (bytes === 0) return { reason: 'EMPTY', message: 'The file is empty.' };
  const found = await typeOf(upload, bytes);
  if (found !== null && (typeof found === 'object' || allowed.includes(found))) return found;
  return {
    reason: 'TYPE',
    message: `By its content, the file is not what is taken here: ${namesOf(allowed)}.`,
  };
}

async function typeOf(
  upload: Pick<StoredUpload, 'read'>,
  bytes: number,
): Promise<MediaType | Refusal | null> {
  const head = await upload.read(0, Math.min(bytes, HEAD_BYTES));
  if (head.subarray(0, ZIP.length).equals(ZIP)) return inspectArchive(upload, bytes);
  if (head.subarray(0, COMPOUND.length).equals(COMPOUND)) return inspectCompound(upload, bytes);
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  return found && isMediaType(found.mime) ? found.mime : null;
}

/** Says of an encrypted document that it is one, because its owner can help that. */
async function inspectCompound(upload: Pick<StoredUpload, 'read'>, bytes: number): Promise<Refusal | null> {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  const step = 1024 * 1024;
  for (let at = 0; at < Math.min(bytes, 16 * step); at += step) {
    const part = await upload.read(at, at + step + name.length);
    if (part.includes(name)) {
      return { reason: 'ENCRYPTED', message: 'The document is encrypted. Save it without a password.' };
    }
  }
  return null;
}
