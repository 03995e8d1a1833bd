/** Where a page of regions leads back to: a page of our own, or the home page of the language. */
export function returnPath(search: string, language: string): string {
  const given = new URLSearchParams(search).get('return') ?? '';
  // `//host` and `/\host` are addresses of others.
  return /^\/(?![/\\])/.test(given) && given.length <= 1000 ? given : `/${language}`;
}
