import { scanSource } from '@yiwang/service/http';
import { type DocumentNode, type FieldNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Root fields of the registry that a key holder uses through a gateway, with the argument that holds the credential. */
export const CREDENTIALED_ROOTS: ReadonlyMap<string, string> = new Map([
  ['query.department', 'credential'],
  ['query.supergraph', 'credential'],
  ['query.supergraphVersions', 'credential'],
  ['query.gateways', 'credential'],
  ['query.fieldUsage', 'credential'],
  ['query.unusedFields', 'credential'],
  ['query.checkSubgraph', 'credential'],
  ['query.changeApprovals', 'credential'],
  ['query.checkWithdrawal', 'credential'],
  ['mutation.publishSubgraphs', 'credentials'],
  ['mutation.withdrawSubgraph', 'credential'],
  ['mutation.approveChange', 'credential'],
  ['mutation.withdrawApproval', 'credential'],
  ['mutation.rollbackSupergraph', 'credential'],
  ['mutation.registerKey', 'credential'],
  ['mutation.revokeKey', 'credential'],
]);

/** Brackets inside brackets: more would overflow the parser's stack, and the document limits refuse them anyway. */
const MAX_BRACKETS = 200;
/** Characters of the documents whose result is cached. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/**
 * Makes the function that returns whether every root field of a document is one of the registry's and has a credential. The registry
 * verifies the credential: this only decides which schema the document is validated against.
 */
export function createAsksByCredential(maxTokens: number): (source: string) => boolean {
  const cache = new LRUCache<string, boolean>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_decision, source) => source.length + 1,
  });

  return function asksByCredential(source) {
    // Nearly all documents of anonymous clients end here.
    if (!source.includes('credential')) return false;
    let decision = cache.get(source);
    if (decision === undefined) {
      decision = decide(source, maxTokens);
      cache.set(source, decision);
    }
    return decision;
  };
}

function decide(source: string, maxTokens: number): boolean {
  const { tokens, brackets } = scanSource(source, { maxTokens, maxBrackets: MAX_BRACKETS });
  if (tokens > maxTokens || brackets > MAX_BRACKETS) return false;
  let document: DocumentNode;
  try {
    document = parse(source, { noLocation: true });
  } catch {
    return false;
  }
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return (
    operations.length > 0 &&
    operations.every(({ operation, selectionSet }) => {
      const fields = rootFieldsOf(document, selectionSet);
      return fields.length > 0 && fields.every((field) => isCredentialed(operation, field));
    })
  );
}

function isCredentialed(operation: string, { name, arguments: given = [] }: FieldNode): boolean {
  const wanted = CREDENTIALED_ROOTS.get(`${operation}.${name.value}`);
  return given.some((argument) => argument.name.value === wanted && argument.value.kind !== Kind.NULL);
}

/** Returns the root fields, those of fragments too, each fragment once. */
function rootFieldsOf({ definitions }: DocumentNode, root: SelectionSetNode): FieldNode[] {
  const fields: FieldNode[] = [];
  const spread = new Set<string>();
  const sets = [root];
  for (let set = sets.pop(); set !== undefined; set = sets.pop()) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) fields.push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) sets.push(selection.selectionSet);
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        for (const one of definitions) {
          if (one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value)
            sets.push(one.selectionSet);
        }
      }
    }
  }
  return fields;
}
