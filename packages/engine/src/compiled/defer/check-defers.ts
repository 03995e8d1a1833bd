import { PublicError } from '@yiwang/errors';
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Fragments } from '../shape/collect-fields.ts';
import { deferOf, ifOf } from './defer-directive.ts';

/**
 * What the specification forbids of `@defer` and graphql-js 16 does not know to refuse.
 *
 * @throws PublicError GRAPHQL_VALIDATION_FAILED
 */
export function checkDefers(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): void {
  const labels = new Set<string>();
  const isSubscription = operation.operation === OperationTypeNode.SUBSCRIPTION;
  visit(document, {
    Directive(directive) {
      if (directive.name.value !== 'defer') return;
      if (isSubscription && ifOf(directive) !== false) throw invalid('A subscription cannot defer anything.');
      const label = directive.arguments?.find(({ name }) => name.value === 'label');
      if (!label || label.value.kind === Kind.NULL) return;
      if (label.value.kind !== Kind.STRING) throw invalid('The label of @defer has to be a literal string.');
      const text = label.value.value;
      if (labels.has(text)) throw invalid(`The label "${text}" of @defer is given twice.`);
      labels.add(text);
    },
  });
  if (operation.operation === OperationTypeNode.MUTATION) checkRoot(operation.selectionSet);

  /** The fields of a mutation run one after the other: none of them can be left for later. */
  function checkRoot({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) continue;
      const defer = deferOf(selection);
      if (defer && ifOf(defer) !== false) throw invalid('The fields of a mutation cannot be deferred.');
      checkRoot(
        (selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection).selectionSet,
      );
    }
  }
}

function invalid(message: string): PublicError {
  return new PublicError('GRAPHQL_VALIDATION_FAILED', message);
}
