import { pipeline, type Readable } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import Negotiator from 'negotiator';

/** The coding, and what makes it: each part of a page goes out at once, not when a block is full. Quick rather than small. */
const CODINGS = {
  br: () =>
    createBrotliCompress({
      flush: constants.BROTLI_OPERATION_FLUSH,
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  gzip: () => createGzip({ flush: constants.Z_SYNC_FLUSH, level: 5 }),
} as const;

/**
 * Compresses a page as its reader's browser takes it.
 *
 * Only for pages that hold no secret: who can put words into a page and sees how long it comes over the wire could guess a secret beside
 * them, such as the CSRF token of a session (BREACH).
 *
 * @param accepted header `accept-encoding` of the request
 * @returns the stream and its coding; null when the browser takes none
 */
export function compressPage(
  page: Readable,
  accepted: string | undefined,
): { stream: Readable; coding: keyof typeof CODINGS } | null {
  const request = { headers: { 'accept-encoding': accepted } };
  const taken = new Negotiator(request).encodings(['br', 'gzip']);
  const coding = (['br', 'gzip'] as const).find((name) => taken.includes(name));
  if (!coding) return null;
  // What ends the one ends the other; a reader who leaves is no error.
  const stream = pipeline(page, CODINGS[coding](), () => {});
  return { stream, coding };
}
