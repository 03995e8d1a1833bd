import type { Json } from '../run.ts';
import type { Condition } from './condition.ts';
import type { Contents, ObjectShape } from './shape.ts';

/**
 * What is asked of an object of the merged data.
 *
 * @param holds whether a condition of the form holds
 * @returns null when that depends on a type that the object does not tell or the schema does not show
 */
export function contentsOf(
  { onlyType, typeName, fieldsByType, partsByType, untyped }: ObjectShape,
  object: Json,
  holds: (condition: Condition) => boolean,
): Contents | null {
  const { __typename: told = typeName } = object;
  const type = onlyType ?? (told as string);
  const fields = fieldsByType.get(type);
  if (fields) return { fields, parts: partsByType?.get(type) ?? [] };
  return type === typeName && untyped && holds(untyped.condition) ? untyped : null;
}
