/** Paths that sign in or out themselves. */
const OWN = /^\/sign-(in|out)(\/|$)/;
const MAX_LENGTH = 2_000;

/**
 * Returns the path and query of this portal that a text names, and `/` for any other text: nobody may be led to another host by
 * signing in.
 *
 * @param origin of the portal
 */
export function returnPath(text: unknown, origin: string): string {
  if (typeof text !== 'string' || !text.startsWith('/') || text.length > MAX_LENGTH) return '/';
  // As browsers read it: `//host`, `/\host` and `/<tab>/host` lead to another one.
  if (!URL.canParse(text, origin)) return '/';
  const url = new URL(text, origin);
  if (url.origin !== origin || OWN.test(url.pathname)) return '/';
  // Below the origin there may still be a path that would name a host when it stands alone.
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search;
}
