import type { ErrorCode } from '@yiwang/errors';
import type { GraphQLFormattedError } from 'graphql';
import { type MissingEntity, missingEntitiesAt } from '../query-plan/missing-entities.ts';
import type { Json } from '../core/run.ts';
import type { Condition } from '../core/condition.ts';
import {
  contentsOf,
  type FieldShape,
  type ObjectShape,
  type Shape,
  type Slot,
} from '../response-shape/shape.ts';
import { canWrite } from './write-json.ts';

type Path = readonly (string | number)[];

/** A null that propagates upwards. */
const UP = Symbol('null goes up');
/** The same for a denied field, whose error is reported whatever the data is. */
const DENIED = Symbol('denied');

/**
 * A MissingEntity stands for an object that its subgraph does not hold: it is null, and an error only where null is
 * not allowed.
 */
type Outcome = typeof UP | typeof DENIED | MissingEntity | undefined;

/** Maximum number of errors with one cause; more would not help a client. */
const MAX_SAME_ERRORS = 20;

/**
 * Returns the errors for the nulls that the writer had to propagate: each with the path where a value was missing
 * or of a wrong type. Places that a subgraph's own error explains get no second one, and beyond 20 errors of one
 * cause the rest are only counted.
 *
 * A reference to an entity that its subgraph does not hold is null. It is an error, NOT_FOUND, only where the
 * schema does not allow null.
 *
 * The writer only records that there are some. This walk repeats its decisions with paths, and runs only then.
 */
export function nullPropagationErrors(
  root: ObjectShape,
  data: Json,
  variables: Readonly<Record<string, unknown>>,
  others: readonly GraphQLFormattedError[],
): GraphQLFormattedError[] {
  const errors = new ContractErrors(others.flatMap(({ path }) => (path ? [path] : [])));
  // One walk has one set of variables, so each condition is evaluated directly.
  const holds = (condition: Condition) =>
    condition === null || (new Function('v', `return ${condition};`)(variables) as boolean);

  /** Returns undefined when the value is not null in the end. */
  function complete(shape: Shape, value: unknown, path: Path): Outcome {
    if (shape.kind === 'denied') return DENIED;
    if (value == null) return UP;
    switch (shape.kind) {
      case 'leaf': {
        if (canWrite(shape.type, value)) return undefined;
        errors.addBroken(`The value is no ${shape.type.name}.`, path);
        return UP;
      }
      case 'list': {
        if (!Array.isArray(value)) {
          errors.addBroken('The value is no list.', path);
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
      errors.addBroken(`The value is no ${shape.typeName}.`, path);
      return UP;
    }
    const object = value as Json;
    const contents = contentsOf(shape, object, holds);
    if (!contents) {
      errors.addBroken(`An object of ${shape.typeName} has a type that the schema does not show.`, path);
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
        if (slot.nonNull) return DENIED;
        continue;
      }
      const isNull = value == null && slot.nonNull && slot.shape.kind !== 'denied';
      const lost = isNull && missingEntitiesAt(object)?.find((one) => one.isSource(source));
      if (lost) return lost;
      const outcome = fill(slot, value, [...path, key]);
      if (outcome) return outcome;
    }
    return undefined;
  }

  /** Returns UP or DENIED when the place is null but may not be. */
  function fill({ shape, nonNull }: Slot, value: unknown, path: Path): Outcome {
    const before = errors.reported;
    const outcome = complete(shape, value, path);
    if (!outcome || !nonNull) return undefined;
    if (outcome === DENIED) return DENIED;
    if (outcome !== UP) errors.addMissing(outcome, path);
    else if (errors.reported === before)
      errors.addBroken('The value is missing, but the schema promises one.', path);
    return UP;
  }

  completeObject(root, data, []);
  return errors.list();
}

/** Collects the errors of one answer. */
class ContractErrors {
  /** How many errors were reported so far, including those only counted. */
  reported = 0;
  readonly #explained: readonly Path[];
  readonly #errors: GraphQLFormattedError[] = [];
  readonly #counts = new Map<string, { error: GraphQLFormattedError; count: number }>();

  /** @param explained paths that already have an error */
  constructor(explained: readonly Path[]) {
    this.#explained = explained;
  }

  addBroken(message: string, path: Path): void {
    const extensions = { code: 'DEPARTMENT_CONTRACT_BROKEN' satisfies ErrorCode };
    this.#add({ message, path, extensions }, `${message} ${placeOf(path)}`);
  }

  addMissing({ subgraph, type, key }: MissingEntity, path: Path): void {
    const extensions = { code: 'NOT_FOUND' satisfies ErrorCode, department: subgraph, key };
    const message = `The department ${subgraph} does not hold the ${type} that is referred to here.`;
    this.#add({ message, path, extensions }, `${message} ${placeOf(path)}`);
  }

  /** All errors, with one more for each cause that has too many. */
  list(): GraphQLFormattedError[] {
    const errors = [...this.#errors];
    for (const { error, count } of this.#counts.values()) {
      if (count <= MAX_SAME_ERRORS) continue;
      const { key: _, ...extensions } = error.extensions!;
      const places = count - MAX_SAME_ERRORS;
      const message = `${error.message} The same holds for ${places} more places at ${placeOf(error.path!)}.`;
      errors.push({ message, extensions: { ...extensions, places } });
    }
    return errors;
  }

  /** @param cause equal for errors with one message at places that differ only in list positions */
  #add(error: GraphQLFormattedError, cause: string): void {
    const path = error.path!;
    if (this.#explained.some((other) => isWithin(path, other) || isWithin(other, path))) return;
    const same = this.#counts.get(cause) ?? { error, count: 0 };
    this.#counts.set(cause, same);
    same.count += 1;
    this.reported += 1;
    if (same.count <= MAX_SAME_ERRORS) this.#errors.push(error);
  }
}

/** Returns the path without list positions. */
function placeOf(path: Path): string {
  return path.filter((part) => typeof part === 'string').join('.');
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.length <= path.length && outer.every((part, i) => part === path[i]);
}
