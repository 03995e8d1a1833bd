import { BREAK, type DocumentNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CostModel } from '../cost/cost-model.ts';
import { createDocumentCost, type DocumentCost } from '../cost/document-cost.ts';
import { checkDocument, type DocumentLimits } from '@yiwang/service/http';

/**
 * Clients send the same few hundred documents over and over; this bounds the cache for others. A document with its costs was
 * measured at 30 to 60 bytes a character.
 */
const MAX_BYTES = 64 * 1024 * 1024;
const BYTES = 2_000;
const BYTES_PER_CHARACTER = 60;

/** What the gateway keeps of a document within its limits, whoever sends it. */
export interface CachedDocument {
  /** Whether it selects `__schema` or `__type`. */
  introspects: boolean;
  /** Null for a text that is not GraphQL, and while there is no supergraph. */
  cost: DocumentCost | null;
  /** The model by which costs are computed. */
  model: CostModel | null;
}

/**
 * Makes the function that checks each document once, and caches those within their limits.
 *
 * @returns throws a PublicError for a document beyond its limits: see checkDocument
 */
export function createDocumentCache(
  limits: DocumentLimits,
): (source: string, model: CostModel | null) => CachedDocument {
  const cache = new LRUCache<string, CachedDocument>({
    maxSize: MAX_BYTES,
    sizeCalculation: (_document, source) => BYTES + source.length * BYTES_PER_CHARACTER,
  });

  return (source, model) => {
    const cached = cache.get(source);
    if (cached && cached.model === model) return cached;
    const document = checkDocument(source, limits);
    const checked = {
      introspects: document !== null && introspects(document),
      cost: document && model && createDocumentCost(model, document),
      model,
    };
    cache.set(source, checked);
    return checked;
  };
}

function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      if (name.value !== '__schema' && name.value !== '__type') return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}
