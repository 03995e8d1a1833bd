/** Stands for the portal where its own address is not known. */
const HERE = 'http://portal.invalid';
const MAX_LENGTH = 2_000;

/**
 * The path and query of this portal that a text names. Texts come from addresses and forms: nobody may be led to another host, or put a line
 * into a header.
 *
 * @param otherwise for any other text
 */
export function ownPath(text: unknown, otherwise: string): string {
  if (typeof text !== 'string' || !text.startsWith('/') || text.length > MAX_LENGTH) return otherwise;
  // As browsers read it: `//host`, `/\host` and `/<tab>/host` lead to another one.
  if (!URL.canParse(text, HERE)) return otherwise;
  const { origin, pathname, search } = new URL(text, HERE);
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : otherwise;
}
