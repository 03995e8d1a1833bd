import { PublicError } from '@yiwang/errors';
import { LRUCache } from 'lru-cache';
import type { ClientPolicies } from '../limits/client-policies.ts';
import type { Identified } from '../pipeline.ts';
import { hashOf } from './hash-of.ts';
import { type NamedDocument, readNamedDocument } from './named-document.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

const MOST_CHARACTERS = 16 * 1024 * 1024;
/** Longer documents are not remembered: a few would push out all others. */
const LONGEST = 100_000;

/** Requests that name their document by its SHA-256, instead of sending it. */
export interface PersistedOperations {
  /**
   * The request with its document, where it names one; otherwise as it is.
   *
   * @throws PublicError PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_NOT_SUPPORTED, PERSISTED_OPERATION_REQUIRED;
   * BAD_REQUEST when the hash is none, or of another document
   */
  resolve(request: Identified): Identified;
}

/**
 * Finds trusted documents, and those that clients have had remembered (automatic persisted queries, as Apollo's clients
 * send them).
 *
 * @param most documents to remember; 0 for none
 */
export function createPersistedOperations(
  trusted: TrustedDocuments,
  policies: ClientPolicies,
  most: number,
): PersistedOperations {
  const remembered =
    most > 0
      ? new LRUCache<string, string>({
          max: most,
          maxSize: MOST_CHARACTERS,
          maxEntrySize: LONGEST,
          sizeCalculation: (source) => source.length,
        })
      : null;

  function find({ hash, query }: NamedDocument, { client }: Identified): string {
    const known = trusted.find(client, hash) ?? (isTrustedOnly() ? undefined : remembered?.get(hash));
    // What is sent along need not be hashed again when it is known.
    if (known !== undefined && (query === '' || query === known)) return known;
    if (query !== '' && hashOf(query) !== hash) {
      throw new PublicError('BAD_REQUEST', 'The hash is not the SHA-256 of the query that was sent with it.');
    }
    if (isTrustedOnly()) throw notTrusted();
    if (query !== '') {
      remembered?.set(hash, query);
      return query;
    }
    // The messages by which older clients tell what to do.
    if (!remembered) throw new PublicError('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
    throw new PublicError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');

    function isTrustedOnly(): boolean {
      return policies.of(client).persistedOnly;
    }
  }

  return {
    resolve(request) {
      const named = readNamedDocument(request);
      return named ? { ...request, ...named.withQuery(find(named, request)) } : request;
    },
  };
}

export function notTrusted(): PublicError {
  return new PublicError(
    'PERSISTED_OPERATION_REQUIRED',
    'Your client may run trusted documents only, and this is none of them.',
  );
}
