import type { SelectionSetNode } from 'graphql';
import type { Collected, Collection } from './collect-fields.ts';
import type { Condition } from '../core/condition.ts';

/** Compares the fields collected for two types, by the selections they came from. */
export function createComparer() {
  const numbers = new Map<SelectionSetNode, number>();
  const numberOf = (set: SelectionSetNode): number => {
    if (!numbers.has(set)) numbers.set(set, numbers.size);
    return numbers.get(set)!;
  };

  return {
    /** Describes a collection: equal for two types with the same selections, whose fields have the same types. */
    describe({ fields, places, parts }: Collection, typeOf: (name: string) => unknown): string {
      const described = places.map(({ key, condition }) => {
        const field = fields.get(key)!;
        const { name, source, below } = field;
        const sets = below.map(({ set, condition: inner }) => `${numberOf(set)}?${inner}`);
        return `${key}=${source}=${name}:${typeOf(name)}?${condition}${accessText(field)}{${sets}}`;
      });
      const later = parts.map(({ number, selected }) => `@${number}?${selected.condition}`);
      return [...described, ...later].join(',');
    },

    /**
     * Returns the conditions under which a type selects more than its interface, or in another order. While none of
     * them holds, both select the same.
     */
    differences(ofInterface: Collection, ofType: Collection): Set<Condition> {
      const own = listsOf(ofType);
      const common = listsOf(ofInterface);
      return new Set([...own].flatMap(([name, list]) => missing(common.get(name) ?? new Map(), list)));
    },
  };

  /** Returns all ordered lists of a collection, each as its entries with their conditions. */
  function listsOf({ fields, places, parts }: Collection): Map<string, ReadonlyMap<string, Condition>> {
    const lists = new Map<string, ReadonlyMap<string, Condition>>();
    const add = (name: string, entries: readonly { is: string | number; condition: Condition }[]) =>
      lists.set(name, new Map(entries.map(({ is, condition }) => [`${is}?${condition}`, condition])));
    add(
      'places',
      places.map(({ key, condition }) => ({
        is: `${key}=${fields.get(key)!.source}${accessText(fields.get(key)!)}`,
        condition,
      })),
    );
    add(
      'parts',
      parts.map(({ number, selected: { condition } }) => ({ is: number, condition })),
    );
    for (const [key, { below }] of fields) {
      const sets = below.map(({ set, condition }) => ({ is: numberOf(set), condition }));
      add(`below ${key}`, sets);
    }
    return lists;
  }
}

/** Describes what is denied of a field, and what its arguments read. Empty for nothing. */
function accessText({ conditions, denials, argumentReads }: Collected): string {
  const denied = denials.length === 0 ? '' : JSON.stringify([denials, ...conditions]);
  return `${denied}${argumentReads}`;
}

/** Returns the conditions of the entries that must be removed from both lists to make them equal. */
function missing(common: ReadonlyMap<string, Condition>, own: ReadonlyMap<string, Condition>): Condition[] {
  const entries = [...own];
  const positions = new Map(entries.map(([entry], position) => [entry, position]));
  const conditions: Condition[] = [];
  let next = 0;
  for (const [entry, condition] of common) {
    const position = positions.get(entry) ?? -1;
    if (position < next) {
      conditions.push(condition);
      continue;
    }
    for (; next < position; next++) conditions.push(entries[next]![1]);
    next = position + 1;
  }
  return [...conditions, ...entries.slice(next).map(([, condition]) => condition)];
}
