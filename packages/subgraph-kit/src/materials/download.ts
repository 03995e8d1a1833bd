import { finished, type Readable } from 'node:stream';
import { PublicError } from '@yiwang/errors';
import { formatReadNote, READ_NOTE_HEADER } from '@yiwang/identity';
import { create as contentDisposition } from 'content-disposition';
import { eq } from 'drizzle-orm';
import { parse as parseRange } from 'range-parser';
import type { ServedLog } from '../access-log/served-log.ts';
import type { Principal } from '../trust/identify.ts';
import { createFileReads } from './file-reads.ts';
import type { MaterialRow } from './material-tables.ts';
import type { MaterialRight, Materials } from './materials.ts';

/** What is read, in access logs and in grants. */
const COORDINATE = 'Material.content';

/** An answer whose bytes are streamed. */
export interface Download {
  status: 200 | 206 | 416;
  headers: Record<string, string>;
  body: Readable | null;
}

/**
 * Makes the function that opens a material for a caller. The read is in the log of the department before there is a byte to send;
 * what the caller may not read looks like what does not exist, and is not logged.
 */
export function createDownload(materials: Materials, log: ServedLog | null) {
  const { db, tables, store, settings, mayRead } = materials;
  const reads = createFileReads(log);

  /** @throws PublicError NOT_FOUND, PURPOSE_REQUIRED, ACCESS_LOG_UNAVAILABLE */
  return async function download(
    principal: Principal,
    id: string,
    range: string | undefined,
  ): Promise<Download> {
    const { caller } = principal;
    const [material] = await db.select().from(tables.materials).where(eq(tables.materials.id, id));
    const right = material ? await mayRead(caller, material) : null;
    if (!material || !right) throw new PublicError('NOT_FOUND', 'There is no such material.');
    reads.requirePurpose(principal, right.isOwn);
    const { bytes, sha256 } = material;
    const asked = rangeOf(range, bytes);
    if (asked === 'UNSATISFIABLE') {
      return { status: 416, headers: { 'content-range': `bytes */${bytes}` }, body: null };
    }
    const { start, end } = asked ?? { start: 0, end: bytes };
    const body = await store.open(sha256, start, end);
    try {
      await reads.log(principal, COORDINATE, right);
    } catch (error) {
      body.destroy();
      throw error;
    }
    cutWhenIdle(body, settings.MATERIAL_IDLE_MS);
    return {
      status: asked ? 206 : 200,
      headers: {
        ...headersOf(material, right),
        'content-length': String(end - start),
        ...(asked && { 'content-range': `bytes ${start}-${end - 1}/${bytes}` }),
      },
      body,
    };
  };
}

function headersOf(
  { mediaType, name, sha256 }: MaterialRow,
  { subjects, isOwn }: MaterialRight,
): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': contentDisposition(name),
    'accept-ranges': 'bytes',
    etag: `"${sha256}"`,
    'cache-control': 'private, no-store',
    // Whatever a browser makes of it, it runs nothing and reaches nothing.
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    [READ_NOTE_HEADER]: formatReadNote({
      fields: [COORDINATE],
      subjects: subjects.slice(0, MAX_SUBJECTS),
      isOwn,
    }),
  };
}

/** So many fit into a header. */
const MAX_SUBJECTS = 20;

/** The parser's code for ranges of which none is in the content. */
const UNSATISFIABLE = 2;

/** Returns the one range that is asked for; null for all of it, also when there are several. */
function rangeOf(
  header: string | undefined,
  bytes: number,
): { start: number; end: number } | 'UNSATISFIABLE' | null {
  if (header === undefined || bytes === 0) return null;
  const { code, type, ranges } = parseRange(bytes, header);
  const [range] = ranges;
  if (type === 'bytes' && !range && code === UNSATISFIABLE) return 'UNSATISFIABLE';
  if (type !== 'bytes' || ranges.length !== 1 || !range) return null;
  return { start: range.start, end: range.end + 1 };
}

/** Ends a download of which nobody reads anything. */
function cutWhenIdle(body: Readable, idleMs: number): void {
  const timer = setTimeout(() => body.destroy(new Error('nobody read the download')), idleMs);
  body.on('data', () => timer.refresh());
  finished(body, () => clearTimeout(timer));
  body.pause();
}
