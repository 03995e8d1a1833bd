import type { Condition } from '../compiled/shape/condition.ts';
import type { FieldShape, Shape } from '../compiled/shape/shape.ts';

/** The fields of a form by their names in the answer: each has a place for each selection that may be its first. */
export function fieldsByKey(fields: readonly FieldShape[]): Map<string, FieldShape[]> {
  return Map.groupBy(fields, ({ key }) => key);
}

/** When one of the places of a field counts, and holds a value that may be read. */
export function conditionOfPlaces(places: readonly FieldShape[]): Condition {
  const readable = places[0]!.access?.readable;
  if (readable) return readable;
  if (places.some(({ condition }) => condition === null)) return null;
  return places.map(({ condition }) => `(${condition})`).join('||');
}

/** What is in the lists around it. */
export function innermost(shape: Shape, lists = 0): { shape: Shape; lists: number } {
  return shape.kind === 'list' ? innermost(shape.item.shape, lists + 1) : { shape, lists };
}
