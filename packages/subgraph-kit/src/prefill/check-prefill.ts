import { type DocumentNode, Kind, parse, visit } from 'graphql';
import type { Problem } from '../forms/index.ts';

const MAX_CHARACTERS = 10_000;
const MAX_FIELDS = 200;
const MAX_LEVELS = 12;

/**
 * What is wrong with the document of a prefill, as far as its text tells: one query, and nothing that changes anything. Whether the
 * one schema has its fields is for whoever has the schema.
 */
export function checkPrefill(text: string): Problem<'MALFORMED_PREFILL'>[] {
  const problem = (message: string) => [{ path: [], code: 'MALFORMED_PREFILL' as const, message }];
  if (text.length > MAX_CHARACTERS) return problem(`A prefill has at most ${MAX_CHARACTERS} characters.`);
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: MAX_CHARACTERS });
  } catch (error) {
    return problem(`The prefill is no GraphQL document: ${(error as Error).message}`);
  }
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operations.length !== 1 || document.definitions.length !== 1) {
    return problem('A prefill is one operation without fragment definitions.');
  }
  const [operation] = operations;
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== 'query') {
    return problem('A prefill is a query: it reads, and changes nothing.');
  }
  return isSmall(document)
    ? []
    : problem(`A prefill has at most ${MAX_FIELDS} fields and ${MAX_LEVELS} levels.`);
}

function isSmall(document: DocumentNode): boolean {
  let fields = 0;
  let level = 0;
  let deepest = 0;
  visit(document, {
    SelectionSet: {
      enter: () => {
        level += 1;
        deepest = Math.max(deepest, level);
      },
      leave: () => {
        level -= 1;
      },
    },
    Field: () => {
      fields += 1;
    },
  });
  return fields <= MAX_FIELDS && deepest <= MAX_LEVELS;
}
