import type { GraphQLFormattedError } from 'graphql';
import type { Refusal } from '../caller.ts';
import type { Holds } from '../compiled/defer/find-anchors.ts';
import type { Json } from '../compiled/run.ts';
import type { Condition } from '../compiled/shape/condition.ts';
import type { FieldShape, ObjectShape } from '../compiled/shape/shape.ts';
import { conditionOfPlaces, fieldsByKey, innermost } from './shape-places.ts';

/** The refusals of the rules that refuse something of a request, by coordinate. */
export type Refusals = ReadonlyMap<string, Refusal>;

/** One error for each selection of an operation that is refused and counts. */
export type RefusalErrors = (data: Json, holds: Holds, refusals: Refusals) => GraphQLFormattedError[];

/** A step down to a field of an object. */
interface Step {
  /** Name in the answer. */
  key: string;
  /** Name in the merged data. */
  source: string;
  /** Names of the types that the object may have; null when it can have one only. */
  types: ReadonlySet<string> | null;
  /** How many lists there are around the value. */
  lists: number;
}

interface RefusedPlace {
  coordinate: string;
  ways: Way[];
}

/** One of the ways to a place: objects of other types may have it, too. */
interface Way {
  steps: readonly Step[];
  conditions: readonly Condition[];
}

/** Prepares to tell what is refused of answers of one form. Null when nothing is. */
export function compileRefusalErrors(root: ObjectShape): RefusalErrors | null {
  const places = refusedPlaces(root);
  if (places.length === 0) return null;
  return (data, holds, refusals) =>
    places.flatMap(({ coordinate, ways }) => {
      const counting = ways.filter(({ conditions }) => conditions.every(holds));
      const refusal = refusals.get(coordinate);
      if (counting.length === 0 || !refusal) return [];
      const { code, message, extensions } = refusal;
      return [{ message, path: pathOf(counting, data), extensions: { ...extensions, code } }];
    });
}

/** Each selection once, in the order of the answer: lists count as one place, and so do types. */
function refusedPlaces(root: ObjectShape): RefusedPlace[] {
  const places = new Map<string, RefusedPlace>();
  visitObject(root, [], []);
  return [...places.values()];

  function visitObject(shape: ObjectShape, above: readonly Step[], conditions: readonly Condition[]): void {
    for (const [fields, entries] of Map.groupBy(shape.fieldsByType, ([, list]) => list)) {
      const types = shape.onlyType === null ? new Set(entries.map(([type]) => type)) : null;
      for (const places of fieldsByKey(fields).values()) visitField(places, types, above, conditions);
    }
  }

  function visitField(
    fieldPlaces: readonly FieldShape[],
    types: Step['types'],
    above: readonly Step[],
    conditions: readonly Condition[],
  ): void {
    const { key, source, slot, access } = fieldPlaces[0]!;
    const { shape, lists } = innermost(slot.shape);
    const steps = [...above, { key, source, types, lists }];
    for (const refusal of access?.refusals ?? []) {
      const name = JSON.stringify([refusal.coordinate, ...steps.map((step) => step.key)]);
      const place = places.get(name) ?? { coordinate: refusal.coordinate, ways: [] };
      places.set(name, place);
      place.ways.push({ steps, conditions: [...conditions, refusal.condition] });
    }
    if (shape.kind === 'object') visitObject(shape, steps, [...conditions, conditionOfPlaces(fieldPlaces)]);
  }
}

/** The first place in the answer where the field stands; where there is none, the place in what would be the first object. */
function pathOf(ways: readonly Way[], data: Json): (string | number)[] {
  for (const { steps } of ways) {
    const path = firstPlace(steps, 0, data, []);
    if (path) return path;
  }
  const { steps } = ways[0]!;
  return steps.flatMap(({ key, lists }, i) =>
    i === steps.length - 1 ? [key] : [key, ...Array.from({ length: lists }, () => 0)],
  );
}

function firstPlace(
  steps: readonly Step[],
  depth: number,
  value: unknown,
  path: readonly (string | number)[],
): (string | number)[] | null {
  if (value === null || typeof value !== 'object') return null;
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) {
      const found = firstPlace(steps, depth, item, [...path, i]);
      if (found) return found;
    }
    return null;
  }
  const { key, source, types } = steps[depth]!;
  const object = value as Json;
  if (types && !types.has(object['__typename'] as string)) return null;
  const at = [...path, key];
  if (depth === steps.length - 1) return at;
  return Object.hasOwn(object, source) ? firstPlace(steps, depth + 1, object[source], at) : null;
}
