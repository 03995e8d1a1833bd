import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import { collectFields } from './collect-fields.ts';
import { fragmentsOf } from './fragments-of.ts';

export interface Repeats {
  /** Fields of an operation itself, each response name once. */
  rootFields: number;
  /** Most answers that one place asks of one field, under different names. */
  sameField: number;
  /** Its name; empty when there is no field at all. */
  mostRepeated: string;
  /**
   * Pairs of selections with one response name in one place: validation compares each pair, and the pairs inside, so that its time
   * grows with the square of the text.
   */
  comparisons: number;
}

/**
 * How often the same is asked for under different names: fields of one place are those of its selection sets and of the
 * fragments that these spread, each response name once.
 *
 * The work grows with the fields when fragments are spread out, so these have to be limited before. Expects no fragments
 * in a circle.
 */
export function countRepeats(document: DocumentNode): Repeats {
  const collecting = { fragments: fragmentsOf(document) };
  const repeats: Repeats = { rootFields: 0, sameField: 0, comparisons: 0, mostRepeated: '' };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const rootFields = countPlace([definition.selectionSet]);
    repeats.rootFields = Math.max(repeats.rootFields, rootFields);
  }
  return repeats;

  /** @returns the number of response names */
  function countPlace(sets: readonly SelectionSetNode[]): number {
    const fields = collectFields(sets, collecting);
    const namesOf = new Map<string, number>();
    for (const [{ name }] of fields.values() as Iterable<[FieldNode]>) {
      const count = (namesOf.get(name.value) ?? 0) + 1;
      namesOf.set(name.value, count);
      if (count <= repeats.sameField) continue;
      repeats.sameField = count;
      repeats.mostRepeated = name.value;
    }
    for (const nodes of fields.values()) {
      repeats.comparisons += (nodes.length * (nodes.length - 1)) / 2;
      const inside = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (inside.length > 0) countPlace(inside);
    }
    return fields.size;
  }
}
