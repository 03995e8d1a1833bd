import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { AssertionProvider } from '../core/assertion-provider.ts';
import type { Caller } from '../core/caller.ts';
import { parseAnswer } from '../core/read-answer.ts';
import type { PlanTools } from '../execution/compile-plan.ts';
import { createEntityReader } from '../execution/batching/read-entities.ts';
import { createRootReader } from '../execution/batching/read-roots.ts';
import type { Post, Send } from '../subgraph-client/subgraph-client.ts';

/** What one fetch did. Times are those of `performance.now()`. */
export interface TracedFetch {
  startedAt: number | null;
  endedAt: number | null;
  /** Null for a fetch of root fields. */
  entities: number | null;
  hasFailed: boolean;
}

/** One HTTP request. */
export interface TracedRequest {
  department: string;
  fetches: readonly TracedFetch[];
  startedAt: number;
  endedAt: number;
  sentBytes: number;
  receivedBytes: number | null;
}

/** Records one run of one operation, which is compiled for it alone. */
export interface Trace {
  /** Compiles the plan with fetches that are recorded. */
  readonly hook: NonNullable<PlanTools['trace']>;
  /** The plan that was compiled; null when nothing is fetched. */
  readonly plan: PlanNode | null;
  readonly fetches: ReadonlyMap<FetchNode, TracedFetch>;
  readonly requests: readonly TracedRequest[];
}

/**
 * Creates a trace. Its run has readers of its own: it batches its own fetches as usual, but neither joins a request of
 * another run nor lets one join, so that nothing in a trace depends on what others ask at the moment.
 */
export function createTrace({ post, afterMutation, unshared }: TraceTools): Trace {
  let plan: PlanNode | null = null;
  const fetches = new Map<FetchNode, TracedFetch>();
  const requests: TracedRequest[] = [];
  const fetchOf = new Map<Caller, TracedFetch>();
  /** Fetches that wait for the request of another, which is about to be sent. */
  const batched = new Map<Caller, TracedFetch[]>();

  const tracedPost: Post = async (subgraph, body, provider, cancellation) => {
    const { caller } = provider!;
    const request: TracedRequest = {
      department: subgraph.name,
      fetches: [fetchOf.get(caller)!, ...(batched.get(caller) ?? [])],
      startedAt: performance.now(),
      endedAt: 0,
      sentBytes: Buffer.byteLength(body),
      receivedBytes: null,
    };
    batched.delete(caller);
    requests.push(request);
    try {
      const answer = await post(subgraph, body, assertedBy(provider!), cancellation);
      request.receivedBytes = answer.body.length;
      return answer;
    } finally {
      request.endedAt = performance.now();
    }
  };
  const send: Send = async (...request) => parseAnswer(request[0].name, await tracedPost(...request));
  const readEntities = createEntityReader({ read: send, send }, unshared);
  const readRoots = createRootReader({ read: send, send }, unshared);

  /** Returns a provider of one fetch. It tells requests apart, and equal keys still let fetches be batched. */
  function providerOf(fetch: TracedFetch, base: AssertionProvider | undefined): FetchProvider {
    const caller: Caller = {
      key: base?.key ?? '',
      authorize: () => null,
      assertionFor: () => null,
      // Called for each fetch of a batch before it is sent.
      sharesWith: (leader) => batched.set(leader, [...(batched.get(leader) ?? []), fetch]),
    };
    fetchOf.set(caller, fetch);
    return { key: caller.key, caller, base, assertionFor: () => null };
  }

  async function timed<Answer>(fetch: TracedFetch, ask: () => Promise<Answer>): Promise<Answer> {
    fetch.startedAt ??= performance.now();
    try {
      return await ask();
    } catch (error) {
      fetch.hasFailed = true;
      throw error;
    } finally {
      fetch.endedAt = performance.now();
    }
  }

  return {
    get plan() {
      return plan;
    },
    fetches,
    requests,
    hook: {
      begin(compiled) {
        plan = compiled;
      },
      toolsOf(node) {
        const fetch: TracedFetch = { startedAt: null, endedAt: null, entities: null, hasFailed: false };
        fetches.set(node, fetch);
        return {
          post: (subgraph, body, provider, cancellation) =>
            timed(fetch, () => tracedPost(subgraph, body, providerOf(fetch, provider), cancellation)),
          ask: (subgraph, body, isQuery, { assertionProvider, cancellation }) =>
            timed(fetch, () => {
              const provider = providerOf(fetch, assertionProvider);
              // A mutation runs to its end.
              return isQuery
                ? send(subgraph, body, provider, cancellation)
                : send(subgraph, body, provider).finally(afterMutation);
            }),
          readEntities: (request) => {
            fetch.entities = (fetch.entities ?? 0) + request.references.length;
            const assertionProvider = providerOf(fetch, request.assertionProvider);
            return timed(fetch, () => readEntities({ ...request, assertionProvider }));
          },
          readRoots: (request) => {
            const assertionProvider = providerOf(fetch, request.assertionProvider);
            return timed(fetch, () => readRoots({ ...request, assertionProvider }));
          },
        };
      },
    },
  };
}

/** What a trace needs to send requests. */
export interface TraceTools {
  post: Post;
  /** Called when a mutation has ended: reads that were sent before no longer answer anyone. */
  afterMutation: () => void;
  /** Names of subgraphs that get a request for each fetch. */
  unshared: ReadonlySet<string>;
}

interface FetchProvider extends AssertionProvider {
  /** That of the caller; undefined when requests carry no assertion. */
  base: AssertionProvider | undefined;
}

function assertedBy(provider: AssertionProvider): AssertionProvider | undefined {
  return (provider as FetchProvider).base;
}
