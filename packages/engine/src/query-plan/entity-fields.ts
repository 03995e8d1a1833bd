import type { FetchNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** A field that a fetch selects on its entities, and the type it is selected on. */
export interface EntityField {
  type: string;
  node: FieldNode;
}

/** Returns the fields that a fetch's operation selects directly on its entities, in order. */
export function entityFields(document: DocumentNode): EntityField[] {
  const found: EntityField[] = [];
  walk(entitiesOf(document).selectionSet!, '');
  return found;

  function walk({ selections }: SelectionSetNode, type: string): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) found.push({ type, node: selection });
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, selection.typeCondition?.name.value ?? type);
      }
    }
  }
}

/**
 * Returns a fetch of only some of its {@link entityFields}.
 *
 * @param document the operation of the fetch
 */
export function withEntityFields(
  node: FetchNode,
  document: DocumentNode,
  fields: ReadonlySet<FieldNode>,
): FetchNode {
  const { kept, variables } = keepEntityFields(document, fields);
  return {
    ...node,
    operation: print(kept),
    variableUsages: (node.variableUsages ?? []).filter((name) => variables.has(name)),
  };
}

/** Returns the operation with only some of its fields, and the variables that it still uses. */
function keepEntityFields(
  document: DocumentNode,
  fields: ReadonlySet<FieldNode>,
): { kept: DocumentNode; variables: ReadonlySet<string> } {
  const entities = entitiesOf(document);
  const inside = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind !== Kind.INLINE_FRAGMENT)
        return fields.has(selection as FieldNode) ? [selection] : [];
      const selectionSet = inside(selection.selectionSet);
      return selectionSet.selections.length > 0 ? [{ ...selection, selectionSet }] : [];
    }),
  });
  const selected: DocumentNode = visit(document, {
    Field: (field) =>
      field === entities ? { ...field, selectionSet: inside(field.selectionSet!) } : undefined,
  });

  const variables = new Set<string>();
  visit(selected, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      variables.add(name.value);
    },
  });
  const kept: DocumentNode = visit(selected, {
    VariableDefinition: ({ variable }) => (variables.has(variable.name.value) ? false : null),
  });
  return { kept, variables };
}

/** Returns the root field of a fetch of entities. */
function entitiesOf(document: DocumentNode): FieldNode {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return (operation as OperationDefinitionNode).selectionSet.selections[0] as FieldNode;
}
