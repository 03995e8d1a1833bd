import { ASSERTION_HEADER, type AssertionProvider } from '../core/assertion-provider.ts';
import type { Subgraph } from '../core/subgraph.ts';

/**
 * Adds the assertion to the headers of a request and continues, at once when the assertion is available.
 *
 * @param fail called when the assertion cannot be made
 */
export function withAssertion(
  headers: string[],
  subgraph: Subgraph,
  body: string,
  assertionProvider: AssertionProvider | undefined,
  goOn: (headers: string[]) => void,
  fail: (error: Error) => void,
): void {
  if (!assertionProvider) return goOn(headers);
  const add = (assertion: string | null) =>
    goOn(assertion === null ? headers : [...headers, ASSERTION_HEADER, assertion]);
  try {
    const assertion = assertionProvider.assertionFor(subgraph.name, body);
    if (assertion instanceof Promise) assertion.then(add).catch(fail);
    else add(assertion);
  } catch (error) {
    fail(error as Error);
  }
}
