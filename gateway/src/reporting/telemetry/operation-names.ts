import { Kind, parse } from 'graphql';
import type { ParsedRequest } from '../../pipeline/request/request.ts';
import type { TrustedDocuments } from '../../pipeline/persisted-documents/trusted-documents.ts';

/** The name of every operation that no operator has listed. */
export const OTHER = 'other';
/** Lists change; beyond this many names, further ones are `other` until the gateway starts again. */
const MAX_NAMES = 500;
const MAX_DOCUMENTS = 5000;

/**
 * Makes the function that names an operation in metrics and traces: operations of trusted documents by their names, all others `other`.
 *
 * What a client calls its operation is never used, for it could make any number of series, and name one after a person.
 */
export function createOperationNames(
  trusted: Pick<TrustedDocuments, 'has'>,
): (request: Pick<ParsedRequest, 'client' | 'params'>) => string {
  const names = new Set<string>();
  let namesOf = new Map<string, readonly string[]>();

  function listed(source: string): readonly string[] {
    let found = namesOf.get(source);
    if (!found) {
      if (namesOf.size >= MAX_DOCUMENTS) namesOf = new Map();
      found = operationsIn(source);
      namesOf.set(source, found);
    }
    return found;
  }

  return ({ client, params: { query, operationName } }) => {
    if (query === '' || !trusted.has(client, query)) return OTHER;
    const inDocument = listed(query);
    const name = operationName ?? (inDocument.length === 1 ? inDocument[0]! : OTHER);
    if (names.has(name)) return name;
    if (!inDocument.includes(name) || names.size >= MAX_NAMES) return OTHER;
    names.add(name);
    return name;
  };
}

/** Names of the operations that have one. */
function operationsIn(source: string): string[] {
  try {
    return parse(source, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
    );
  } catch {
    return [];
  }
}
