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
import { isIntrospection } from '../response-shape/introspection.ts';
import { deferOf } from '../core/defer-directive.ts';
import { conditionOf } from '../core/condition.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Returns a document whose `@skip` and `@include` the planner handles correctly:
 *
 * - Selections excluded by `@skip(if: true)` and `@include(if: false)` are removed. So is introspection with the
 *   fragments on its types: the planner does not look for it in fragments, and has fewer of its fields than
 *   graphql-js (`isOneOf`).
 * - Conditions are separated from type conditions: in `... on A { ... on I @skip(if: $x) { ... on B { b } } }` the
 *   planner does not see that no object is both A and B, and fetches it with references without keys.
 * - Each field with selections selects something under every condition. The planner treats the conditions inside a
 *   field as conditions of the field, but `a { b @include(if: $x) }` without `b` is `{}`, not null. Deferred
 *   selections do not count, and `... on A { ... on B { b } }` may leave nothing.
 */
export function normalizeConditions(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const drop = (selection: SelectionNode) => (conditionOf(selection) === false ? null : undefined);
  const remaining: DocumentNode = visit(document, {
    Field: (field) => (isIntrospection(field.name.value) ? null : drop(field)),
    FragmentDefinition: {
      enter: ({ typeCondition }) => (typeCondition.name.value.startsWith('__') ? null : undefined),
    },
    InlineFragment: { enter: drop, leave: apartFromType },
    FragmentSpread: { enter: drop, leave: apartFromType },
    SelectionSet: { leave: (set) => (set.selections.length === 0 ? withTypename(set) : undefined) },
  });
  for (const definition of remaining.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  const unconditional = new Map<SelectionSetNode, boolean>();
  return visit(remaining, {
    Field: {
      leave: (field) =>
        field.selectionSet && !isUnconditional(field.selectionSet, null)
          ? { ...field, selectionSet: withTypename(field.selectionSet) }
          : undefined,
    },
  });

  /**
   * Returns whether the set selects something under every condition.
   *
   * @param type the only type condition around it; null when there is none
   */
  function isUnconditional(set: SelectionSetNode, type: string | null): boolean {
    let cached = unconditional.get(set);
    if (cached === undefined) {
      cached = set.selections.some((selection) => {
        if (conditionOf(selection) !== null || deferOf(selection)) return false;
        if (selection.kind === Kind.FIELD) return true;
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)! : selection;
        const own = fragment.typeCondition?.name.value ?? type;
        // Since the operation is valid, one type condition can hold; whether both can was never checked.
        return (type === null || own === type) && isUnconditional(fragment.selectionSet, own);
      });
      unconditional.set(set, cached);
    }
    return cached;
  }
}

/**
 * Returns `... @skip(if: $x) { ... on A { a } }` for `... on A @skip(if: $x) { a }`. Deferred fragments are left
 * alone.
 */
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
