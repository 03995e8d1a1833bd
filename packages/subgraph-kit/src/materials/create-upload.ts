import { randomUUID } from 'node:crypto';
import { checkText, type TextErrorCode } from '../commands/check-text.ts';
import { userError } from '../commands/user-errors.ts';
import type { Db } from '../database/db.ts';
import type { Caller } from '../trust/caller.ts';
import { cleanFileName } from './clean-file-name.ts';
import { holderOf } from './holder.ts';
import { isMediaType, MEDIA_TYPES } from './inspect/media-types.ts';
import type { MaterialTables } from './material-tables.ts';

const HOUR_MS = 3_600_000;
const MAX_NAME = 1000;

/** The codes with which {@link CreateUpload} rejects; a department's enum of codes lists them. */
export type UploadErrorCode = 'MATERIAL_EMPTY' | 'MATERIAL_TOO_LARGE' | TextErrorCode;

export interface NewUpload {
  caller: Pick<Caller, 'client' | 'user'>;
  /** What the material will belong to, such as the number of a case and the material's place in it; opaque here. */
  owner: string;
  /** As the client calls the file. */
  name: string;
  /** How large the client says that the file is. */
  bytes: number;
  /** All that can be recognised when they are not given. */
  mediaTypes?: readonly string[];
  /** When less than the setting MATERIAL_BYTES. */
  maxBytes?: number;
  now: Date;
  /** Paths of the arguments, for `userErrors`. */
  fields?: { name: string[]; bytes: string[] };
}

export interface CreatedUpload {
  /** Also that of the material that it becomes. */
  id: string;
  /** At the gateway. */
  path: string;
  expiresAt: Date;
}

/**
 * Makes the function that begins an upload, inside the transaction in which the department checks that the caller may. Bytes can be
 * sent when it is committed.
 */
export function createCreateUpload(
  department: string,
  { uploads }: MaterialTables,
  limits: { MATERIAL_BYTES: number; MATERIAL_UPLOAD_HOURS: number },
) {
  /** @throws UserErrors with an UploadErrorCode; Error when the department names a type that cannot be recognised */
  return async function createUpload(tx: Db, upload: NewUpload): Promise<CreatedUpload> {
    const { caller, owner, bytes, now, fields = { name: ['name'], bytes: ['bytes'] } } = upload;
    const mediaTypes = upload.mediaTypes ?? Object.keys(MEDIA_TYPES);
    const unknown = mediaTypes.find((type) => !isMediaType(type));
    if (unknown !== undefined || mediaTypes.length === 0) {
      throw new Error(`No material of the type ${unknown} can be recognised.`);
    }
    const name = cleanFileName(checkText(upload.name, MAX_NAME, fields.name));
    const maxBytes = Math.min(upload.maxBytes ?? Infinity, limits.MATERIAL_BYTES);
    if (!(bytes > 0)) {
      throw userError<UploadErrorCode>(
        'MATERIAL_EMPTY',
        'The file is empty: choose another one.',
        fields.bytes,
      );
    }
    if (!Number.isSafeInteger(bytes) || bytes > maxBytes) {
      throw userError<UploadErrorCode>(
        'MATERIAL_TOO_LARGE',
        `The file may have ${maxBytes} bytes at most; it has ${bytes}.`,
        fields.bytes,
      );
    }
    const id = randomUUID();
    const expiresAt = new Date(now.getTime() + limits.MATERIAL_UPLOAD_HOURS * HOUR_MS);
    await tx.insert(uploads).values({
      id,
      owner,
      holder: holderOf(caller),
      name,
      bytes,
      mediaTypes: [...mediaTypes],
      at: now.toISOString(),
      expiresAt: expiresAt.toISOString(),
    });
    return { id, path: `/departments/${department}/files/uploads/${id}`, expiresAt };
  };
}
