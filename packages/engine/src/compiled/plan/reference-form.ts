/**
 * How a fetch keeps its references while it tells them apart and collects them: where they differ in the value of one key
 * only, as that value (`91320…` for `{"__typename":"Enterprise","uscc":"91320…"}`), as JSON otherwise.
 * Values that begin with a brace are kept as JSON, so that nothing else does.
 */
export interface ReferenceForm {
  /** JSON that stands before each value. */
  readonly before: string;
  readonly after: string;
}

/** Keeps all references as JSON. */
export const AS_JSON: ReferenceForm = { before: '', after: '' };

const BRACE = 0x7b;

/** Whether a reference is kept as JSON. */
export function isJson(reference: string): boolean {
  return reference.charCodeAt(0) === BRACE;
}

/** The members of a JSON list of references. */
export function joinReferences({ before, after }: ReferenceForm, references: readonly string[]): string {
  if (references.length === 0) return '';
  if (before === '') return references.join(',');
  if (!references.some(isJson)) return `${before}${references.join(`${after},${before}`)}${after}`;
  return references
    .map((reference) => (isJson(reference) ? reference : `${before}${reference}${after}`))
    .join(',');
}
