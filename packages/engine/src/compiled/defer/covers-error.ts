import type { GraphQLFormattedError } from 'graphql';
import type { Json } from '../run.ts';
import { contentsOf } from '../shape/contents-of.ts';
import type { FieldShape, ObjectShape, Shape } from '../shape/shape.ts';
import { type Anchor, type AnswerPath, findAnchors, type Holds, type Place } from './find-anchors.ts';

/**
 * What an error is to an object of the answer: about a null in it; about a value in it; about a field beside one that
 * is not even null, because what failed took it along in the same fetch; or nothing.
 */
export type Coverage = 'null' | 'value' | 'beside' | null;

export function coverageOf(
  { shape: root, object, innerPath }: Place & { shape: ObjectShape },
  { path }: GraphQLFormattedError,
  holds: Holds,
): Coverage {
  if (!path || !isWithin(path, innerPath)) return null;
  let shape: Shape = root;
  let value: unknown = object;
  for (const part of path.slice(innerPath.length)) {
    if (value == null) return 'null';
    if (typeof part === 'number') {
      if (shape.kind !== 'list' || !Array.isArray(value)) return null;
      value = value[part];
      shape = shape.item.shape;
      continue;
    }
    if (shape.kind !== 'object' || typeof value !== 'object') return null;
    const fields: readonly FieldShape[] = contentsOf(shape, value as Json, holds)?.fields ?? [];
    const field: FieldShape | undefined = fields.find(
      ({ source, condition }) => source === part && holds(condition),
    );
    if (!field) return lacksAny(fields, value as Json, holds) ? 'beside' : null;
    value = Object.hasOwn(value, part) ? (value as Json)[part] : undefined;
    shape = field.slot.shape;
  }
  return value == null ? 'null' : 'value';
}

function lacksAny(fields: readonly FieldShape[], object: Json, holds: Holds): boolean {
  return fields.some(
    ({ name, source, condition }) =>
      !name.startsWith('__') && holds(condition) && !Object.hasOwn(object, source),
  );
}

/** True when one of the parts that are still to come will tell of the error. */
export function isOwed(anchors: readonly Anchor[], error: GraphQLFormattedError, holds: Holds): boolean {
  return anchors.some((anchor) => {
    if (!error.path || !isWithin(error.path, anchor.innerPath)) return false;
    const { shape } = anchor.part;
    return (
      coverageOf({ ...anchor, shape }, error, holds) === 'null' ||
      isOwed(findAnchors(shape, anchor, holds), error, holds)
    );
  });
}

function isWithin(path: AnswerPath, outer: AnswerPath): boolean {
  return outer.length <= path.length && outer.every((part, i) => part === path[i]);
}
