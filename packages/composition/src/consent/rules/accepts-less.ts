import { type ConsentNeed, type ConsentRule } from '../facts/consent.ts';
import type { ElementFacts, GraphFacts } from '../facts/graph-facts.ts';

/**
 * An argument, a field of an input object or a value of an enum would be gone or of another type, although the department that
 * published it has not changed: of what several departments define, composition keeps what all of them take.
 */
export const acceptsLess: ConsentRule = ({ before, after, by }) =>
  [...before.elements.values()].flatMap((element): ConsentNeed[] => {
    const now = after.elements.get(element.coordinate);
    if (now && now.takes === element.takes) return [];
    const still = holdersNow(element, after);
    const owners = element.owners.filter((owner) => !by?.includes(owner) && still.includes(owner));
    if (owners.length === 0) return [];
    const message = now
      ? `${element.coordinate} would take ${now.takes}, not ${element.takes}.`
      : `${element.coordinate} would be gone: ${element.parent} is defined without it by another department.`;
    return [{ kind: 'ACCEPTS_LESS', coordinate: element.coordinate, owners, message }];
  });

/** The departments that have what the element is a part of. */
function holdersNow({ parent }: ElementFacts, after: GraphFacts): readonly string[] {
  return after.fields.get(parent)?.owners ?? after.elements.get(parent)?.owners ?? [];
}
