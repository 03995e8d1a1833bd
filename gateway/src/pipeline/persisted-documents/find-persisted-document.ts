import { PublicError } from '@yiwang/errors';
import type { Client } from '@yiwang/identity';
import { LRUCache } from 'lru-cache';
import type { ClientPolicies } from '../client-policies/client-policies.ts';
import { withDocument } from '../graphql-params/graphql-params.ts';
import type { ParsedRequest } from '../request/request.ts';
import { documentHashIn, hashOf } from './named-document.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

const MAX_CHARACTERS = 16 * 1024 * 1024;
/** Longer documents are not cached: a few would evict all others. */
const MAX_DOCUMENT_CHARACTERS = 100_000;

/**
 * Returns the request with its document, where it names one by its SHA-256; any other request as it is.
 *
 * @throws PublicError PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_NOT_SUPPORTED, PERSISTED_OPERATION_REQUIRED;
 * BAD_REQUEST when the hash is malformed, or of another document
 */
export type FindPersistedDocument = (request: ParsedRequest) => ParsedRequest;

/**
 * Makes the stage that finds trusted documents, and those that clients registered (automatic persisted queries, as Apollo's
 * clients send them).
 *
 * @param maxDocuments the most automatic persisted queries to cache; 0 for none
 */
export function createFindPersistedDocument(
  trusted: TrustedDocuments,
  policies: ClientPolicies,
  maxDocuments: number,
): FindPersistedDocument {
  const cached =
    maxDocuments > 0
      ? new LRUCache<string, string>({
          max: maxDocuments,
          maxSize: MAX_CHARACTERS,
          maxEntrySize: MAX_DOCUMENT_CHARACTERS,
          sizeCalculation: (source) => source.length,
        })
      : null;

  function find(hash: string, query: string, client: Client): string {
    const found = trusted.find(client, hash) ?? (isTrustedOnly() ? undefined : cached?.get(hash));
    // A document that is sent along need not be hashed again when it was found.
    if (found !== undefined && (query === '' || query === found)) return found;
    if (query !== '' && hashOf(query) !== hash) {
      throw new PublicError(
        'BAD_REQUEST',
        'The hash is not the SHA-256 of the query that was sent with it. Hash the exact text of the query.',
      );
    }
    if (isTrustedOnly()) throw notTrusted();
    if (query !== '') {
      cached?.set(hash, query);
      return query;
    }
    // Older clients recognize these messages, and not the codes.
    if (!cached) throw new PublicError('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
    throw new PublicError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');

    function isTrustedOnly(): boolean {
      return policies.of(client).persistedOnly;
    }
  }

  return (request) => {
    const { params, client } = request;
    const hash = documentHashIn(params);
    if (hash === null) return request;
    return { ...request, params: withDocument(params, find(hash, params.query, client)) };
  };
}

/** Returns the error for a client that may run trusted documents only. */
export function notTrusted(): PublicError {
  return new PublicError(
    'PERSISTED_OPERATION_REQUIRED',
    'Your client may run trusted documents only, and this is none of them. Ask the operator to add it.',
  );
}
