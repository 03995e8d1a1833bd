import { PublicError } from '@yiwang/errors';
import { type DocumentNode, Kind, OperationTypeNode, type SelectionSetNode } from 'graphql';

const CONDITIONS = new Set(['skip', 'include']);

/**
 * A subscription has one root field, under every condition: the specification allows it neither `@skip` nor `@include`,
 * and the rule of graphql-js that counts the fields fails where a condition depends on a variable.
 *
 * Expects a document without fragments in a circle.
 *
 * @throws PublicError GRAPHQL_VALIDATION_FAILED
 */
export function checkSubscriptions({ definitions }: DocumentNode): void {
  const seen = new Set<string>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (definition.operation === OperationTypeNode.SUBSCRIPTION) checkRoot(definition.selectionSet);
  }

  function checkRoot({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.directives?.some(({ name }) => CONDITIONS.has(name.value))) {
        throw new PublicError(
          'GRAPHQL_VALIDATION_FAILED',
          'The root field of a subscription takes neither @skip nor @include.',
        );
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) checkRoot(selection.selectionSet);
      if (selection.kind === Kind.FRAGMENT_SPREAD) checkFragment(selection.name.value);
    }
  }

  function checkFragment(name: string): void {
    if (seen.has(name)) return;
    seen.add(name);
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name) {
        checkRoot(definition.selectionSet);
      }
    }
  }
}
