import type { AskOptions, ClientOptions, Document, Purpose } from './types.ts';

/** An operation as it is sent. */
export interface Operation {
  /** The text. */
  query: string;
  /** `sha256:…`; null when the document has none. */
  documentId: string | null;
  variables: unknown;
}

/** How a request names its document: by its hash, by its hash and text so that the gateway learns it, or by its text. */
export type Form = 'hash' | 'both' | 'text';

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

export function bodyOf({ query, documentId, variables }: Operation, form: Form): Record<string, unknown> {
  return {
    ...(form !== 'hash' && { query }),
    ...(form !== 'text' && { documentId }),
    variables,
  };
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
