// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- types of a module cannot be imported before it has any
/// <reference path="./undici-agent.d.ts" />
import type { Dispatcher } from 'undici';
// The whole of undici takes 14 MiB more than its agent.
import Agent from 'undici/lib/dispatcher/agent.js';
import type { AssertionProvider } from '../core/assertion-provider.ts';
import type { Cancellation } from '../core/cancellation.ts';
import type { RawAnswer } from '../core/read-answer.ts';
import {
  explain,
  type FaultReason,
  type Subgraph,
  type SubgraphClientOptions,
  SubgraphFault,
  type SubgraphState,
} from '../core/subgraph.ts';
import { type SubgraphPolicy, UNPROTECTED } from '../core/subgraph-policy.ts';
import { ConcurrencyLimiter, type PendingRequest, type Outcome } from './protection/concurrency-limiter.ts';
import { observePost } from './observe-post.ts';
import { connectOptions } from './tls-connector.ts';
import { withAssertion } from './with-assertion.ts';

const HEADERS = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json;q=0.9',
];
/** Milliseconds before the first retry, at most; each further one waits up to twice as long. */
const FIRST_RETRY_MS = 100;

/**
 * Everything that decides what a subgraph receives. Headers are the same for every request, apart from the
 * assertion.
 */
export type Sent = readonly [
  subgraph: Subgraph,
  body: string,
  assertionProvider: AssertionProvider | undefined,
];

/** Sends a body to a subgraph and returns the raw answer. */
export type Post = (...request: [...Sent, cancellation?: Cancellation]) => Promise<RawAnswer>;

/** Where and how requests to one subgraph are sent. */
interface Endpoint {
  name: string;
  policy: SubgraphPolicy;
  limiter: ConcurrencyLimiter;
  agent: Agent;
  target: Pick<Dispatcher.DispatchOptions, 'origin' | 'path'>;
}

interface Posts {
  /** Sends a read, again when it was not answered at all. */
  post: Post;
  /** Sends a mutation: again only when it cannot have reached the subgraph. */
  postOnce: Post;
  /** The subgraphs that were asked so far. */
  states: () => SubgraphState[];
  close: () => Promise<void>;
}

/**
 * Sends HTTP at undici's lowest level, which avoids streams, promises and timers for each request. See {@link
 * SubgraphClient} for its guarantees.
 */
export function createPost(options: SubgraphClientOptions): Posts {
  const { answerLimitBytes, overrides = {}, onPause, tlsOf } = options;
  const endpoints = new Map<string, Endpoint>();
  /** The same endpoints by subgraph, for a quick look-up. They outlive a supergraph, and with them what was seen of the subgraph. */
  const cached = new WeakMap<Subgraph, Endpoint>();

  function endpointOf(subgraph: Subgraph): Endpoint {
    let endpoint = cached.get(subgraph);
    if (!endpoint) {
      endpoint = openEndpoint(subgraph);
      cached.set(subgraph, endpoint);
    }
    return endpoint;
  }

  function openEndpoint({ name, url }: Subgraph): Endpoint {
    const key = `${name} ${url}`;
    let endpoint = endpoints.get(key);
    if (!endpoint) {
      const policy: SubgraphPolicy = { ...UNPROTECTED, ...options, ...overrides[name] };
      const { connections, connectTimeoutMs } = policy;
      const { origin, pathname, search } = new URL(url);
      endpoint = {
        name,
        policy,
        limiter: new ConcurrencyLimiter(policy, { onChange: (isPaused) => onPause?.(name, isPaused) }),
        // A timer of our own covers waiting, connecting and reading; those of undici are coarse, so most are off.
        agent: new Agent({
          connections,
          connectTimeout: connectTimeoutMs,
          headersTimeout: 0,
          bodyTimeout: 0,
          ...connectOptions(tlsOf, name, connectTimeoutMs),
        }),
        target: { origin, path: pathname + search },
      };
      endpoints.set(key, endpoint);
    }
    return endpoint;
  }

  function send(
    isRead: boolean,
    ownHeaders: string[],
    subgraph: Subgraph,
    body: string,
    assertionProvider: AssertionProvider | undefined,
    cancellation?: Cancellation,
  ): Promise<RawAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
    const { policy, limiter, agent, target } = endpointOf(subgraph);
    const { timeoutMs } = policy;
    const chunks: Buffer[] = [];
    let size = 0;
    let status = 0;
    let contentType: string | undefined;
    let controller: Dispatcher.DispatchController | undefined;
    let fault: SubgraphFault | undefined;
    let isInFlight = false;
    let retries = 0;
    let retryTimer: NodeJS.Timeout | undefined;

    function finish(outcome: Outcome): void {
      clearTimeout(timer);
      cancellation?.forget(cancel);
      if (isInFlight) leave(outcome);
      else if (retryTimer) clearTimeout(retryTimer);
      else limiter.withdraw(pending);
    }
    function leave(outcome: Outcome): void {
      isInFlight = false;
      limiter.leave(pending, outcome);
    }
    function fail(reason: FaultReason, detail: string, cause?: unknown): void {
      if (fault) return;
      fault = new SubgraphFault(subgraph.name, reason, detail, cause);
      finish(outcomeOf(reason, cause));
      reject(fault);
      controller?.abort(fault);
    }
    const cancel = () => fail('CANCELLED', 'request closed');

    const pending: PendingRequest = {
      body,
      start() {
        isInFlight = true;
        withAssertion(ownHeaders, subgraph, body, assertionProvider, dispatch, (error) => {
          finish('CANCELLED');
          reject(error);
        });
      },
      reject: (rejection) => fail(rejection, `${policy.failures} requests in a row were not answered`),
    };
    const timer = setTimeout(() => fail('TIMEOUT', `${timeoutMs} ms`), timeoutMs);
    cancellation?.listen(cancel);
    if (!fault) enter();
    return promise;

    function enter(): void {
      retryTimer = undefined;
      const rejection = limiter.enter(pending);
      if (rejection === 'BUSY') fail('BUSY', `${policy.queue} requests wait already`);
      else if (rejection) pending.reject(rejection);
    }

    function dispatch(headers: string[]): void {
      // It failed while waiting for the assertion.
      if (fault) return;
      agent.dispatch(
        { ...target, method: 'POST', headers, body },
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
            finish('ANSWERED');
            resolve({ status, contentType, body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks) });
          },
          onResponseError(_controller, error) {
            if (fault) return;
            if (mayRetry(error)) retry(error);
            else fail('UNREACHABLE', explain(error), error);
          },
        },
      );
    }

    function mayRetry(error: unknown): boolean {
      if (retries >= policy.retries || status !== 0) return false;
      return (isRead || wasRefused(error)) && limiter.takeRetry();
    }
    function retry(error: unknown): void {
      controller = undefined;
      leave(outcomeOf('UNREACHABLE', error));
      const waitMs = Math.random() * FIRST_RETRY_MS * 2 ** retries;
      retries += 1;
      retryTimer = setTimeout(enter, waitMs);
    }
  }

  /** Sends reads, or what may be a mutation. */
  function poster(isRead: boolean): Post {
    const { onFetch } = options;
    if (onFetch)
      return observePost(onFetch, HEADERS, (request, headers) => send(isRead, headers, ...request));
    return (subgraph, body, assertionProvider, cancellation) =>
      send(isRead, HEADERS, subgraph, body, assertionProvider, cancellation);
  }

  return {
    post: poster(true),
    postOnce: poster(false),
    states: () => [...endpoints.values()].map(({ name, limiter }) => ({ subgraph: name, ...limiter.state })),
    close: async () => void (await Promise.all([...endpoints.values()].map(({ agent }) => agent.close()))),
  };
}

function outcomeOf(reason: FaultReason, cause: unknown): Outcome {
  if (reason === 'CANCELLED') return 'CANCELLED';
  // It is there.
  if (reason === 'TOO_LARGE') return 'ANSWERED';
  return wasRefused(cause) ? 'REFUSED' : 'NOT_ANSWERED';
}

/** No connection was made, so that nothing was sent. */
function wasRefused(error: unknown): boolean {
  const causes = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  return causes.every(
    (cause) => (cause as NodeJS.ErrnoException | null | undefined)?.code === 'ECONNREFUSED',
  );
}
