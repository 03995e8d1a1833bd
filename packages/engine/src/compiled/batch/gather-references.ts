import type { EntityQuery } from './entity-query.ts';

/** What of the lists of a request belongs to one who asks. */
export interface Share {
  /** Number of the list. */
  place: number;
  /** Numbers in the list, in the asker's order. */
  numbers: readonly number[];
}

/**
 * Puts together what several ask; an entity of which two ask the same is asked for once.
 *
 * @returns the different references of each query, and the share of each who asks, in their order
 */
export function gatherReferences(
  queries: readonly EntityQuery[],
  asked: readonly { query: EntityQuery; references: readonly string[] }[],
): { lists: string[][]; shares: Share[] } {
  const lists: string[][] = queries.map(() => []);
  const numbersByReference = queries.map(() => new Map<string, number>());
  const shares = asked.map(({ query, references }) => {
    const place = queries.indexOf(query);
    const list = lists[place]!;
    const known = numbersByReference[place]!;
    const numbers = references.map((reference) => {
      let number = known.get(reference);
      if (number === undefined) {
        number = list.push(reference) - 1;
        known.set(reference, number);
      }
      return number;
    });
    return { place, numbers };
  });
  return { lists, shares };
}
