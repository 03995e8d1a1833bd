import type { IncomingHttpHeaders } from 'node:http';
import type { CacheStatus } from '@yiwang/engine';

/** Whoever asks with another of these may get another answer. */
const VARIES_BY = 'accept, authorization';

export interface CacheHeaders {
  headers: Record<string, string>;
  /** Whether the client has this answer already. */
  isUnchanged: boolean;
}

/**
 * Says how an answer may be kept on its way. Only what everyone gets, asked by GET and without a token, is for caches that several share.
 * What is for some callers only is asked again each time, which costs no more than a 304. Answers by POST are not kept.
 */
export function cacheHeaders(
  { ageMs, remainingMs, isPublic, etag }: CacheStatus,
  method: string,
  { authorization, 'if-none-match': known }: Pick<IncomingHttpHeaders, 'authorization' | 'if-none-match'>,
): CacheHeaders {
  const age = String(Math.floor(ageMs / 1000));
  if (method !== 'GET') return { headers: { 'cache-control': 'no-store', age }, isUnchanged: false };
  // It counts from when the answer was made, as `age` does.
  const maxAge = Math.round((ageMs + remainingMs) / 1000);
  const scope = authorization === undefined ? 'public' : 'private';
  const isKept = isPublic && remainingMs >= 1000;
  return {
    headers: {
      'cache-control': isKept ? `${scope}, max-age=${maxAge}` : 'private, no-cache',
      age,
      etag,
      vary: VARIES_BY,
    },
    isUnchanged: known !== undefined && listsEtag(known, etag),
  };
}

function listsEtag(known: string, etag: string): boolean {
  return known.split(',').some((one) => one.trim() === etag || one.trim() === '*');
}
