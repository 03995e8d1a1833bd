import type { Json, References } from '../core/run.ts';

/**
 * The form in which a fetch keeps its references while deduplicating and collecting them. References that differ
 * only in the value of one key are kept as that value (`91320…` for `{"__typename":"Enterprise","uscc":"91320…"}`),
 * others as JSON. Values that begin with a brace are kept as JSON, so that the two forms cannot be confused.
 */
export interface ReferenceForm {
  /** JSON before each value. */
  readonly before: string;
  readonly after: string;
}

/** The form that keeps all references as JSON. */
export const AS_JSON: ReferenceForm = { before: '', after: '' };

const BRACE = 0x7b;

/** Returns whether a reference is kept as JSON. */
export function isJson(reference: string): boolean {
  return reference.charCodeAt(0) === BRACE;
}

/** Returns the members of a JSON list of references. */
export function joinReferences({ before, after }: ReferenceForm, references: readonly string[]): string {
  if (references.length === 0) return '';
  if (before === '') return references.join(',');
  if (!references.some(isJson)) return `${before}${references.join(`${after},${before}`)}${after}`;
  return references
    .map((reference) => (isJson(reference) ? reference : `${before}${reference}${after}`))
    .join(',');
}

/** Deduplicates the references of entities. */
export function distinctReferences(
  entities: readonly Json[],
  writeReference: (entity: Json) => string | null,
): References {
  // Not a typed array: V8 allocates those of more than a few items off the heap, which takes longer than filling
  // them.
  const numbers: number[] = [];
  const numbersByKey = new Map<string, number>();
  const references: string[] = [];
  for (let i = 0; i < entities.length; i++) {
    const reference = writeReference(entities[i]!);
    if (reference === null) {
      numbers.push(-1);
      continue;
    }
    let number = numbersByKey.get(reference);
    if (number === undefined) {
      number = references.push(reference) - 1;
      numbersByKey.set(reference, number);
    }
    numbers.push(number);
  }
  return { entities, numbers, references };
}
