import { createHash } from 'node:crypto';
import { PublicError } from '@yiwang/errors';
import { isRecord } from '../../util/is-record.ts';
import type { GraphqlParams } from '../request/request.ts';

/** Returns the SHA-256 of the text's UTF-8 in hexadecimal digits, by which clients name documents. */
export function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}

/**
 * Returns the hash by which a request names its document, 64 hexadecimal digits in lower case; null when it names none. A request
 * names it by `extensions.persistedQuery.sha256Hash`, as Apollo's clients do, or by `documentId: "sha256:…"` of the
 * GraphQL-over-HTTP specification.
 *
 * @throws PublicError BAD_REQUEST when the hash is malformed
 */
export function documentHashIn({ documentId, extensions }: GraphqlParams): string | null {
  if (documentId != null) return checked(documentId, /^sha256:([0-9a-f]{64})$/i, 'documentId');
  const persisted = extensions?.['persistedQuery'];
  if (persisted == null) return null;
  if (!isRecord(persisted) || persisted['version'] !== 1) {
    throw new PublicError('BAD_REQUEST', 'extensions.persistedQuery must be of version 1.');
  }
  return checked(persisted['sha256Hash'], /^([0-9a-f]{64})$/i, 'extensions.persistedQuery.sha256Hash');
}

function checked(value: unknown, form: RegExp, name: string): string {
  const hash = typeof value === 'string' ? form.exec(value)?.[1] : undefined;
  if (!hash) throw new PublicError('BAD_REQUEST', `${name} must be a SHA-256 of 64 hexadecimal digits.`);
  return hash.toLowerCase();
}
