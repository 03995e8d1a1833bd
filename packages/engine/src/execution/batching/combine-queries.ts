import type { Combination, EntityQuery } from './entity-query.ts';
import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphAnswer } from '../../core/read-answer.ts';
import { copy } from '../../query-plan/merge.ts';

/** Queries of one operation are combined in few ways; beyond these they are sent separately. */
const MAX_COMBINATIONS = 64;

/**
 * Returns the request that combines several queries of one operation.
 *
 * @param queries distinct queries
 * @returns null when they must be sent separately
 */
export function combineQueries(queries: readonly EntityQuery[]): Combination | null {
  if (queries.length === 1) return askedAlone(queries[0]!);
  // The same queries make the same text, in whatever order they came.
  const sorted = queries.toSorted((a, b) => a.number - b.number);
  const { combinations } = sorted[0]!.family;
  const key = sorted.map(({ number }) => number).join(' ');
  const cached = combinations.get(key);
  if (cached !== undefined) return cached;
  if (combinations.size >= MAX_COMBINATIONS) return null;
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

/** The part of a batch that belongs to one pending request. */
interface Share {
  /** Number of the list. */
  place: number;
  /** Numbers in the list, in the order of the pending request. */
  numbers: readonly number[];
}

/**
 * Combines the references of several requests; one that two of them share is sent once.
 *
 * @returns the distinct references of each query, and the share of each request, in order
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
    const numberByReference = numbersByReference[place]!;
    const numbers = references.map((reference) => {
      let number = numberByReference.get(reference);
      if (number === undefined) {
        number = list.push(reference) - 1;
        numberByReference.set(reference, number);
      }
      return number;
    });
    return { place, numbers };
  });
  return { lists, shares };
}

/**
 * Splits an answer into one for each pending request, as if it had been sent separately.
 *
 * @param fields the fields of the answer that hold the lists
 * @param lists the references that were sent
 * @returns null when parts cannot be separated
 */
export function splitEntities(
  { data, errors }: SubgraphAnswer,
  fields: readonly string[],
  lists: readonly (readonly string[])[],
  shares: readonly Share[],
): SubgraphAnswer[] | null {
  const received: unknown[][] = [];
  for (const [place, references] of lists.entries()) {
    const entities = data?.[fields[place]!];
    if (!Array.isArray(entities) || entities.length !== references.length) return null;
    received.push(entities);
  }
  const placed = (errors ?? []).map((error) => placeError(error, fields));
  if (!placed.every((error) => error !== null)) return null;

  const handedOut = lists.map((): boolean[] => []);
  return shares.map(({ place, numbers }) => {
    const used = handedOut[place]!;
    const _entities = numbers.map((number) => {
      const entity = received[place]![number];
      // The first takes the entity itself; others get copies that they may modify.
      if (used[number]) return copy(entity);
      used[number] = true;
      return entity;
    });
    const own = placed.flatMap(({ error, at, number, rest }) => {
      const ownNumber = at === place ? numbers.indexOf(number) : -1;
      return ownNumber < 0 ? [] : [{ ...error, path: ['_entities', ownNumber, ...rest] }];
    });
    return { data: { _entities }, ...(own.length > 0 && { errors: own }) };
  });
}

/** Returns null when the error does not belong to a single entity. */
function placeError(error: GraphQLFormattedError, fields: readonly string[]) {
  if (!Array.isArray(error.path)) return null;
  const [field, number, ...rest] = error.path;
  const at = fields.indexOf(field as string);
  return at < 0 || typeof number !== 'number' ? null : { error, at, number, rest };
}
