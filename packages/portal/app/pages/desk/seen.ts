import { textOf } from './form-answers.ts';
import type { DeskAnswer, DeskCase, DeskEvent } from './model.ts';

/** What somebody saw of a case when they looked last. */
export interface Seen {
  version: number;
  /** Milliseconds since 1970. */
  at: number;
  /** Of each answer, by its path: enough to see that it is another one. */
  digests: ReadonlyMap<string, string>;
}

/** What has changed in a case since somebody looked. */
export interface Changes {
  since: string;
  /** Paths of answers that are not as they were. */
  answers: readonly string[];
  events: readonly DeskEvent[];
}

const COOKIE = 'seen';
const KEPT_S = 30 * 24 * 3600;
/** Of a browser's 4,096 bytes for a cookie, with room for its attributes. */
const MAX_LENGTH = 3500;

/** As a cookie or a hidden field keeps it: version, moment, and four characters for each path and each answer. */
export function writeSeen({ version, answers }: Pick<DeskCase, 'version' | 'answers'>, now: Date): string {
  const digests = answers.map(({ path, value }) => `${digest(path)}${digest(textOf(value))}`).join('');
  const text = `${version}.${now.getTime().toString(36)}.${digests}`;
  return text.length <= MAX_LENGTH ? text : `${version}.${now.getTime().toString(36)}.`;
}

/** @returns null for a text that is not of {@link writeSeen} */
export function readSeen(text: string | null | undefined): Seen | null {
  const [, version, at, digests] = /^(\d{1,9})\.([0-9a-z]{1,9})\.((?:[0-9a-z]{8})*)$/.exec(text ?? '') ?? [];
  if (version === undefined || at === undefined || digests === undefined) return null;
  const pairs = digests.match(/.{8}/g) ?? [];
  return {
    version: Number(version),
    at: Number.parseInt(at, 36),
    digests: new Map(pairs.map((pair) => [pair.slice(0, 4), pair.slice(4)])),
  };
}

/** @returns null when nothing has changed, or nobody has looked before */
export function changesSince(
  seen: Seen | null,
  { version, answers, timeline }: Pick<DeskCase, 'version' | 'answers' | 'timeline'>,
): Changes | null {
  if (!seen || seen.version === version) return null;
  return {
    since: new Date(seen.at).toISOString(),
    answers:
      seen.digests.size === 0
        ? []
        : answers
            .filter(({ path, value }) => seen.digests.get(digest(path)) !== digest(textOf(value)))
            .map(({ path }) => path),
    events: timeline.filter(({ at }) => at !== null && Date.parse(at) > seen.at),
  };
}

/** Sent back with the page of this case only. */
export function seenCookie(seen: string, path: string, isSecure: boolean): string {
  return `${COOKIE}=${seen}; Path=${path}; Max-Age=${KEPT_S}; SameSite=Lax; HttpOnly${isSecure ? '; Secure' : ''}`;
}

export function seenOf(cookies: string | null): Seen | null {
  const found = (cookies ?? '').split(';').map((one) => one.trim().split('=', 2));
  return readSeen(found.find(([name]) => name === COOKIE)?.[1]);
}

/** FNV-1a in four characters of base 36: of answers that differ, one in 1.7 million would look the same. */
function digest(text: DeskAnswer['path']): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (((hash ^ (hash >>> 21)) >>> 0) % 36 ** 4).toString(36).padStart(4, '0');
}
