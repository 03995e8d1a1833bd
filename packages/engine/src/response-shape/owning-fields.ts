import type { Json } from '../core/run.ts';
import { contentsOf, typeIn, type Contents, type ObjectShape, type PartShape, type Shape } from './shape.ts';
import type { Holds } from '../core/condition.ts';

export type AnswerPath = readonly (string | number)[];

/** An object of the merged data, and its place in the answer. */
export interface Place {
  object: Json;
  /** In the client's names. */
  path: AnswerPath;
  /** In the names of the merged data. */
  innerPath: AnswerPath;
  /** What contains it; null at the root. */
  around: Around | null;
}

/** An object that contains another, from the inside out. */
export interface Around {
  type: string;
  object: Json;
  around: Around | null;
}

/** An object with a deferred part. */
export interface OwningField extends Place {
  part: PartShape;
}

const NOTHING: Contents = { fields: [], parts: [] };

/**
 * Finds the objects beneath one that was just written which have parts still to come, in the order of the answer.
 *
 * @param written the object as the client got it, if nulls propagated in it: what they removed has no parts
 */
export function findOwningFields(
  root: ObjectShape,
  at: Place,
  holds: Holds,
  written?: unknown,
): OwningField[] {
  const owningFields: OwningField[] = [];
  visit(root, at.object, at, written);
  return owningFields;

  function visit(shape: Shape, value: unknown, place: Where, seen: unknown): void {
    if (value === null || typeof value !== 'object' || seen === null || !leadsToParts(shape)) return;
    if (shape.kind === 'list' && Array.isArray(value)) {
      for (const [i, item] of value.entries()) {
        visit(shape.item.shape, item, into(place, i, i, place.around), below(seen, i));
      }
    }
    if (shape.kind === 'object') visitObject(shape, value as Json, place, seen);
  }

  function visitObject(shape: ObjectShape, object: Json, place: Where, seen: unknown): void {
    const { path, innerPath, around } = place;
    const { fields, parts } = contentsOf(shape, object, holds) ?? NOTHING;
    for (const part of parts) {
      if (holds(part.condition)) owningFields.push({ part, object, path, innerPath, around });
    }
    const own = { type: typeIn(shape, object), object, around };
    const keys = new Set<string>();
    for (const { key, source, condition, slot } of fields) {
      if (!leadsToParts(slot.shape) || !holds(condition) || !Object.hasOwn(object, source)) continue;
      // A field has a place for each selection that may be its first.
      if (keys.has(key)) continue;
      keys.add(key);
      visit(slot.shape, object[source], into(place, key, source, own), below(seen, key));
    }
  }
}

type Where = Omit<Place, 'object'>;

function into(
  { path, innerPath }: Where,
  key: string | number,
  source: string | number,
  around: Around | null,
): Where {
  return { path: [...path, key], innerPath: [...innerPath, source], around };
}

function below(seen: unknown, name: string | number): unknown {
  return seen === undefined ? undefined : (seen as Record<string | number, unknown>)[name];
}

const leading = new WeakMap<Shape, boolean>();

/** Returns whether anything beneath is deferred. */
function leadsToParts(shape: Shape): boolean {
  if (shape.kind === 'list') return leadsToParts(shape.item.shape);
  if (shape.kind !== 'object') return false;
  let leads = leading.get(shape);
  if (leads === undefined) {
    const fields = new Set(shape.fieldsByType.values());
    leads =
      shape.partsByType !== null ||
      [...fields].some((list) => list.some(({ slot }) => leadsToParts(slot.shape)));
    leading.set(shape, leads);
  }
  return leads;
}
