import type { AssertionProvider } from '../core/assertion-provider.ts';
import type { Cancellation } from '../core/cancellation.ts';
import type { RawAnswer } from '../core/read-answer.ts';
import { type Subgraph, type SubgraphClientOptions, SubgraphFault } from '../core/subgraph.ts';

type Request = [
  subgraph: Subgraph,
  body: string,
  assertionProvider: AssertionProvider | undefined,
  cancellation?: Cancellation,
];

/**
 * Tells the observer of each request how it ended. An engine that is not observed does without this function.
 *
 * @param send sends with these headers
 */
export function observePost(
  onFetch: NonNullable<SubgraphClientOptions['onFetch']>,
  headers: string[],
  send: (request: Request, headers: string[]) => Promise<RawAnswer>,
): (...request: Request) => Promise<RawAnswer> {
  return async (...request) => {
    const observer = onFetch(request[0]);
    const all = observer.headers ? [...headers, ...observer.headers] : headers;
    try {
      const answer = await send(request, all);
      observer.end('ANSWERED', answer.status);
      return answer;
    } catch (error) {
      observer.end(error instanceof SubgraphFault ? error.reason : 'FAILED', null);
      throw error;
    }
  };
}
