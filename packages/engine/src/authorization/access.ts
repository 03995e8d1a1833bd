import type { FieldReads } from '@yiwang/schema-directives';
import type { AccessFacts } from '../core/access-facts.ts';

/** The object types that an object may have. Equal sets are usually the same object. */
export interface PossibleTypes {
  readonly number: number;
  readonly names: readonly string[];
}

/** Looks up who may read what of one supergraph. */
export interface Access {
  facts: AccessFacts;
  /**
   * Returns the coordinates of the rules that a selection meets, sorted; empty for none.
   *
   * @param parent name of the type whose field is selected
   */
  rulesOf(parent: string, possible: PossibleTypes, field: string): readonly string[];
  /** Returns the coordinates of the conditional data that a field of an object is, or is made from, sorted. */
  conditionalOf(type: string, field: string): readonly string[];
  /**
   * Returns what the arguments of a selection may read of restricted data: on the parent, the types there and their
   * interfaces.
   */
  argumentReadsOf(parent: string, possible: PossibleTypes, field: string): readonly FieldReads[];
  /**
   * Returns the coordinates of the rules for the existence of rows of a type, or of the rows that a connection or
   * edge lists; empty for rows that everyone may know of.
   */
  existenceOf(type: string): readonly string[];
  /**
   * Returns the same for a field that reveals something about the rows its connection or edge lists, such as their
   * number.
   */
  listFactsOf(parent: string, field: string): readonly string[];
  /** Returns what an aggregate field is made from, as far as rules apply to it. */
  aggregatedBy(parent: string, field: string): readonly string[];
  /** Names of the types with restricted fields. */
  restrictedTypes: ReadonlySet<string>;
  /** Returns the object types that an object of a type may have. */
  possibleTypes(type: string): PossibleTypes;
  bothOf(some: PossibleTypes, others: PossibleTypes): PossibleTypes;
}

const NONE: readonly string[] = [];
const NO_ARGUMENTS: readonly FieldReads[] = [];
/** Maximum number of cached entries, after which a cache is cleared: operations may narrow types in many ways. */
const MAX_ENTRIES = 10_000;

/** Returns null for a supergraph without restrictions. */
export function createAccess(facts: AccessFacts): Access | null {
  if (facts.rules.size === 0) return null;
  const ruledNames = new Set([...facts.reach.keys()].map((coordinate) => coordinate.split('.')[1]!));
  const readingNames = new Set(
    [...facts.argumentReads.keys()].map((coordinate) => coordinate.split('.')[1]!),
  );
  const abstractsOf = new Map<string, string[]>();
  for (const [abstract, names] of facts.possibleTypes) {
    for (const name of names) abstractsOf.set(name, [...(abstractsOf.get(name) ?? []), abstract]);
  }
  const sets = new Map<string, PossibleTypes>();
  const reading = new Map<string, readonly FieldReads[]>();
  const rules = new Map<string, readonly string[]>();
  const conditional = new Map<string, readonly string[]>();
  let count = 0;

  function setOf(names: readonly string[]): PossibleTypes {
    return remember(sets, names.join(' '), () => ({ number: (count += 1), names }));
  }

  return {
    facts,
    rulesOf(parent, possible, field) {
      // Most field names have no rule.
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
    argumentReadsOf(parent, possible, field) {
      if (!readingNames.has(field)) return NO_ARGUMENTS;
      return remember(reading, `${parent}.${field} ${possible.number}`, () =>
        // Selecting on the type must not bypass the rules of its interface.
        [
          ...new Set([parent, ...possible.names].flatMap((type) => [type, ...(abstractsOf.get(type) ?? [])])),
        ].flatMap((type) => facts.argumentReads.get(`${type}.${field}`) ?? []),
      );
    },
    aggregatedBy: (parent, field) =>
      facts.aggregates.size > 0 ? (facts.aggregates.get(`${parent}.${field}`) ?? NONE) : NONE,
    restrictedTypes: new Set([...facts.reach.keys()].map((coordinate) => coordinate.split('.')[0]!)),
    existenceOf: (type) => facts.existence.get(type) ?? NONE,
    listFactsOf: (parent, field) =>
      facts.existence.has(parent) ? (facts.listFacts.get(`${parent}.${field}`) ?? NONE) : NONE,
    possibleTypes: (type) => setOf(facts.possibleTypes.get(type) ?? [type]),
    bothOf: (some, others) =>
      some === others ? some : setOf(some.names.filter((type) => others.names.includes(type))),
  };
}

function remember<Value>(cached: Map<string, Value>, key: string, make: () => Value): Value {
  let value = cached.get(key);
  if (value === undefined) {
    value = make();
    if (cached.size >= MAX_ENTRIES) cached.clear();
    cached.set(key, value);
  }
  return value;
}
