import { hash } from 'node:crypto';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { CachePolicy } from '../core/answer-cache.ts';
import type { CacheFacts } from '../core/cache-facts.ts';
import { cachePolicyOf } from './cache-policy.ts';
import { createFetchNotes, type FetchNotes } from './create-fetch-notes.ts';

/** What preparing operations needs to know about caching, of one supergraph. */
export interface CachingTools {
  /** Returns null when the answers of the operation may not be cached; see cachePolicyOf. */
  policyOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    isRestricted: boolean,
  ): CachePolicy | null;
  notes: FetchNotes;
  /** Equal for supergraphs that say the same about caching. */
  fingerprint: string;
}

/** @param lookups names of the root fields that look up one entity */
export function createCachingTools(
  schema: GraphQLSchema,
  facts: CacheFacts,
  lookups: ReadonlySet<string>,
): CachingTools {
  const described = JSON.stringify(Object.values(facts).map((some: Iterable<unknown>) => [...some]));
  return {
    policyOf: (document, operation, isRestricted) =>
      cachePolicyOf(schema, facts, document, operation, isRestricted),
    notes: createFetchNotes(schema, facts.keys, lookups),
    fingerprint: hash('sha256', described, 'base64'),
  };
}
