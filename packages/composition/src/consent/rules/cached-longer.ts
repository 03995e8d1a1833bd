import { type ConsentNeed, type ConsentRule, holdersOfType, ownersAsked } from '../facts/consent.ts';
import { type Caching, WAYS } from '../facts/graph-facts.ts';

/**
 * A published field might be answered from a cache where it is not now, or for longer, by what another department says of the field, or of the
 * type that a root field returns (`@cacheControl`). Where several say something, the gateway takes the shortest time, so that an owner who
 * says something is not overruled; one who says nothing would be.
 */
export const cachedLonger: ConsentRule = (change) =>
  [...change.before.fields.values()].flatMap((field): ConsentNeed[] => {
    const now = change.after.fields.get(field.coordinate);
    const longer = now?.caching.find((one, i) => allowsMore(one, field.caching[i]!));
    if (!longer) return [];
    // One that only names the entity has no answer that could be kept.
    const answering = field.owners.filter((owner) =>
      field.answers.get(owner)?.some((way) => way !== WAYS.reference),
    );
    const owners = ownersAsked(change, answering, holdersOfType(change, field.type));
    if (owners.length === 0) return [];
    return [
      {
        kind: 'CACHED_LONGER',
        coordinate: field.coordinate,
        owners,
        message: `${field.coordinate} could be cached ${textOf(longer)}.`,
      },
    ];
  });

function allowsMore(now: Caching, before: Caching): boolean {
  if (now.inherits && !before.inherits) return true;
  if (now.maxAge === null || now.maxAge === 0) return false;
  return (
    now.maxAge > (before.maxAge ?? 0) ||
    now.staleIfError > before.staleIfError ||
    (before.isPrivate && !now.isPrivate)
  );
}

function textOf({ maxAge, staleIfError, isPrivate, inherits }: Caching): string {
  const parts = [
    inherits ? 'for as long as the field around it' : `for ${maxAge ?? 0} seconds`,
    ...(staleIfError > 0 ? [`and ${staleIfError} more while its department does not answer`] : []),
    ...(isPrivate ? [] : ['and given to other callers']),
  ];
  return parts.join(', ');
}
