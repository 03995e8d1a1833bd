import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Collecting {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether a selection is looked at, such as by its `@skip`; all are when it is not given. */
  isAsked?(selection: SelectionNode): boolean;
  /** Whether fragments on this type apply to the object of the place; all do when it is not given. */
  isOn?(typeCondition: string): boolean;
}

/**
 * The fields that the selection sets of one place ask for, by response name, as execution collects them. Fragments are
 * spread once. Expects no fragments in a circle; the document need not be valid otherwise.
 */
export function collectFields(
  sets: readonly SelectionSetNode[],
  { fragments, isAsked = () => true, isOn = () => true }: Collecting,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  for (const set of sets) collect(set);
  return fields;

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (!isAsked(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const same = fields.get(key);
        if (same) same.push(selection);
        else fields.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition, selectionSet } = selection;
        if (!typeCondition || isOn(typeCondition.name.value)) collect(selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment && isOn(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  }
}
