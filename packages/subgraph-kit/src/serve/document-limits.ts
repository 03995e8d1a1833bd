import { checkDocument, documentLimitsOf, type DocumentLimitSettings } from '@yiwang/service/http';
import { LRUCache } from 'lru-cache';

/** The most characters of documents that are cached as within the limits. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/**
 * Creates the function that checks a document before it is parsed and validated, each text once.
 *
 * @returns a function that throws PublicError OPERATION_TOO_COMPLEX naming the limit; a text that is not GraphQL passes
 */
export function createLimitDocument(config: DocumentLimitSettings): (query: string) => void {
  const limits = documentLimitsOf(config);
  const within = new LRUCache<string, true>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_within, query) => query.length + 1,
  });
  return function limitDocument(query) {
    if (within.has(query)) return;
    checkDocument(query, limits);
    within.set(query, true);
  };
}
