// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- types of a module cannot be imported before it has any
/// <reference path="./undici-agent.d.ts" />
import type { Dispatcher } from 'undici';
// The whole of undici takes 14 MiB more than its agent.
import Agent from 'undici/lib/dispatcher/agent.js';
import { ASSERTION_HEADER, type AssertionProvider } from '../core/assertion-provider.ts';
import { Cancellation } from '../core/cancellation.ts';
import { parseAnswer, type RawAnswer, type SubgraphAnswer } from '../core/read-answer.ts';
import {
  explain,
  type FaultReason,
  type Subgraph,
  type SubgraphClientOptions,
  SubgraphFault,
  type SubgraphRequest,
} from '../core/subgraph.ts';

const HEADERS = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json;q=0.9',
];

/**
 * Everything that decides what a subgraph receives. Headers are the same for every request, apart from the
 * assertion.
 */
export type Sent = readonly [
  subgraph: Subgraph,
  body: string,
  assertionProvider: AssertionProvider | undefined,
];

/** Sends a body to a subgraph and parses the answer. */
export type Send = (...request: [...Sent, cancellation?: Cancellation]) => Promise<SubgraphAnswer>;

/** Sends a body to a subgraph and returns the raw answer. */
export type Post = (...request: [...Sent, cancellation?: Cancellation]) => Promise<RawAnswer>;

/**
 * Sends HTTP at undici's lowest level, which avoids streams, promises and timers for each request. See {@link
 * SubgraphClient} for its guarantees.
 */
function createPost(options: SubgraphClientOptions): { post: Post; close: () => Promise<void> } {
  const { timeoutMs, answerLimitBytes, connections } = options;
  // One timer of our own covers waiting for a connection, connecting and reading; undici's timers are coarse, so
  // they are off.
  const agent = new Agent({ connections, connectTimeout: 0, headersTimeout: 0, bodyTimeout: 0 });
  const targets = new Map<string, Pick<Dispatcher.DispatchOptions, 'origin' | 'path'>>();

  function targetOf({ url }: Subgraph) {
    let target = targets.get(url);
    if (!target) {
      const { origin, pathname, search } = new URL(url);
      target = { origin, path: pathname + search };
      targets.set(url, target);
    }
    return target;
  }

  function post(
    subgraph: Subgraph,
    body: string,
    assertionProvider: AssertionProvider | undefined,
    cancellation?: Cancellation,
  ): Promise<RawAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
    const chunks: Buffer[] = [];
    let size = 0;
    let status = 0;
    let contentType: string | undefined;
    let controller: Dispatcher.DispatchController | undefined;
    let fault: SubgraphFault | undefined;

    function fail(reason: FaultReason, detail: string, cause?: unknown): void {
      if (fault) return;
      fault = new SubgraphFault(subgraph.name, reason, detail, cause);
      finish();
      reject(fault);
      controller?.abort(fault);
    }
    function finish(): void {
      clearTimeout(timer);
      cancellation?.forget(cancel);
    }
    const cancel = () => fail('CANCELLED', 'request closed');
    const timer = setTimeout(() => fail('TIMEOUT', `${timeoutMs} ms`), timeoutMs);
    cancellation?.listen(cancel);

    function dispatch(headers: string[]): void {
      // It failed while waiting for the assertion.
      if (fault) return;
      const { origin, path } = targetOf(subgraph);
      agent.dispatch(
        { origin, path, method: 'POST', headers, body },
        {
          onRequestStart(started) {
            controller = started;
            // It failed while waiting for a connection.
            if (fault) started.abort(fault);
          },
          onResponseStart(_controller, statusCode, answered) {
            status = statusCode;
            contentType = answered['content-type'] as string | undefined;
          },
          onResponseData(_controller, chunk) {
            size += chunk.length;
            if (size > answerLimitBytes) fail('TOO_LARGE', `more than ${answerLimitBytes} bytes`);
            else chunks.push(chunk);
          },
          onResponseEnd() {
            finish();
            resolve({ status, contentType, body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks) });
          },
          onResponseError: (_controller, error) => fail('UNREACHABLE', explain(error), error),
        },
      );
    }
    withAssertion(HEADERS, subgraph, body, assertionProvider, dispatch, (error) => {
      finish();
      reject(error);
    });
    return promise;
  }

  return { post, close: () => agent.close() };
}

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

export interface SubgraphClient {
  /**
   * Sends one operation and returns the answer. Never retries: a mutation may have happened.
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
  /** Like `ask`, with a request that is already written. */
  send: Send;
  /** Like `send`, with the raw answer. */
  post: Post;
  /** Waits for requests in flight, then closes every connection. */
  close(): Promise<void>;
}

/** Creates an HTTP client for the subgraphs with persistent connections. */
export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const { post, close } = createPost(options);
  const send: Send = async (...request) => parseAnswer(request[0].name, await post(...request));
  return {
    ask: (subgraph, request, assertionProvider, signal) =>
      send(subgraph, JSON.stringify(request), assertionProvider, Cancellation.of(signal)),
    send,
    post,
    close,
  };
}
