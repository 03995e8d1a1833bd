import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

export const JSON_TYPE = 'application/json; charset=utf-8';
export const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
export const EVENTS_TYPE = 'text/event-stream';

/** The version of incremental delivery that Apollo's clients and servers speak. */
const PARTS_FORMAT = 'deferSpec=20220824';
export const PARTS_TYPE = `multipart/mixed; boundary="-"; ${PARTS_FORMAT}`;

export type MediaType = typeof JSON_TYPE | typeof GRAPHQL_TYPE;

/** Clients send the same few headers over and over. */
const settled = new LRUCache<string, { mediaType: MediaType | null }>({ max: 100 });

/** The media type to answer with; JSON without an accept header, null when nothing of ours is acceptable. */
export function acceptedMediaType(accept: string | undefined): MediaType | null {
  if (!accept) return JSON_TYPE;
  let known = settled.get(accept);
  if (!known) {
    const preferred = new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, GRAPHQL_TYPE]);
    known = { mediaType: (preferred as MediaType | undefined) ?? null };
    settled.set(accept, known);
  }
  return known.mediaType;
}

/** True for a client of server-sent events: they before any JSON. */
export function prefersEvents(accept: string | undefined): boolean {
  if (!accept?.includes(EVENTS_TYPE)) return false;
  return (
    new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, GRAPHQL_TYPE, EVENTS_TYPE]) === EVENTS_TYPE
  );
}

/**
 * True for a client that understands an answer in parts. It has to say so by name: one that takes anything would take
 * the first part for the whole answer.
 */
export function acceptsParts(accept: string | undefined): boolean {
  if (!accept?.includes('multipart/mixed')) return false;
  const negotiator = new Negotiator({ headers: { accept } });
  return (
    negotiator.mediaTypes().includes('multipart/mixed') &&
    negotiator.mediaType(['multipart/mixed', `multipart/mixed; ${PARTS_FORMAT}`]) !== undefined
  );
}

/** True for a browser's address bar: HTML before any JSON. */
export function prefersHtml(accept: string | undefined): boolean {
  if (!accept) return false;
  return (
    new Negotiator({ headers: { accept } }).mediaType([JSON_TYPE, GRAPHQL_TYPE, 'text/html']) === 'text/html'
  );
}
