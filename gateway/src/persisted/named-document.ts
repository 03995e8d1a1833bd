import { PublicError } from '@yiwang/errors';
import type { Incoming } from '../pipeline.ts';
import { isRecord } from '../is-record.ts';

/** A document that a request names by its hash. */
export interface NamedDocument {
  /** 64 hexadecimal digits, in lower case. */
  hash: string;
  /** As it was sent along; empty when it was not. */
  query: string;
  /** The parts of the request that say what is asked for, as if the document had been sent. */
  withQuery(query: string): Pick<Incoming, 'body'> | Pick<Incoming, 'search'>;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Null for a request that names no document. It does so by `extensions.persistedQuery.sha256Hash`, as Apollo's clients do,
 * or by `documentId: "sha256:…"`, as the GraphQL-over-HTTP specification has it.
 *
 * @throws PublicError BAD_REQUEST when what it names is no hash
 */
export function readNamedDocument({ method, body, search }: Incoming): NamedDocument | null {
  if (method === 'GET') return readSearch(search);
  if (!isRecord(body) || (body['extensions'] == null && body['documentId'] == null)) return null;
  const hash = hashIn(body);
  if (hash === null) return null;
  const { extensions, documentId: _, query, ...rest } = body;
  return {
    hash,
    query: textOf(query),
    withQuery: (found) => ({ body: { ...rest, query: found, ...othersIn(extensions) } }),
  };
}

function readSearch(search: string): NamedDocument | null {
  if (!search.includes('extensions=') && !search.includes('documentId=')) return null;
  const parameters = new URLSearchParams(search);
  const extensions = parsed(parameters.get('extensions'));
  const hash = hashIn({ extensions, documentId: parameters.get('documentId') });
  if (hash === null) return null;
  return {
    hash,
    query: parameters.get('query') ?? '',
    withQuery(found) {
      const { extensions: others } = othersIn(extensions);
      parameters.delete('extensions');
      parameters.delete('documentId');
      parameters.set('query', found);
      if (others) parameters.set('extensions', JSON.stringify(others));
      return { search: `?${parameters}` };
    },
  };
}

function hashIn({ extensions, documentId }: Fields): string | null {
  if (documentId != null) return checked(documentId, /^sha256:([0-9a-f]{64})$/i, 'documentId');
  const persisted = isRecord(extensions) ? extensions['persistedQuery'] : undefined;
  if (persisted == null) return null;
  if (!isRecord(persisted) || persisted['version'] !== 1) {
    throw new PublicError('BAD_REQUEST', 'extensions.persistedQuery has to be of version 1.');
  }
  return checked(persisted['sha256Hash'], /^([0-9a-f]{64})$/i, 'extensions.persistedQuery.sha256Hash');
}

function checked(value: unknown, form: RegExp, name: string): string {
  const hash = typeof value === 'string' ? form.exec(value)?.[1] : undefined;
  if (!hash) throw new PublicError('BAD_REQUEST', `${name} has to be a SHA-256 of 64 hexadecimal digits.`);
  return hash.toLowerCase();
}

/** Other extensions stay; without them the request is like any other. */
function othersIn(extensions: unknown): { extensions?: Fields } {
  if (!isRecord(extensions)) return {};
  const { persistedQuery: _, ...others } = extensions;
  return Object.keys(others).length > 0 ? { extensions: others } : {};
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null; // Apollo Server says so.
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
