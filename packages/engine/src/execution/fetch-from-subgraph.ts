import type { ErrorCode } from '@yiwang/errors';
import type { GraphQLFormattedError } from 'graphql';
import { type Subgraph, SubgraphFault, faultOfNesting } from '../core/subgraph.ts';
import type { Post } from '../subgraph-client/subgraph-client.ts';
import type { SubgraphAnswer } from '../core/read-answer.ts';
import type { ReadEntities } from './batching/read-entities.ts';
import type { ReadRoots } from './batching/read-roots.ts';
import type { Json, Run } from '../core/run.ts';
import type { EntityCaching } from '../caching/cached-entities.ts';
import type { FetchNotes } from '../caching/create-fetch-notes.ts';
import type { PlaceholderAliases } from '../query-plan/placeholder-aliases.ts';
import { placeErrors, placeFault } from '../subgraph-client/subgraph-errors.ts';
import type { TypesOf } from '../query-plan/type-tests.ts';

export interface FetchTools {
  typesOf: TypesOf;
  placeholders: Pick<PlaceholderAliases, 'calls' | 'requirements' | 'keys'>;
  /**
   * Sends one request for root fields.
   * @throws SubgraphFault when there is no GraphQL answer
   */
  ask: (subgraph: Subgraph, body: string, isQuery: boolean, run: Run) => Promise<SubgraphAnswer>;
  /** Sends one request, whose answer is not shared. */
  post: Post;
  /** @throws SubgraphFault when there is no GraphQL answer */
  readEntities: ReadEntities;
  /** @throws SubgraphFault when there is no GraphQL answer */
  readRoots: ReadRoots;
  /** Names of the root fields that look up one entity. */
  lookups: ReadonlySet<string>;
  /** Returns whether every caller may read the field of a coordinate. */
  isOpen: (coordinate: string) => boolean;
  onFault: (fault: SubgraphFault) => void;
  /** Set for an operation whose answers may be cached. */
  notes?: FetchNotes | undefined;
  /** Set where entities may be cached. */
  entityCaching?: EntityCaching | undefined;
}

/** One request, and how to process its answer. */
export interface SubgraphFetch {
  subgraph: Subgraph;
  /** @throws SubgraphFault when there is no GraphQL answer */
  ask(): Promise<SubgraphAnswer>;
  /** @throws SubgraphFault when the answer does not fit the request */
  check?(answer: SubgraphAnswer): void;
  /** Returns the JSON of the request. Only errors need it. */
  body(): string;
  /** Returns the paths in the client's answer for a path in the subgraph's. */
  placesOf(at: readonly (string | number)[]): (string | number)[][];
  /** Merges the data. */
  take(data: Json): void;
}

/**
 * Maximum number of errors from one answer. An error about an entity is reported at each place of the entity, so
 * that a small answer could make more errors than fit into memory.
 */
const MAX_ERRORS = 10_000;

/** Sends a request, merges the answer, and reports errors and faults where the client sees them. */
export async function runFetch(
  { subgraph, ask, check, body, placesOf, take }: SubgraphFetch,
  run: Run,
  { onFault }: FetchTools,
): Promise<void> {
  try {
    const answer = await ask();
    check?.(answer);
    const { data, errors } = answer;
    if (errors?.length) {
      const first = errors.slice(0, MAX_ERRORS + 1);
      report(placeErrors(subgraph, body(), { data: data ?? null, errors: first }));
    }
    if (data) take(data);
  } catch (error) {
    const fault = error instanceof SubgraphFault ? error : faultOfNesting(subgraph.name, error);
    if (!fault) throw error;
    onFault(fault);
    report(placeFault(body(), fault));
  }

  function report(errors: readonly GraphQLFormattedError[]): void {
    let left = MAX_ERRORS;
    for (const { path: at, ...error } of errors) {
      const places = at ? placesOf(at) : [];
      const placed = places.length === 0 ? [error] : places.map((path) => ({ ...error, path }));
      for (const one of placed.slice(0, left)) run.errors.push(one);
      left -= placed.length;
      if (left >= 0) continue;
      run.errors.push(moreErrors(subgraph));
      return;
    }
  }
}

function moreErrors({ name }: Subgraph): GraphQLFormattedError {
  return {
    message: `The department ${name} has more than ${MAX_ERRORS} errors; only the first ${MAX_ERRORS} are reported.`,
    extensions: { code: 'DEPARTMENT_ERROR' satisfies ErrorCode, department: name },
  };
}
