import type { AccessFacts } from './access-facts.ts';

/** Object types that an object may have. Equal ones are the same object, most of the time. */
export interface PossibleTypes {
  readonly number: number;
  readonly names: readonly string[];
}

/** Who may read what of one supergraph, as operations look it up. */
export interface Access {
  facts: AccessFacts;
  /**
   * The coordinates of the rules that a selection meets, sorted; empty for none.
   *
   * @param parent name of the type whose field is selected
   */
  rulesOf(parent: string, possible: PossibleTypes, field: string): readonly string[];
  /** Coordinates of the conditional data that a field of an object is or is made from, sorted. */
  conditionalOf(type: string, field: string): readonly string[];
  /** What an object of a type may be. */
  possibleTypes(type: string): PossibleTypes;
  bothOf(some: PossibleTypes, others: PossibleTypes): PossibleTypes;
}

const NONE: readonly string[] = [];
/** Of what is remembered, before all of it is forgotten: operations may narrow types in many ways. */
const MOST_ENTRIES = 10_000;

/** Null for a supergraph that keeps nothing back. */
export function createAccess(facts: AccessFacts): Access | null {
  if (facts.rules.size === 0) return null;
  const ruledNames = new Set([...facts.reach.keys()].map((coordinate) => coordinate.split('.')[1]!));
  const sets = new Map<string, PossibleTypes>();
  const rules = new Map<string, readonly string[]>();
  const conditional = new Map<string, readonly string[]>();
  let count = 0;

  function setOf(names: readonly string[]): PossibleTypes {
    return remember(sets, names.join(' '), () => ({ number: (count += 1), names }));
  }

  return {
    facts,
    rulesOf(parent, possible, field) {
      // Most names are those of no field with a rule.
      if (!ruledNames.has(field)) return NONE;
      return remember(rules, `${parent}.${field} ${possible.number}`, () => {
        const met = [parent, ...possible.names].flatMap(
          (type) => facts.reach.get(`${type}.${field}`) ?? NONE,
        );
        return [...new Set(met)].sort();
      });
    },
    conditionalOf(type, field) {
      if (!ruledNames.has(field)) return NONE;
      const coordinate = `${type}.${field}`;
      return remember(conditional, coordinate, () =>
        (facts.reach.get(coordinate) ?? NONE).filter(
          (one) => facts.rules.get(one)!.sharing === 'CONDITIONAL',
        ),
      );
    },
    possibleTypes: (type) => setOf(facts.possibleTypes.get(type) ?? [type]),
    bothOf: (some, others) =>
      some === others ? some : setOf(some.names.filter((type) => others.names.includes(type))),
  };
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    if (known.size >= MOST_ENTRIES) known.clear();
    known.set(key, value);
  }
  return value;
}
