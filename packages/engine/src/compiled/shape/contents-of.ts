import type { Json } from '../run.ts';
import type { Condition } from './condition.ts';
import type { Contents, ObjectShape } from './shape.ts';

/** The type of an object, as far as it tells it. */
export function typeIn({ onlyType, typeName }: ObjectShape, { __typename: told = typeName }: Json): string {
  return onlyType ?? (told as string);
}

/**
 * What is asked of an object of the merged data.
 *
 * @param holds whether a condition of the form holds
 * @returns null when that depends on a type that the object does not tell or the schema does not show
 */
export function contentsOf(
  shape: ObjectShape,
  object: Json,
  holds: (condition: Condition) => boolean,
): Contents | null {
  const { typeName, fieldsByType, partsByType, untyped } = shape;
  const type = typeIn(shape, object);
  const fields = fieldsByType.get(type);
  if (fields) return { fields, parts: partsByType?.get(type) ?? [] };
  return type === typeName && untyped && holds(untyped.condition) ? untyped : null;
}
