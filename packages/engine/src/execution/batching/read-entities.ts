import type { AssertionProvider } from '../../core/assertion-provider.ts';
import type { Cancellation } from '../../core/cancellation.ts';
import type { SubgraphAnswer } from '../../core/read-answer.ts';
import { joinReferences } from '../../query-plan/reference-form.ts';
import { requestBody } from '../../query-plan/request-body.ts';
import { type PendingRequest, sendAlone, createBatching, type Senders } from './batching.ts';
import { combineQueries, gatherReferences, splitEntities } from './combine-queries.ts';
import type { Combination, EntityQuery, QueryFamily } from './entity-query.ts';

/** Larger fetches are not batched: they gain little and would delay the batch. */
const LARGE = 200;
/**
 * Maximum size of the references in one request, counting each as often as it is requested: common servers accept
 * 100 KiB at most.
 */
const MAX_BYTES = 96 * 1024;

export interface EntityRequest {
  query: EntityQuery;
  /** Distinct references, in the form of the query. */
  references: readonly string[];
  /** The client's variables that the query uses, as `compileVariables` writes them. */
  variables: string;
  assertionProvider: AssertionProvider | undefined;
  cancellation: Cancellation | undefined;
}

/** @returns an answer as to this request alone, which the caller may modify */
export type ReadEntities = (request: EntityRequest) => Promise<SubgraphAnswer>;

type PendingFetch = EntityRequest & PendingRequest;

/**
 * Creates the reader of entities. Fetches from one subgraph that arise while the event loop reads ready sockets are
 * sent in one request: the parallel fetches of one operation, and those of the same operation that others run at
 * the time.
 *
 * @param alone names of the subgraphs that get a request for each fetch
 */
export function createEntityReader(senders: Senders, alone: ReadonlySet<string>): ReadEntities {
  const { read } = senders;
  let waiting: PendingFetch[] = [];

  function flush(): void {
    const taken = waiting;
    waiting = [];
    for (const group of groupsOf(taken)) readGroup(group);
  }

  function readGroup(group: readonly PendingFetch[]): void {
    const [first] = group;
    if (group.length === 1) return sendAlone(read, first!.query.subgraph, first!);
    const combination = combineQueries([...new Set(group.map(({ query }) => query))]);
    if (combination) return readBatch(group, combination);
    for (const alike of Map.groupBy(group, ({ query }) => query).values()) readGroup(alike);
  }

  function readBatch(
    group: readonly PendingFetch[],
    { queries, head, fields, variables }: Combination,
  ): void {
    const { lists, shares } = gatherReferences(queries, group);
    const referenceTexts = lists.map((references, place) =>
      listText(variables[place]!, queries[place]!, references),
    );
    const body = requestBody(head, ...referenceTexts, group[0]!.variables);
    createBatching(senders, queries[0]!.subgraph, group, body, (answer) =>
      splitEntities(answer, fields, lists, shares),
    );
  }

  return (request) =>
    new Promise((answer, fail) => {
      const pending = { ...request, answer, fail, writeBody: () => entitiesBody(request) };
      if (alone.has(request.query.subgraph.name)) sendAlone(read, request.query.subgraph, pending);
      // Immediates run once all ready sockets have been read.
      else if (waiting.push(pending) === 1) setImmediate(flush);
    });
}

/** Writes the request for these references alone. */
export function entitiesBody({
  query,
  references,
  variables,
}: Pick<EntityRequest, 'query' | 'references' | 'variables'>): string {
  return requestBody(query.head, listText('representations', query, references), variables);
}

function listText(name: string, { form }: EntityQuery, references: readonly string[]): string {
  return `"${name}":[${joinReferences(form, references)}]`;
}

/** Estimates the size of references in a request; those of one fetch have about the same length. */
function bytesOf({ form: { before, after } }: EntityQuery, references: readonly string[]): number {
  return references.length * (before.length + references[0]!.length + after.length + 1);
}

/**
 * Groups the fetches that can share a request: of one operation, to one subgraph, with the same variables, for the
 * same caller.
 */
function groupsOf(waiting: readonly PendingFetch[]): PendingFetch[][] {
  if (waiting.length === 1) return [[waiting[0]!]];
  const groups: PendingFetch[][] = [];
  const open = new Map<QueryFamily, Map<string, { group: PendingFetch[]; room: number }>>();
  for (const pending of waiting) {
    const { query, variables, references, assertionProvider } = pending;
    if (references.length > LARGE) {
      groups.push([pending]);
      continue;
    }
    const ofFamily = open.get(query.family) ?? new Map<string, { group: PendingFetch[]; room: number }>();
    open.set(query.family, ofFamily);
    // JSON contains no raw line breaks.
    const key = `${query.subgraph.name}\n${variables}${assertionProvider ? `\n${assertionProvider.key}` : ''}`;
    const bytes = bytesOf(query, references);
    let place = ofFamily.get(key);
    if (!place || place.room < bytes) {
      place = { group: [], room: MAX_BYTES };
      groups.push(place.group);
      ofFamily.set(key, place);
    }
    place.group.push(pending);
    place.room -= bytes;
  }
  return groups;
}
