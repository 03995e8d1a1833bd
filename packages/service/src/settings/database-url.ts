/** Scheme and login; hosts with commas between; path and query. */
const PARTS = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/;

/** Whether it is a postgres:// URL, of one host or of several with commas between, as libpq takes it. */
export function isDatabaseUrl(text: string): boolean {
  const [, login, hosts, rest] = PARTS.exec(text) ?? [];
  return hosts !== undefined && hosts.split(',').every((host) => URL.canParse(`${login}${host}${rest}`));
}

/** The URL of the first host. @param text as {@link isDatabaseUrl} lets it pass */
export function firstDatabaseUrl(text: string): URL {
  const [, login, hosts, rest] = PARTS.exec(text)!;
  return new URL(`${login}${hosts!.split(',')[0]}${rest}`);
}

/** The same hosts, with what is changed of the login, the path or the query. */
export function changeDatabaseUrl(text: string, change: (url: URL) => void): string {
  const [, , hosts] = PARTS.exec(text)!;
  const url = firstDatabaseUrl(text);
  change(url);
  const [, login, , rest] = PARTS.exec(url.href)!;
  return `${login}${hosts}${rest}`;
}
