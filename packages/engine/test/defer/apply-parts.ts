import type { GraphQLFormattedError } from 'graphql';
import { expect } from 'vitest';
import type { TextAnswer } from '../../src/index.ts';

export interface Part {
  data: unknown;
  path: readonly (string | number)[];
  label: string | undefined;
  errors: readonly GraphQLFormattedError[];
}

/** An answer, read to its end. */
export interface ReadAnswer {
  data: unknown;
  errors: readonly GraphQLFormattedError[];
  /** As they came; those in one list came together. */
  later: Part[][];
}

/** Fails when a part comes that was not announced, or is announced and does not come, once each. */
export async function readAnswer({ data, errors, pending = [], later }: TextAnswer): Promise<ReadAnswer> {
  const chunks: Part[][] = [];
  const announced = new Map(pending.map((part) => [part.id, part]));
  let count = announced.size;
  for await (const { parts, pending: inside, hasNext } of later ?? []) {
    for (const part of inside) announced.set(part.id, part);
    count += inside.length;
    chunks.push(
      parts.map(({ id, ...part }) => {
        const { path, label } = part;
        expect(announced.get(id)).toEqual({ id, path, label });
        announced.delete(id);
        return { ...part, data: JSON.parse(part.data) as unknown };
      }),
    );
    expect(hasNext).toBe(announced.size > 0);
  }
  expect(announced.size).toBe(0);
  expect(chunks.flat()).toHaveLength(count);
  return { data: JSON.parse(data) as unknown, errors, later: chunks };
}

/** The data with all parts in their places, as a client has it in the end. */
export function applyParts({ data, later }: ReadAnswer): unknown {
  let whole = structuredClone(data);
  for (const { data: added, path } of later.flat()) {
    if (added === null) continue;
    const place = path.reduce((value, key) => (value as Record<string | number, unknown>)[key], whole);
    const merged = mergeDeep(place, added);
    if (path.length === 0) whole = merged;
  }
  return whole;
}

/** As clients do it: objects and lists grow together, anything else takes the place of what stood there. */
function mergeDeep(before: unknown, added: unknown): unknown {
  if (typeof before !== 'object' || before === null || typeof added !== 'object' || added === null)
    return added;
  for (const [key, value] of Object.entries(added)) {
    const target = before as Record<string, unknown>;
    const merged = Object.hasOwn(target, key) ? mergeDeep(target[key], value) : value;
    Object.defineProperty(target, key, {
      value: merged,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return before;
}
