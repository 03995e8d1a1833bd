import { type ConsentNeed, type ConsentRule, isBy } from '../facts/consent.ts';
import { type FieldFacts, WAYS } from '../facts/graph-facts.ts';

/**
 * Another department would answer for a published field, or in a further way: by a copy (`@shareable`), by a key by which it can
 * be asked for the object, by `@provides`, by `@override` also of a part of the requests, or as `@interfaceObject`.
 *
 * Free is a reference, which only names the object; and a copy of a type that has no key and keeps nothing back: it is the
 * copying department's own object, and no path that was there before leads to it.
 */
export const answeredByAnother: ConsentRule = (change) =>
  [...change.before.fields.values()].flatMap((before): ConsentNeed[] => {
    const after = change.after.fields.get(before.coordinate);
    if (!after) return [];
    return [...after.answers].flatMap(([department, ways]) => {
      const added = ways.filter((way) => !before.answers.get(department)?.includes(way));
      const counted = added.filter((way) => !isFree(department, way, before, after));
      const owners = before.owners.filter((owner) => owner !== department && !isGone(owner, before, after));
      if (counted.length === 0 || owners.length === 0 || !isBy(change, department)) return [];
      return [
        {
          kind: 'ANSWERED_BY_ANOTHER',
          coordinate: before.coordinate,
          owners,
          message: `${before.coordinate} would also be answered by ${department} (${counted.join(', ')}).`,
        },
      ];
    });
  });

/** It only named the object, and has left the type. */
function isGone(owner: string, before: FieldFacts, after: FieldFacts): boolean {
  return !after.answers.has(owner) && before.answers.get(owner)!.every((way) => way === WAYS.reference);
}

function isFree(department: string, way: string, before: FieldFacts, after: FieldFacts): boolean {
  // Who answers for what is kept back decides who may read it.
  const isRestricted = before.access.isRestricted || after.access.isRestricted;
  if (way === WAYS.reference) return !isRestricted || before.answers.has(department);
  return !isRestricted && after.isValue && way === WAYS.own;
}
