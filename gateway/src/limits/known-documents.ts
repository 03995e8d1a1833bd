import { BREAK, type DocumentNode, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { CostModel } from '../cost/cost-model.ts';
import { createDocumentCost, type DocumentCost } from '../cost/document-cost.ts';
import { checkDocument, type DocumentLimits } from './check-document.ts';

/**
 * Clients send the same few hundred documents over and over; this bounds what is remembered of others. What a document
 * and its costs hold in memory was measured at 30 to 60 bytes a character.
 */
const MOST_BYTES = 64 * 1024 * 1024;
const BYTES = 2_000;
const BYTES_PER_CHARACTER = 60;

/** What is to be known of a document that is within its limits, whoever sends it. */
export interface KnownDocument {
  /** Asks for `__schema` or `__type`. */
  introspects: boolean;
  /** Null for a text that is not GraphQL, and while there is no graph. */
  cost: DocumentCost | null;
  /** By which costs were reckoned. */
  model: CostModel | null;
}

/**
 * Checks each document once, and remembers those that are within their limits.
 *
 * @returns throws a PublicError for a document that is beyond them: see checkDocument
 */
export function createKnownDocuments(
  limits: DocumentLimits,
): (source: string, model: CostModel | null) => KnownDocument {
  const known = new LRUCache<string, KnownDocument>({
    maxSize: MOST_BYTES,
    sizeCalculation: (_document, source) => BYTES + source.length * BYTES_PER_CHARACTER,
  });

  return (source, model) => {
    const before = known.get(source);
    if (before && before.model === model) return before;
    const document = checkDocument(source, limits);
    const now = {
      introspects: document !== null && asksForSchema(document),
      cost: document && model && createDocumentCost(model, document),
      model,
    };
    known.set(source, now);
    return now;
  };
}

function asksForSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field({ name }) {
      if (name.value !== '__schema' && name.value !== '__type') return undefined;
      asks = true;
      return BREAK;
    },
  });
  return asks;
}
