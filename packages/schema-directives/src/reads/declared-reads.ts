import { type ConstDirectiveNode, Kind } from 'graphql';

/** A definition that `@reads` may stand on. */
export interface WithDirectives {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/**
 * The coordinates that `@reads` of a definition names, as written; null without `@reads`. What is not a string is left out.
 *
 * @param reads name of the directive in the document
 */
export function declaredReads({ directives = [] }: WithDirectives, reads: string): string[] | null {
  const uses = directives.filter(({ name }) => name.value === reads);
  return uses.length === 0 ? null : uses.flatMap(coordinatesIn);
}

function coordinatesIn({ arguments: given = [] }: ConstDirectiveNode): string[] {
  const value = given.find(({ name }) => name.value === 'fields')?.value;
  if (value?.kind === Kind.STRING) return [value.value];
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((one) => (one.kind === Kind.STRING ? [one.value] : []));
}
