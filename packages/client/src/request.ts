import type { Answer, AskOptions, ClientOptions, Document, Purpose } from './types.ts';

/** An operation as it is sent. */
export interface Operation {
  /** The text. */
  query: string;
  /** `sha256:…`; null when the document has none. */
  documentId: string | null;
  variables: unknown;
}

/** What a client knows from one request to the next. */
export interface Session {
  options: ClientOptions;
  /** Documents that the gateway does not have, by their hash: their texts are sent. */
  unknown: Set<string>;
}

const SHA_256 = /^(?:sha256:)?([0-9a-f]{64})$/i;

/** @throws TypeError when the document has no text */
export function operationOf<Data, Variables>(
  document: Document<Data, Variables>,
  variables: Variables,
): Operation {
  const query = String(document);
  if (query === '[object Object]') {
    throw new TypeError("The document has no text. Generate it with documentMode: 'string', or print it.");
  }
  const hash = SHA_256.exec(String(document.__meta__?.['hash']))?.[1];
  return { query, documentId: hash ? `sha256:${hash}` : null, variables };
}

/**
 * Returns the body of a request: the hash of the document where the client sends hashes, else its text. Never both: the hash of a
 * generated document is that of its normalized text, not of the one that is embedded.
 */
export function bodyOf({ options, unknown }: Session, operation: Operation): Record<string, unknown> {
  const { documentId, query, variables } = operation;
  const byHash = options.sendsHashes && documentId !== null && !unknown.has(documentId);
  return byHash ? { documentId, variables } : { query, variables };
}

/** Takes note that the gateway does not have the document of this body; false when the answer is about something else. */
export function noteUnknown(
  { unknown }: Session,
  { problems }: Answer<unknown>,
  { documentId }: Record<string, unknown>,
): boolean {
  if (typeof documentId !== 'string') return false;
  if (!problems.some(({ code }) => code.startsWith('PERSISTED_QUERY_NOT_'))) return false;
  unknown.add(documentId);
  return true;
}

/** Returns the headers of one request; those of the call replace those of the client. */
export async function headersOf(
  { headers }: ClientOptions,
  { purpose, headers: own }: AskOptions,
  accept: string,
): Promise<Record<string, string>> {
  const given = new Headers(await headers?.());
  for (const [name, value] of Object.entries({ ...(purpose && purposeHeaders(purpose)), ...own })) {
    given.set(name, value);
  }
  given.set('accept', accept);
  given.set('content-type', 'application/json');
  return Object.fromEntries(given);
}

/** The headers that name a purpose. Values are in percent encoding: a header holds no Chinese. */
export function purposeHeaders({ basis, caseNumber, requester }: Purpose): Record<string, string> {
  return {
    'purpose-basis': encodeURIComponent(basis),
    'purpose-case': encodeURIComponent(caseNumber),
    'purpose-requester': encodeURIComponent(requester),
  };
}
