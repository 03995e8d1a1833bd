import type { Combination, EntityQuery } from './entity-query.ts';

/** Queries of one operation meet in few ways; beyond these they are asked one by one. */
const MOST_COMBINATIONS = 64;

/**
 * The request that asks several queries of one operation at once.
 *
 * @param queries different ones
 * @returns null when they have to be asked one by one
 */
export function combineQueries(queries: readonly EntityQuery[]): Combination | null {
  if (queries.length === 1) return askedAlone(queries[0]!);
  // The same queries make the same text, whoever came first.
  const sorted = queries.toSorted((a, b) => a.number - b.number);
  const { combinations } = sorted[0]!.family;
  const key = sorted.map(({ number }) => number).join(' ');
  const known = combinations.get(key);
  if (known !== undefined) return known;
  if (combinations.size >= MOST_COMBINATIONS) return null;
  const made = combine(sorted);
  combinations.set(key, made);
  return made;
}

function askedAlone(query: EntityQuery): Combination {
  return { queries: [query], head: query.head, fields: ['_entities'], variables: ['representations'] };
}

function combine(queries: readonly EntityQuery[]): Combination | null {
  const fields = queries.map((_, place) => `_${place}`);
  const variables = queries.map((_, place) => `representations_${place}`);
  const definitions = new Map(variables.map((name) => [name, `$${name}:[_Any!]!`]));
  let selections = '';
  for (const [place, { parts }] of queries.entries()) {
    if (!parts) return null;
    for (const [name, definition] of parts.variables) {
      if ((definitions.get(name) ?? definition) !== definition) return null;
      definitions.set(name, definition);
    }
    selections += `${fields[place]}:_entities(representations:$${variables[place]})${parts.selection}`;
  }
  const text = `query(${[...definitions.values()].join('')}){${selections}}`;
  return { queries, head: `{"query":${JSON.stringify(text)}`, fields, variables };
}
