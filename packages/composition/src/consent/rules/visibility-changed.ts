import { type ConsentNeed, type ConsentRule, holdersOfType, list, ownersAsked } from '../facts/consent.ts';
import type { FieldFacts } from '../facts/graph-facts.ts';

/**
 * A published field would be hidden by another department's `@tag` or `@inaccessible`, or be shown in a variant that did not
 * show it: also because there is a new way to its type.
 */
export const visibilityChanged: ConsentRule = (change) => [
  ...[...change.before.fields.values()].flatMap((field): ConsentNeed[] => {
    const now = change.after.fields.get(field.coordinate);
    const message = now && messageOf(field, now);
    const owners = message ? ownersAsked(change, field.owners, holdersOfType(change, field.type)) : [];
    if (!message || owners.length === 0) return [];
    return [{ kind: 'VISIBILITY_CHANGED', coordinate: field.coordinate, owners, message }];
  }),
  ...[...change.before.elements.values()].flatMap((element): ConsentNeed[] => {
    const now = change.after.elements.get(element.coordinate);
    if (!now || now.text === element.text) return [];
    // Elements have no type of their own in which others could be looked for: who has them says it.
    const owners = ownersAsked(change, element.owners, new Set([...element.owners, ...now.owners]));
    if (owners.length === 0) return [];
    const message = `${element.coordinate} would carry ${now.text || 'nothing'}, not ${element.text || 'nothing'}.`;
    return [{ kind: 'VISIBILITY_CHANGED', coordinate: element.coordinate, owners, message }];
  }),
];

function messageOf(before: FieldFacts, after: FieldFacts): string | null {
  const { coordinate, visibility: was } = before;
  const { visibility: is } = after;
  const shown = is.shownIn.filter((variant) => !was.shownIn.includes(variant));
  if (shown.length > 0) return `${coordinate} would be shown in ${list(shown)}.`;
  if (is.text === was.text) return null;
  return `${coordinate} would carry ${is.text || 'no tag'}, not ${was.text || 'no tag'}.`;
}
