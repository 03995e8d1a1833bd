/** How somebody wants to see the pages; kept in cookies, so that it works without scripts and without signing in. */
export interface Preferences {
  theme: 'auto' | 'light' | 'dark';
  /** `large` is the mode for elderly people 适老化: larger text, fewer choices. */
  size: 'normal' | 'large';
  /** Code of the region whose services are shown. */
  region: string;
}

const DEFAULTS: Preferences = { theme: 'auto', size: 'normal', region: '32' };
const VALUES: Readonly<Record<keyof Preferences, RegExp>> = {
  theme: /^(auto|light|dark)$/,
  size: /^(normal|large)$/,
  region: /^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/,
};
const YEAR_S = 365 * 24 * 3600;

/** Whatever the cookies hold that is none of the values counts as the default. */
export function readPreferences(cookie: string | null): Preferences {
  const found = new Map(
    (cookie ?? '').split(';').map((part) => part.trim().split('=', 2) as [string, string | undefined]),
  );
  const entries = Object.entries(DEFAULTS).map(([name, value]) => {
    const given = found.get(name);
    return [name, given !== undefined && VALUES[name as keyof Preferences].test(given) ? given : value];
  });
  return Object.fromEntries(entries) as Preferences;
}

/** The `set-cookie` headers for what a form changes. */
export function preferenceCookies(form: FormData, isSecure: boolean): string[] {
  return Object.entries(VALUES).flatMap(([name, pattern]) => {
    const value = form.get(name);
    if (typeof value !== 'string' || !pattern.test(value)) return [];
    return [
      `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax; HttpOnly${isSecure ? '; Secure' : ''}`,
    ];
  });
}
