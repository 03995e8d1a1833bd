import { type ConsentNeed, type ConsentRule, holdersOfType, ownersAsked } from '../facts/consent.ts';

/**
 * A published field would be read under another class, by what another department says of the field, its type, its interface
 * or the scalar that it returns: `@sharing`, `@authenticated`, `@requiresScopes`, `@sensitive`, or a directive that this
 * version does not know.
 */
export const accessChanged: ConsentRule = (change) =>
  [...change.before.fields.values()].flatMap((field): ConsentNeed[] => {
    const now = change.after.fields.get(field.coordinate);
    if (!now || now.access.text === field.access.text) return [];
    const owners = ownersAsked(change, field.owners, holdersOfType(change, field.type));
    if (owners.length === 0) return [];
    return [
      {
        kind: 'ACCESS_CHANGED',
        coordinate: field.coordinate,
        owners,
        message: `${field.coordinate} would be read under ${now.access.text}, not ${field.access.text}.`,
      },
    ];
  });
