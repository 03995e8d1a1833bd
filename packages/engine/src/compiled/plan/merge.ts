import type { Json } from '../run.ts';

/**
 * Adds a department's answer to what is there: objects field by field, lists item by item, and
 * anything else takes the place of what stood there. Only a null does not: of two fetches of one object, one may have
 * lost it to a null inside that the other does not ask for.
 *
 * Parts of `source` become parts of `target`: give it to one target only.
 */
export function merge(target: Json, source: Json): void {
  for (const key in source) {
    const added = source[key];
    if (key === '__proto__') {
      mergeProto(target, added);
      continue;
    }
    // All else that objects inherit are functions, never objects: what is found here is the target's own.
    const before = isObject(added) ? target[key] : undefined;
    if (isObject(before)) mergeInside(before, added as object);
    else if (added !== null || !Object.hasOwn(target, key)) target[key] = added;
  }
}

function mergeProto(target: Json, added: unknown): void {
  const before = Object.hasOwn(target, '__proto__') ? target['__proto__'] : undefined;
  if (isObject(before) && isObject(added)) mergeInside(before, added);
  else if (added !== null || before === undefined) define(target, '__proto__', added);
}

function mergeInside(before: object, added: object): void {
  if (!Array.isArray(before)) {
    if (!Array.isArray(added)) merge(before as Json, added as Json);
    return;
  }
  if (!Array.isArray(added)) return;
  for (let i = 0; i < added.length; i++) {
    if (isObject(before[i]) && isObject(added[i])) mergeInside(before[i], added[i]);
    else if (added[i] !== null || i >= before.length) before[i] = added[i];
  }
}

/** A copy that shares nothing with the value; values are as JSON.parse makes them. */
export function copy<Value>(value: Value): Value {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map(copy) as Value;
  const copied: Json = {};
  for (const key in value) {
    if (key === '__proto__') define(copied, key, copy((value as Json)[key]));
    else copied[key] = copy((value as Json)[key]);
  }
  return copied as Value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** `__proto__` is a response name like any other; assigning it would change the object's prototype. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}
