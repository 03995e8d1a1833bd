/** Origins of web pages that may send requests. */
export interface AllowedOrigins {
  /** Pages of all origins may. */
  everyone: boolean;
  /** No page of another host may. */
  none: boolean;
  includes(origin: string): boolean;
}

/** Any port: `http://localhost:*`. */
const ANY_PORT = ':*';

/** @param list origins as browsers send them; with `:*` in place of the port for all ports; `*` for everyone */
export function readAllowedOrigins(list: readonly string[]): AllowedOrigins {
  const exact = new Set(list.filter((entry) => !entry.endsWith(ANY_PORT)));
  const hosts = new Set(list.filter((entry) => entry.endsWith(ANY_PORT)).map(withoutPort));
  return {
    everyone: exact.has('*'),
    none: list.length === 0,
    includes(origin) {
      if (exact.has('*') || exact.has(origin)) return true;
      return hosts.size > 0 && isOrigin(origin) && hosts.has(withoutPort(origin));
    },
  };
}

/** Whether a text is `*`, or an origin as browsers send it, whose port may be `*`. */
export function isOriginPattern(text: string): boolean {
  if (text === '*') return true;
  if (!text.endsWith(ANY_PORT)) return isOrigin(text);
  const withoutAny = text.slice(0, -ANY_PORT.length);
  return isOrigin(withoutAny) && new URL(withoutAny).port === '';
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin } = new URL(text);
  return /^https?:$/.test(protocol) && origin === text && !hostname.includes('*');
}

/** Returns the scheme and host of an origin or a pattern. */
function withoutPort(origin: string): string {
  return origin.replace(/:(\d+|\*)$/, '');
}
