import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { isIntrospection } from './introspection.ts';
import { deferOf } from './defer/defer-directive.ts';
import { conditionOf } from './shape/condition.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * A document whose `@skip` and `@include` the planner can be trusted with:
 *
 * - what `@skip(if: true)` and `@include(if: false)` exclude for good is gone, and so is introspection, which the planner
 *   does not look for in fragments;
 * - each field with selections asks for something under every condition. The planner takes the conditions
 *   inside a field for conditions of the field, but `a { b @include(if: $x) }` is `{}` without `b`, not null; and
 *   what is answered later (`@defer`) is no answer yet.
 */
export function settleConditions(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const drop = (selection: SelectionNode) => (conditionOf(selection) === false ? null : undefined);
  const remaining: DocumentNode = visit(document, {
    Field: (field) => (isIntrospection(field.name.value) ? null : drop(field)),
    InlineFragment: drop,
    FragmentSpread: drop,
    SelectionSet: { leave: (set) => (set.selections.length === 0 ? withTypename(set) : undefined) },
  });
  for (const definition of remaining.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  const settled = new Map<SelectionSetNode, boolean>();
  return visit(remaining, {
    Field: {
      leave: (field) =>
        field.selectionSet && !isSettled(field.selectionSet)
          ? { ...field, selectionSet: withTypename(field.selectionSet) }
          : undefined,
    },
  });

  /** True when something of it is selected under every condition. */
  function isSettled(set: SelectionSetNode): boolean {
    let known = settled.get(set);
    if (known === undefined) {
      known = set.selections.some((selection) => {
        if (conditionOf(selection) !== null || deferOf(selection)) return false;
        if (selection.kind === Kind.FIELD) return true;
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)! : selection;
        return isSettled(fragment.selectionSet);
      });
      settled.set(set, known);
    }
    return known;
  }
}

function withTypename(set: SelectionSetNode): SelectionSetNode {
  return { ...set, selections: [...set.selections, TYPENAME] };
}
