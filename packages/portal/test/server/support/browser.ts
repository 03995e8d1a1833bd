/** A browser without scripts: it keeps cookies, and follows redirects when it is told to. */
export interface Browser {
  /** Of one host, as browsers keep them: ports share them. */
  cookies: Map<string, string>;
  get(url: string, headers?: Record<string, string>): Promise<Page>;
  /** Sends a form, as a page of the address's own origin does unless the headers say otherwise. */
  post(url: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Page>;
  /** As get, until there is no redirect. */
  follow(url: string): Promise<Page>;
}

export interface Page {
  /** Of the last request. */
  url: string;
  status: number;
  headers: Headers;
  text: string;
  /** Where it leads; null for no redirect. */
  location: string | null;
}

const MAX_REDIRECTS = 10;

export function openBrowser(cookies: ReadonlyMap<string, string> = new Map()): Browser {
  const jar = new Map(cookies);

  async function send(url: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) keep(line);
    const location = response.headers.get('location');
    return {
      url,
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      location: location === null ? null : new URL(location, url).href,
    };
  }

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const isOver = attributes.some((one) => {
      const [key = '', date = ''] = one.toLowerCase().split('=');
      return (
        (key === 'max-age' && Number(date) <= 0) || (key === 'expires' && Date.parse(date) <= Date.now())
      );
    });
    if (isOver) jar.delete(name);
    else jar.set(name, decodeURIComponent(value));
  }

  const browser: Browser = {
    cookies: jar,
    get: (url, headers = {}) => send(url, { headers }),
    post: (url, form, headers = {}) =>
      send(url, {
        method: 'POST',
        headers: { origin: new URL(url).origin, 'sec-fetch-site': 'same-origin', ...headers },
        body: new URLSearchParams(form),
      }),
    async follow(url) {
      let page = await browser.get(url);
      for (let count = 0; page.location !== null && count < MAX_REDIRECTS; count++)
        page = await browser.get(page.location);
      return page;
    },
  };
  return browser;
}

/** The value of a hidden field of a page; empty when there is none. */
export function fieldOf({ text }: Page, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
}
