import { ownPath } from '../../../layout/own-path.ts';

/** Where a page of regions leads back to: a page of our own, or the home page of the language. */
export function returnPath(search: string, language: string): string {
  return ownPath(new URLSearchParams(search).get('return'), `/${language}`);
}
