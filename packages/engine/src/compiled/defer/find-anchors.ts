import type { Json } from '../run.ts';
import { contentsOf } from '../shape/contents-of.ts';
import type { Contents, ObjectShape, PartShape, Shape } from '../shape/shape.ts';

export type AnswerPath = readonly (string | number)[];

/** An object of the merged data, and where it stands in the answer. */
export interface Place {
  object: Json;
  /** In the client's names. */
  path: AnswerPath;
  /** In the names of the merged data. */
  innerPath: AnswerPath;
}

/** An object that a part of is answered later. */
export interface Anchor extends Place {
  part: PartShape;
}

const NOTHING: Contents = { fields: [], parts: [] };

/** Whether a condition of the form holds in this run. */
export type Holds = (condition: string | null) => boolean;

/**
 * The objects beneath one that was just written on which parts are still to come, in the order of the answer.
 *
 * @param written the object as the client got it, when nulls went up in it: what they took away has no parts
 */
export function findAnchors(root: ObjectShape, at: Place, holds: Holds, written?: unknown): Anchor[] {
  const anchors: Anchor[] = [];
  visit(root, at.object, at.path, at.innerPath, written);
  return anchors;

  function visit(shape: Shape, value: unknown, path: AnswerPath, innerPath: AnswerPath, seen: unknown): void {
    if (value === null || typeof value !== 'object' || seen === null || !leadsToParts(shape)) return;
    if (shape.kind === 'list' && Array.isArray(value)) {
      for (const [i, item] of value.entries()) {
        visit(shape.item.shape, item, [...path, i], [...innerPath, i], below(seen, i));
      }
    }
    if (shape.kind === 'object') visitObject(shape, value as Json, path, innerPath, seen);
  }

  function visitObject(
    shape: ObjectShape,
    object: Json,
    path: AnswerPath,
    innerPath: AnswerPath,
    seen: unknown,
  ): void {
    const { fields, parts } = contentsOf(shape, object, holds) ?? NOTHING;
    for (const part of parts) {
      if (holds(part.condition)) anchors.push({ part, object, path, innerPath });
    }
    const keys = new Set<string>();
    for (const { key, source, condition, slot } of fields) {
      if (!leadsToParts(slot.shape) || !holds(condition) || !Object.hasOwn(object, source)) continue;
      // A field has a place for each selection that may be its first.
      if (keys.has(key)) continue;
      keys.add(key);
      visit(slot.shape, object[source], [...path, key], [...innerPath, source], below(seen, key));
    }
  }
}

function below(seen: unknown, name: string | number): unknown {
  return seen === undefined ? undefined : (seen as Record<string | number, unknown>)[name];
}

const leading = new WeakMap<Shape, boolean>();

/** True when anything beneath is answered later. */
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
