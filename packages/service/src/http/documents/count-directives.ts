import { type DocumentNode, visit } from 'graphql';

/** Uses of directives in a document, as it is written. */
export function countDirectives(document: DocumentNode): number {
  let count = 0;
  visit(document, {
    Directive() {
      count += 1;
    },
  });
  return count;
}
