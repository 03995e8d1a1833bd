import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';

export interface Repeats {
  /** Fields of an operation itself, each response name once. */
  rootFields: number;
  /** Most answers that one place asks of one field, under different names. */
  sameField: number;
  /** Its name; empty when there is no field at all. */
  mostRepeated: string;
}

/**
 * How often the same is asked for under different names: fields of one place are those of its selection sets and of the
 * fragments that these spread, each response name once.
 *
 * The work grows with the fields when fragments are spread out, so these have to be limited before. Expects no fragments
 * in a circle.
 */
export function countRepeats({ definitions }: DocumentNode): Repeats {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const repeats: Repeats = { rootFields: 0, sameField: 0, mostRepeated: '' };
  for (const definition of definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const rootFields = countPlace([definition.selectionSet]);
    repeats.rootFields = Math.max(repeats.rootFields, rootFields);
  }
  return repeats;

  /** @returns the number of response names */
  function countPlace(sets: readonly SelectionSetNode[]): number {
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) collect(set, fields, new Set());
    const namesOf = new Map<string, number>();
    for (const [{ name }] of fields.values() as Iterable<[FieldNode]>) {
      const count = (namesOf.get(name.value) ?? 0) + 1;
      namesOf.set(name.value, count);
      if (count <= repeats.sameField) continue;
      repeats.sameField = count;
      repeats.mostRepeated = name.value;
    }
    for (const nodes of fields.values()) {
      const inside = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (inside.length > 0) countPlace(inside);
    }
    return fields.size;
  }

  function collect(
    { selections }: SelectionSetNode,
    fields: Map<string, FieldNode[]>,
    spread: Set<string>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const same = fields.get(name);
        if (same) same.push(selection);
        else fields.set(name, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        collect(selection.selectionSet, fields, spread);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet, fields, spread);
      }
    }
  }
}
