import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';
import { type AcceptedRange, readAccept } from './accept.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';
export const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
export const EVENTS_TYPE = 'text/event-stream';
const PARTS = 'multipart/mixed';

export type MediaType = typeof JSON_TYPE | typeof GRAPHQL_TYPE;

/**
 * The format of an answer in parts (`@defer`): `20220824` is that of Apollo's clients and servers, `v0.2` that of the draft
 * specification and graphql-js 17.
 */
export type PartsFormat = '20220824' | 'v0.2';

export const PARTS_TYPES: Readonly<Record<PartsFormat, string>> = {
  '20220824': `${PARTS}; boundary="-"; deferSpec=20220824`,
  'v0.2': `${PARTS}; boundary="-"; incrementalSpec=v0.2`,
};

/** Everything that an accept header decides. */
interface Negotiated {
  mediaType: MediaType | null;
  parts: PartsFormat | null;
  prefersEvents: boolean;
  prefersHtml: boolean;
}

const ESSENCES: Readonly<Record<string, MediaType>> = {
  'application/json': JSON_TYPE,
  'application/graphql-response+json': GRAPHQL_TYPE,
};

const WITHOUT_HEADER: Negotiated = {
  mediaType: JSON_TYPE,
  parts: null,
  prefersEvents: false,
  prefersHtml: false,
};

/** Clients send the same few headers over and over. */
const cache = new LRUCache<string, Negotiated>({ max: 100 });

function negotiated(accept: string | undefined): Negotiated {
  if (!accept) return WITHOUT_HEADER;
  let cached = cache.get(accept);
  if (!cached) {
    cached = negotiate(readAccept(accept));
    cache.set(accept, cached);
  }
  return cached;
}

function negotiate(ranges: readonly AcceptedRange[]): Negotiated {
  // A header without a valid range counts as none.
  if (ranges.length === 0) return WITHOUT_HEADER;
  // Parameters other than the weight are about other formats than ours: JSON has none.
  const accept = ranges.map(({ type, weight }) => `${type};q=${weight}`).join();
  const prefer = (...others: string[]) =>
    new Negotiator({ headers: { accept } }).mediaType([...Object.keys(ESSENCES), ...others]);
  return {
    mediaType: ESSENCES[prefer() ?? ''] ?? null,
    parts: partsFormatOf(ranges),
    prefersEvents: prefer(EVENTS_TYPE) === EVENTS_TYPE,
    prefersHtml: prefer('text/html') === 'text/html',
  };
}

/** Returns the format with the greatest weight; that of Apollo's clients where none is named. */
function partsFormatOf(ranges: readonly AcceptedRange[]): PartsFormat | null {
  const wanted = ranges
    .filter(({ type, weight }) => type === PARTS && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { parameters } of wanted) {
    const defer = parameters.get('deferspec');
    const incremental = parameters.get('incrementalspec');
    if (incremental === 'v0.2') return 'v0.2';
    // A client that names another format would not understand ours.
    const isOther = incremental !== undefined || parameters.has('subscriptionspec');
    if (defer === '20220824' || (defer === undefined && !isOther)) return '20220824';
  }
  return null;
}

/** Returns the media type to answer with: JSON without an accept header, null when none of ours is acceptable. */
export function acceptedMediaType(accept: string | undefined): MediaType | null {
  return negotiated(accept).mediaType;
}

/** True for a client of server-sent events: it prefers them to JSON. */
export function prefersEvents(accept: string | undefined): boolean {
  return negotiated(accept).prefersEvents;
}

/**
 * Returns the format in which a client accepts an answer in parts; null for none. The client must name it: one that accepts
 * anything would take the first part for the whole answer.
 */
export function acceptedParts(accept: string | undefined): PartsFormat | null {
  return negotiated(accept).parts;
}

/** True for a browser's address bar: it prefers HTML to JSON. */
export function prefersHtml(accept: string | undefined): boolean {
  return negotiated(accept).prefersHtml;
}
