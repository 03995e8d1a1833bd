import type { AssertionProvider } from '../core/assertion-provider.ts';
import { Cancellation } from '../core/cancellation.ts';
import { parseAnswer, type SubgraphAnswer } from '../core/read-answer.ts';
import type { Subgraph, SubgraphClientOptions, SubgraphRequest, SubgraphState } from '../core/subgraph.ts';
import { createPost, type Post, type Sent } from './create-post.ts';

export type { Post, Sent } from './create-post.ts';

/** Sends a body to a subgraph and parses the answer. */
export type Send = (...request: [...Sent, cancellation?: Cancellation]) => Promise<SubgraphAnswer>;

export interface SubgraphClient {
  /**
   * Sends one operation and returns the answer.
   *
   * @param assertionProvider for the caller
   * @param signal cancels the request when the caller disconnects
   * @throws SubgraphFault when there is no GraphQL answer, whatever the reason
   */
  ask(
    subgraph: Subgraph,
    request: SubgraphRequest,
    assertionProvider: AssertionProvider | undefined,
    signal?: AbortSignal,
  ): Promise<SubgraphAnswer>;
  /** Sends a read that is already written; again, when it was not answered and the subgraph's policy allows it. */
  send: Send;
  /** Like `send`, for what may be a mutation: it is sent again only when it cannot have reached the subgraph. So is `ask`. */
  sendOnce: Send;
  /** Like `send`, with the raw answer. */
  post: Post;
  /** Like `sendOnce`, with the raw answer. */
  postOnce: Post;
  /** The subgraphs that were asked so far. */
  states(): SubgraphState[];
  /** Waits for requests in flight, then closes every connection. */
  close(): Promise<void>;
}

/** Creates an HTTP client for the subgraphs with persistent connections. */
export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const { post, postOnce, states, close } = createPost(options);
  const send: Send = async (...request) => parseAnswer(request[0].name, await post(...request));
  const sendOnce: Send = async (...request) => parseAnswer(request[0].name, await postOnce(...request));
  return {
    ask: (subgraph, request, assertionProvider, signal) =>
      sendOnce(subgraph, JSON.stringify(request), assertionProvider, Cancellation.of(signal)),
    send,
    sendOnce,
    post,
    postOnce,
    states,
    close,
  };
}
