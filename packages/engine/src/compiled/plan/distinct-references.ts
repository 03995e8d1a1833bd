type Entity = Record<string, unknown>;

/** The references of all objects at one place of the plan. */
export interface References {
  /** In the order of the answer. */
  entities: readonly Entity[];
  /** For each entity the number of its reference; -1 when it gives none. */
  numbers: readonly number[];
  /** The different ones, as the form of the fetch keeps them. */
  references: readonly string[];
}

/** Tells the references of entities apart. */
export function distinctReferences(
  entities: readonly Entity[],
  writeReference: (entity: Entity) => string | null,
): References {
  // Not a typed array: V8 keeps those of more than a few items elsewhere, which takes longer than filling them.
  const numbers: number[] = [];
  const known = new Map<string, number>();
  const references: string[] = [];
  for (let i = 0; i < entities.length; i++) {
    const reference = writeReference(entities[i]!);
    if (reference === null) {
      numbers.push(-1);
      continue;
    }
    let number = known.get(reference);
    if (number === undefined) {
      number = references.push(reference) - 1;
      known.set(reference, number);
    }
    numbers.push(number);
  }
  return { entities, numbers, references };
}
