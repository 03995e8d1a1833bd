import { LRUCache } from 'lru-cache';
import type { GatewayConfig } from '../config.ts';
import { checkDocument } from '../limits/check-document.ts';
import type { Readable } from '../pipeline.ts';

/** Clients send the same few hundred documents over and over; these bound what is remembered of others. */
const MAX_REMEMBERED_CHARACTERS = 10_000_000;

type Limits = Pick<GatewayConfig, Extract<keyof GatewayConfig, `OPERATION_MAX_${string}`>>;

/**
 * Stage 3 of 4. Refuses a document that would cost too much to validate and to plan, whoever sends
 * it. A document that is not GraphQL passes: Apollo Server says so with its place.
 */
export function createLimit(config: Limits) {
  const admitted = new LRUCache<string, true>({
    maxSize: MAX_REMEMBERED_CHARACTERS,
    sizeCalculation: (_verdict, source) => source.length,
  });
  const limits = {
    maxTokens: config.OPERATION_MAX_TOKENS,
    maxDepth: config.OPERATION_MAX_DEPTH,
    maxFields: config.OPERATION_MAX_FIELDS,
    maxAliases: config.OPERATION_MAX_ALIASES,
    maxRootFields: config.OPERATION_MAX_ROOT_FIELDS,
    maxSameField: config.OPERATION_MAX_SAME_FIELD,
    maxDirectives: config.OPERATION_MAX_DIRECTIVES,
    maxOperations: config.OPERATION_MAX_OPERATIONS,
  };

  return function limit(request: Readable): Readable {
    const { source } = request;
    if (source && !admitted.get(source)) {
      checkDocument(source, limits);
      admitted.set(source, true);
    }
    return request;
  };
}
