import { type ConsentNeed, type ConsentRule, isBy } from '../facts/consent.ts';

/**
 * What a department keeps back would be given to another one (`@external`, for `@requires`, `@fromContext` or `@provides`), which
 * makes something else of it. The gateway gives that out only to those who may read both; the value leaves its department all
 * the same.
 */
export const givenToAnother: ConsentRule = (change) =>
  [...change.before.fields.values()].flatMap((field): ConsentNeed[] => {
    const now = change.after.fields.get(field.coordinate);
    if (!now || !(field.access.isRestricted || now.access.isRestricted)) return [];
    return now.givenTo.flatMap((department): ConsentNeed[] => {
      const owners = field.owners.filter((owner) => owner !== department);
      if (field.givenTo.includes(department) || owners.length === 0 || !isBy(change, department)) return [];
      return [
        {
          kind: 'GIVEN_TO_ANOTHER',
          coordinate: field.coordinate,
          owners,
          message: `${field.coordinate}, which is ${field.access.text}, would be given to ${department} to work with.`,
        },
      ];
    });
  });
