import type { GraphQLFormattedError } from 'graphql';
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

export async function readAnswer({ data, errors, later }: TextAnswer): Promise<ReadAnswer> {
  const chunks: Part[][] = [];
  for await (const { parts } of later ?? []) {
    chunks.push(parts.map((part) => ({ ...part, data: JSON.parse(part.data) as unknown })));
  }
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
