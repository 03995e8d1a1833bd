import { Kind, parse, type SelectionSetNode } from 'graphql';

/** Reads the field set of a `@key`, `@requires` or `@provides`; null for a text that is none. */
export function parseFieldSet(fields: string): SelectionSetNode | null {
  try {
    const [definition] = parse(`{${fields}}`, { noLocation: true }).definitions;
    return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : null;
  } catch {
    return null;
  }
}

/** Names of the fields at the top of a field set. */
export function topLevelNames(fields: string): string[] {
  return (parseFieldSet(fields)?.selections ?? []).flatMap((one) =>
    one.kind === Kind.FIELD ? [one.name.value] : [],
  );
}
