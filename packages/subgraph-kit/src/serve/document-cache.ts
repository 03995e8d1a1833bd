import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  parse,
  type Source,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';

// A gateway sends the same few hundred documents for ever; these bounds only stop a flood of new ones.
const MOST_DOCUMENTS = 2000;
const MOST_TOKENS = 50_000;

/** graphql-js's parse and validate, each done once a document. Documents that do not parse are not kept. */
export function createDocumentCache() {
  const parsed = new LRUCache<string, DocumentNode>({ max: MOST_DOCUMENTS });
  const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  return {
    parse(source: string | Source): DocumentNode {
      const text = typeof source === 'string' ? source : source.body;
      const known = parsed.get(text);
      if (known) return known;
      const document = parse(text, { maxTokens: MOST_TOKENS });
      parsed.set(text, document);
      return document;
    },

    validate(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
      const known = validated.get(document);
      if (known) return known;
      const errors = validate(schema, document);
      validated.set(document, errors);
      return errors;
    },
  };
}
