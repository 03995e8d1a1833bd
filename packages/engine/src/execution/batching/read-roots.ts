import type { GraphQLFormattedError } from 'graphql';
import type { AssertionProvider } from '../../core/assertion-provider.ts';
import type { Cancellation } from '../../core/cancellation.ts';
import type { Send } from '../../subgraph-client/subgraph-client.ts';
import type { SubgraphAnswer } from '../../core/read-answer.ts';
import { copy } from '../../query-plan/merge.ts';
import { requestBody } from '../../query-plan/request-body.ts';
import { type PendingRequest, sendAlone, createBatching, type Senders } from './batching.ts';
import { type LatencyGate, nameFor, type RootQuery } from './root-query.ts';

/** Each count makes its own text, which subgraphs parse once and cache. */
const MAX_PLACES = 16;
/** For lists and searches, whose answers are longer. */
const MAX_LISTS = 8;

export interface RootRequest {
  query: RootQuery;
  /** Writes the client's variables that the query uses: members of a JSON object, renamed by `rename`. */
  writeVariables(rename?: (name: string) => string): string;
  assertionProvider: AssertionProvider | undefined;
  cancellation: Cancellation | undefined;
}

/** @returns an answer as to this request alone, which the caller may modify */
export type ReadRoots = (request: RootRequest) => Promise<SubgraphAnswer>;

type PendingRoot = RootRequest & PendingRequest;

/**
 * Creates the reader of root fields. Equal queries with different variables that arise while the event loop reads
 * ready sockets are sent to the subgraph in one request, each as separate fields: lookups of an entity, and lists
 * and searches that are fast.
 *
 * @param alone names of the subgraphs that get a request for each fetch
 */
export function createRootReader(senders: Senders, alone: ReadonlySet<string>): ReadRoots {
  let waiting: PendingRoot[] = [];

  function flush(): void {
    const taken = waiting;
    waiting = [];
    for (const [query, pendingRequests] of Map.groupBy(taken, (pending) => pending.query)) {
      for (const alike of Map.groupBy(
        pendingRequests,
        ({ assertionProvider }) => assertionProvider?.key,
      ).values())
        readAll(query, alike);
    }
  }

  function readAll(query: RootQuery, pendingRequests: readonly PendingRoot[]): void {
    if (pendingRequests.length === 1) return readAlone(pendingRequests[0]!);
    // Requests with the same variables are the same.
    const alike = [...Map.groupBy(pendingRequests, (pending) => pending.writeVariables()).values()];
    const maxPlaces = query.latencyGate ? MAX_LISTS : MAX_PLACES;
    for (let from = 0; from < alike.length; from += maxPlaces)
      readBatch(query, alike.slice(from, from + maxPlaces));
  }

  function readAlone(pending: PendingRoot): void {
    const { subgraph, latencyGate } = pending.query;
    sendAlone(timed(senders.read, latencyGate), subgraph, pending);
  }

  function readBatch(query: RootQuery, places: readonly PendingRoot[][]): void {
    const [first] = places;
    const pendingRequests = places.flat();
    const read = timed(senders.read, query.latencyGate);
    if (places.length === 1) {
      const split = (answer: SubgraphAnswer) => distribute([answer], places);
      return createBatching(
        { read, send: read },
        query.subgraph,
        pendingRequests,
        first![0]!.writeBody(),
        split,
      );
    }
    const send = timed(senders.send, query.latencyGate);
    const variables = places.map(([pending], place) =>
      pending!.writeVariables((name) => nameFor(place, name)),
    );
    const body = requestBody(query.headFor(places.length), ...variables);
    createBatching({ read, send }, query.subgraph, pendingRequests, body, (answer) => {
      const parts = splitPlaces(answer, query.fields, places.length);
      if (!parts) query.latencyGate?.restart();
      return parts && distribute(parts, places);
    });
  }

  return (request) =>
    new Promise((answer, fail) => {
      const { query, writeVariables } = request;
      const pending: PendingRoot = {
        ...request,
        answer,
        fail,
        writeBody: () => requestBody(query.head, writeVariables()),
      };
      const mayBatch = (query.latencyGate?.isQuick ?? true) && !alone.has(query.subgraph.name);
      if (!mayBatch) readAlone(pending);
      // Immediates run once all ready sockets have been read.
      else if (waiting.push(pending) === 1) setImmediate(flush);
    });
}

/** Measures how long answers take. */
function timed(send: Send, latencyGate: LatencyGate | null): Send {
  if (!latencyGate) return send;
  return (...request) => {
    const from = performance.now();
    const answer = send(...request);
    answer.then(
      () => latencyGate.note(performance.now() - from),
      () => latencyGate.restart(),
    );
    return answer;
  };
}

/** The first request at a place takes the answer itself; others get copies that they may modify. */
function distribute(parts: readonly SubgraphAnswer[], places: readonly PendingRoot[][]): SubgraphAnswer[] {
  return places.flatMap((pendingRequests, place) =>
    pendingRequests.map((_, i) => (i === 0 ? parts[place]! : copy(parts[place]!))),
  );
}

/** Returns the answer of each place, as if it had been sent separately; null when parts cannot be separated. */
function splitPlaces(
  { data, errors }: SubgraphAnswer,
  fields: readonly string[],
  count: number,
): SubgraphAnswer[] | null {
  if (!data) return null;
  const errorsByPlace = new Map<number, GraphQLFormattedError[]>();
  for (const error of errors ?? []) {
    const [, place, name] = /^_(\d+)_(.+)$/.exec(String(error.path?.[0])) ?? [];
    if (name === undefined) return null;
    const placed = { ...error, path: [name, ...error.path!.slice(1)] };
    const earlier = errorsByPlace.get(Number(place));
    if (earlier) earlier.push(placed);
    else errorsByPlace.set(Number(place), [placed]);
  }
  return Array.from({ length: count }, (_, place) => {
    const own = errorsByPlace.get(place);
    // A condition may have left a field out.
    const there = fields.filter((name) => Object.hasOwn(data, nameFor(place, name)));
    const values = there.map((name) => [name, data[nameFor(place, name)]] as const);
    return { data: Object.fromEntries(values), ...(own && { errors: own }) };
  });
}
