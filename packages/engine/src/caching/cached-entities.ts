import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { AnswerCache, Begun, CachePolicy } from '../core/answer-cache.ts';
import type { CacheFacts } from '../core/cache-facts.ts';
import type { Fetched, Json, Run } from '../core/run.ts';
import { isJson, type ReferenceForm } from '../query-plan/reference-form.ts';
import { fetchPolicyOf } from './cache-policy.ts';
import type { FetchNotes } from './create-fetch-notes.ts';

/** What a cache has of the entities that a fetch asks for. */
export interface FoundEntities {
  /** In the order of the references; undefined where the cache has none, null for an entity that the subgraph does not hold. */
  entities: readonly (Json | null | undefined)[];
  /** The references that are left to send. */
  missing: readonly string[];
  /** The position of each reference among those left; -1 for one that was found. */
  positions: readonly number[];
}

/** Keeps the entities of one fetch, each for itself: those that the next operation shares with this one need not be asked for. */
export interface CachedEntities {
  find(run: Run, references: readonly string[], variables: string): FoundEntities;
  begin(): Begun;
  /** Keeps what a subgraph has answered without an error. */
  keep(
    run: Run,
    references: readonly string[],
    variables: string,
    entities: readonly (Json | null)[],
    begun: Begun,
  ): void;
}

export interface EntityCaching {
  /**
   * Returns null for a fetch of which something may not be kept, or not for everyone.
   *
   * @param fetch the operation, parsed
   */
  of(operation: string, fetch: DocumentNode, subgraph: string, form: ReferenceForm): CachedEntities | null;
}

/** @param isOpen whether every caller may read the field of a coordinate */
export function createEntityCaching(
  cache: AnswerCache,
  schema: GraphQLSchema,
  facts: CacheFacts,
  notes: FetchNotes,
  isOpen: (coordinate: string) => boolean,
): EntityCaching {
  return {
    of(operation, fetch, subgraph, form) {
      const policy = fetchPolicyOf(schema, facts, fetch, isOpen);
      return policy?.isPublic
        ? createCachedEntities(
            cache,
            policy,
            subgraph,
            operation,
            form,
            notes.ofEntities(fetch, subgraph, form),
          )
        : null;
    },
  };
}

function createCachedEntities(
  cache: AnswerCache,
  policy: CachePolicy,
  subgraph: string,
  operation: string,
  { before, after }: ReferenceForm,
  dependenciesOf: Fetched['dependenciesOf'],
): CachedEntities {
  // Equal fetches of different operations share what they have. An answer of an operation has another key: it begins with a number.
  const prefix = `entity\n${subgraph}\n${operation}\n`;
  const keyOf = (reference: string, variables: string) =>
    `${prefix}${variables}\n${isJson(reference) ? reference : `${before}${reference}${after}`}`;

  return {
    find(run, references, variables) {
      const entities: (Json | null | undefined)[] = [];
      const missing: string[] = [];
      const positions: number[] = [];
      for (const reference of references) {
        const found = cache.find(keyOf(reference, variables), [subgraph], run.notBefore);
        const isFound = found !== null && !found.isStale;
        entities.push(isFound ? (JSON.parse(found.body.toString()) as Json | null) : undefined);
        positions.push(isFound ? -1 : missing.push(reference) - 1);
        if (isFound) run.oldestMs = Math.max(run.oldestMs, found.ageMs);
      }
      return { entities, missing, positions };
    },

    begin: () => cache.begin(),

    keep(run, references, variables, entities, begun) {
      references.forEach((reference, i) => {
        const body = Buffer.from(JSON.stringify(entities[i] ?? null));
        const kept = { body, reads: undefined, caller: undefined };
        cache.keep(keyOf(reference, variables), kept, policy, dependenciesOf(run, [reference]), begun);
      });
    },
  };
}
