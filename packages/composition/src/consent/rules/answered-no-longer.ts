import { type ConsentNeed, type ConsentRule } from '../facts/consent.ts';
import { WAYS } from '../facts/graph-facts.ts';

/**
 * A department would no longer answer for its published field, or for a part of the requests only, although it has not changed
 * anything itself: another one overrides it. A reference is no answer that anyone could miss.
 */
export const answeredNoLonger: ConsentRule = ({ before, after, by }) =>
  [...before.fields.values()].flatMap((field): ConsentNeed[] => {
    const now = after.fields.get(field.coordinate);
    if (!now) return [];
    return [...field.answers].flatMap(([department, ways]): ConsentNeed[] => {
      if (by?.includes(department) || ways.every((way) => way === WAYS.reference)) return [];
      const left = (now.answers.get(department) ?? []).find(
        (way) => way.startsWith('but for @override') && !ways.includes(way),
      );
      if (left === undefined && now.answers.has(department)) return [];
      const others = [...now.answers.keys()].filter((other) => other !== department).join(', ');
      const what =
        left === undefined
          ? `${department} would no longer answer for ${field.coordinate}, but ${others || 'no department'}.`
          : `${department} would answer for ${field.coordinate} ${left} only, and ${others} for the rest.`;
      return [
        { kind: 'ANSWERED_NO_LONGER', coordinate: field.coordinate, owners: [department], message: what },
      ];
    });
  });
