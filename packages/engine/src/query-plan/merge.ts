import type { Json } from '../core/run.ts';

/**
 * Merges a subgraph's answer into the target: objects field by field, lists item by item; anything else replaces
 * what was there. Only a null does not replace: one of two fetches of an object may have lost it to a nested null
 * that the other did not select.
 *
 * Parts of `source` become parts of `target`: merge it into one target only.
 */
export function merge(target: Json, source: Json): void {
  for (const key in source) {
    const added = source[key];
    if (key === '__proto__') {
      mergeProto(target, added);
      continue;
    }
    // Everything else that objects inherit is a function, never an object, so an object found here is the target's
    // own.
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

/** Returns a deep copy of a value parsed from JSON. */
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

/** `__proto__` is a response name like any other, but assigning it would change the object's prototype. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}
