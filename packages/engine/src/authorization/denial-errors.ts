import type { GraphQLFormattedError } from 'graphql';
import type { Denial } from '../core/caller.ts';
import type { Json } from '../core/run.ts';
import type { Condition, Holds } from '../core/condition.ts';
import {
  type FieldShape,
  type ObjectShape,
  conditionOfPlaces,
  fieldsByKey,
  innermost,
} from '../response-shape/shape.ts';

/** The denials of a request, by the coordinate of the rule. */
export type Denials = ReadonlyMap<string, Denial>;

/** Returns one error for each denied selection that applies. */
export type DenialErrors = (data: Json, holds: Holds, denials: Denials) => GraphQLFormattedError[];

/** A step from an object to a field. */
interface Step {
  /** Name in the answer. */
  key: string;
  /** Name in the merged data. */
  source: string;
  /** Names of the types that the object may have; null when there is only one. */
  types: ReadonlySet<string> | null;
  /** Number of lists around the value. */
  lists: number;
}

interface DeniedPlace {
  /** Name of the rule. */
  coordinate: string;
  /** The argument that reads it, if it is not the field itself. */
  argument: string | undefined;
  /** Names of the rules that deny fields beneath it. */
  beneath: readonly string[];
  ways: Way[];
}

/** One of the ways to a place: objects of several types may have it. */
interface Way {
  steps: readonly Step[];
  conditions: readonly Condition[];
}

/** Compiles the errors for what is denied in answers of one shape. Null when nothing is. */
export function compileDenialErrors(root: ObjectShape): DenialErrors | null {
  const places = deniedPlaces(root);
  if (places.length === 0) return null;
  return (data, holds, denials) =>
    places.flatMap(({ coordinate, argument, beneath, ways }) => {
      const counting = ways.filter(({ conditions }) => conditions.every(holds));
      const denial = denials.get(coordinate);
      if (counting.length === 0 || !denial) return [];
      const { code, message, extensions } = argument === undefined ? denial : denialOf(denial, argument);
      const applyFor = grantable([coordinate, ...beneath], denials);
      return [
        {
          message,
          path: pathOf(counting, data),
          extensions: { ...extensions, ...(applyFor.length > 0 && { applyFor }), code },
        },
      ];
    });
}

/** Returns the rules whose denial a grant would lift, each once. */
function grantable(rules: readonly string[], denials: Denials): string[] {
  return [...new Set(rules)].filter((rule) => denials.get(rule)?.isGrantable);
}

/** An argument that filters by a field reveals it, so it is denied like the field. */
function denialOf({ code, message, extensions }: Denial, argument: string): Denial {
  const explanation = `${argument} reads a field that this caller may not read, so it may not be given.`;
  return { code, message: `${explanation} ${message}`, extensions: { ...extensions, argument } };
}

/** Returns each denied selection once, in the order of the answer; list items and types are not distinguished. */
function deniedPlaces(root: ObjectShape): DeniedPlace[] {
  const places = new Map<string, DeniedPlace>();
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
    for (const denial of access?.denials ?? []) {
      const { coordinate, argument, beneath = [] } = denial;
      const name = JSON.stringify([coordinate, argument, ...steps.map((step) => step.key)]);
      const before = places.get(name);
      const place: DeniedPlace = {
        coordinate,
        argument,
        beneath: before ? [...before.beneath, ...beneath] : beneath,
        ways: before?.ways ?? [],
      };
      places.set(name, place);
      place.ways.push({ steps, conditions: [...conditions, denial.condition] });
    }
    if (shape.kind === 'object') visitObject(shape, steps, [...conditions, conditionOfPlaces(fieldPlaces)]);
  }
}

/**
 * Returns the first path in the answer where the field is. When there is none, returns the path in what would be
 * the first object.
 */
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
