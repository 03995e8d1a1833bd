import type { GraphQLFormattedError } from 'graphql';
import type { DepartmentAnswer } from '../../departments/read-answer.ts';
import { copy } from '../plan/merge.ts';
import type { Share } from './gather-references.ts';

/**
 * Gives each who asked its own part of an answer, as if it had asked alone.
 *
 * @param fields the fields of the answer that hold the lists
 * @param lists the references that were sent
 * @returns null when it cannot be told whose a part is
 */
export function splitEntities(
  { data, errors }: DepartmentAnswer,
  fields: readonly string[],
  lists: readonly (readonly string[])[],
  shares: readonly Share[],
): DepartmentAnswer[] | null {
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
      // Who comes first takes the entity itself; whoever else asked for it may change a copy.
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

/** Null when the error does not belong to one entity. */
function placeError(error: GraphQLFormattedError, fields: readonly string[]) {
  if (!Array.isArray(error.path)) return null;
  const [field, number, ...rest] = error.path;
  const at = fields.indexOf(field as string);
  return at < 0 || typeof number !== 'number' ? null : { error, at, number, rest };
}
