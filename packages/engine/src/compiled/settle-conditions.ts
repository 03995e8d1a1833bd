import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
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
 * - conditions stand apart from type conditions: of `... on A { ... on I @skip(if: $x) { ... on B { b } } }` the planner does
 *   not see that no object is an A and a B, and asks for it by references without keys;
 * - each field with selections asks for something under every condition. The planner takes the conditions
 *   inside a field for conditions of the field, but `a { b @include(if: $x) }` is `{}` without `b`, not null;
 *   what is answered later (`@defer`) is no answer yet; and of `... on A { ... on B { b } }` nothing may be left.
 */
export function settleConditions(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const drop = (selection: SelectionNode) => (conditionOf(selection) === false ? null : undefined);
  const remaining: DocumentNode = visit(document, {
    Field: (field) => (isIntrospection(field.name.value) ? null : drop(field)),
    InlineFragment: { enter: drop, leave: apartFromType },
    FragmentSpread: { enter: drop, leave: apartFromType },
    SelectionSet: { leave: (set) => (set.selections.length === 0 ? withTypename(set) : undefined) },
  });
  for (const definition of remaining.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  const settled = new Map<SelectionSetNode, boolean>();
  return visit(remaining, {
    Field: {
      leave: (field) =>
        field.selectionSet && !isSettled(field.selectionSet, null)
          ? { ...field, selectionSet: withTypename(field.selectionSet) }
          : undefined,
    },
  });

  /**
   * True when something of it is selected under every condition.
   *
   * @param type the only type condition around it; null when there is none
   */
  function isSettled(set: SelectionSetNode, type: string | null): boolean {
    let known = settled.get(set);
    if (known === undefined) {
      known = set.selections.some((selection) => {
        if (conditionOf(selection) !== null || deferOf(selection)) return false;
        if (selection.kind === Kind.FIELD) return true;
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)! : selection;
        const own = fragment.typeCondition?.name.value ?? type;
        // One condition alone may hold, since the operation is valid; that both do nobody has looked at.
        return (type === null || own === type) && isSettled(fragment.selectionSet, own);
      });
      settled.set(set, known);
    }
    return known;
  }
}

/** `... @skip(if: $x) { ... on A { a } }` for `... on A @skip(if: $x) { a }`. What is deferred is a fragment of its own. */
function apartFromType(fragment: FragmentSpreadNode | InlineFragmentNode): InlineFragmentNode | undefined {
  const { directives = [] } = fragment;
  const hasType = fragment.kind === Kind.FRAGMENT_SPREAD || fragment.typeCondition !== undefined;
  if (!hasType || directives.length === 0 || deferOf(fragment)) return undefined;
  const selections = [{ ...fragment, directives: [] }];
  return {
    kind: Kind.INLINE_FRAGMENT,
    directives,
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

function withTypename(set: SelectionSetNode): SelectionSetNode {
  return { ...set, selections: [...set.selections, TYPENAME] };
}
