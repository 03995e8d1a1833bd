import {
  type DocumentNode,
  executeSync,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from './collect-fields.ts';

export interface Introspected {
  /** JSON by response name, without fields that `@skip` left out. */
  ready: ReadonlyMap<string, string>;
  errors: readonly GraphQLError[];
}

/**
 * Compiles the answer to `__schema` and `__type` from the schema itself. Null when the operation selects neither.
 */
export function compileIntrospection(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): ((variables: Readonly<Record<string, unknown>>) => Introspected) | null {
  const selections = introspectionOf(operation.selectionSet, fragments);
  if (selections.length === 0) return null;
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } },
      ...Object.values(fragments),
    ],
  };
  return (variableValues) => {
    const { data, errors = [] } = executeSync({
      schema,
      document,
      variableValues,
      operationName: operation.name?.value,
    });
    const ready = Object.entries(data ?? {}).map(([key, value]) => [key, JSON.stringify(value)] as const);
    return { ready: new Map(ready), errors };
  };
}

/** Returns the introspection fields of a root selection set, with the conditions of the fragments around them. */
function introspectionOf({ selections }: SelectionSetNode, fragments: Fragments): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return isIntrospection(selection.name.value) ? [selection] : [];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
    const inside = introspectionOf(fragment.selectionSet, fragments);
    if (inside.length === 0) return [];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        directives: selection.directives,
        selectionSet: { kind: Kind.SELECTION_SET, selections: inside },
      },
    ];
  });
}

export function isIntrospection(fieldName: string): boolean {
  return fieldName === '__schema' || fieldName === '__type';
}
