import type { ErrorCode } from '@yiwang/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Json } from '../run.ts';
import type { Condition } from './condition.ts';
import { contentsOf } from './contents-of.ts';
import type { FieldShape, ObjectShape, Shape, Slot } from './shape.ts';
import { canWrite } from './write-json.ts';

type Path = readonly (string | number)[];

/** Stands for a null that has to go up. */
const UP = Symbol('null goes up');
/** The same, of a field that is refused: its error is told whatever the data is. */
const REFUSED = Symbol('refused');

type Outcome = typeof UP | typeof REFUSED | undefined;

/**
 * The errors of the nulls that the writer had to make: each with the path where a value was missing or of a wrong
 * type. Places that a department's own error explains already get no second one.
 *
 * The writer only notes that there are some; this walk repeats its decisions with paths, and is
 * taken only then.
 */
export function explainNulls(
  root: ObjectShape,
  data: Json,
  variables: Readonly<Record<string, unknown>>,
  known: readonly GraphQLFormattedError[],
): GraphQLFormattedError[] {
  const explained = known.flatMap(({ path }) => (path ? [path] : []));
  const errors: GraphQLFormattedError[] = [];
  // One walk has one set of variables: a condition is evaluated in its terms.
  const holds = (condition: Condition) =>
    condition === null || (new Function('v', `return ${condition};`)(variables) as boolean);

  function complain(message: string, path: Path): void {
    if (explained.some((other) => isWithin(path, other) || isWithin(other, path))) return;
    errors.push({
      message,
      path: [...path],
      extensions: { code: 'DEPARTMENT_CONTRACT_BROKEN' satisfies ErrorCode },
    });
  }

  /** UP or REFUSED when the value is null in the end. */
  function complete(shape: Shape, value: unknown, path: Path): Outcome {
    if (shape.kind === 'refused') return REFUSED;
    if (value == null) return UP;
    switch (shape.kind) {
      case 'leaf': {
        if (canWrite(shape.type, value)) return undefined;
        complain(`The value is no ${shape.type.name}.`, path);
        return UP;
      }
      case 'list': {
        if (!Array.isArray(value)) {
          complain('The value is no list.', path);
          return UP;
        }
        for (const [i, item] of value.entries()) {
          const outcome = fill(shape.item, item, [...path, i]);
          if (outcome) return outcome;
        }
        return undefined;
      }
      case 'ready':
        return undefined;
      case 'object':
        return completeObject(shape, value, path);
    }
  }

  function completeObject(shape: ObjectShape, value: unknown, path: Path): Outcome {
    if (typeof value !== 'object' || Array.isArray(value)) {
      complain(`The value is no ${shape.typeName}.`, path);
      return UP;
    }
    const object = value as Json;
    const contents = contentsOf(shape, object, holds);
    if (!contents) {
      complain(`An object of ${shape.typeName} has a type that the schema does not show.`, path);
      return UP;
    }
    return completeFields(contents.fields, object, path);
  }

  function completeFields(fields: readonly FieldShape[], object: Json, path: Path): Outcome {
    const done = new Set<string>();
    for (const { key, source, name, condition, slot, access } of fields) {
      if (name.startsWith('__') || done.has(key) || !holds(condition)) continue;
      done.add(key);
      const value = Object.hasOwn(object, source) ? object[source] : undefined;
      if (access?.readable && !holds(access.readable)) {
        if (slot.nonNull) return REFUSED;
        continue;
      }
      const outcome = fill(slot, value, [...path, key]);
      if (outcome) return outcome;
    }
    return undefined;
  }

  /** UP or REFUSED when the place may not be null but is. */
  function fill({ shape, nonNull }: Slot, value: unknown, path: Path): Outcome {
    const before = errors.length;
    const outcome = complete(shape, value, path);
    if (!outcome || !nonNull) return undefined;
    if (outcome === REFUSED) return REFUSED;
    if (errors.length === before) complain('The value is missing, but the schema promises one.', path);
    return UP;
  }

  completeObject(root, data, []);
  return errors;
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.length <= path.length && outer.every((part, i) => part === path[i]);
}
