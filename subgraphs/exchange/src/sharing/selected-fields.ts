import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { ownersOf, strictest } from './field-owners.ts';
import { readDocument } from './operation-fields.ts';
import type { PublishedGraph } from './sharing.ts';

/** A value in the answer of an operation. */
export interface SelectedField {
  /** Names in the answer, from its root, such as `enterprise.taxpayer.grade`. Lists have no part of their own. */
  path: string;
  coordinate: string;
  /** Names of those that provide it, sorted; empty when it serves the platform. */
  departments: string[];
  /** The strictest class among them; null when it serves the platform. */
  sharing: 'UNCONDITIONAL' | 'CONDITIONAL' | 'NOT_SHARED' | null;
}

/** As many values are described; an operation with more is one to look at, not to fill a form from. */
const MAX_SELECTED = 500;

/**
 * The values that an operation selects, in the order of the document; of a value that is selected twice, the first. The operation must
 * have been checked, see coordinatesRead.
 *
 * @param path path of the argument that holds the operation
 */
export function selectedFields(
  { schema }: PublishedGraph,
  catalogue: Catalogue,
  query: string,
  operationName: string | null | undefined,
  path: string[],
): SelectedField[] {
  const document = readDocument(schema, query, path);
  const operation = getOperationAST(document, operationName)!;
  const fragments = new Map(
    document.definitions.flatMap((one): [string, FragmentDefinitionNode][] =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
    ),
  );
  const found = new Map<string, SelectedField>();
  visit(operation.selectionSet, schema.getRootType(operation.operation)!, '');
  return [...found.values()];

  function visit({ selections }: SelectionSetNode, type: GraphQLCompositeType, above: string): void {
    for (const selection of selections) {
      if (found.size >= MAX_SELECTED) return;
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        const field = fieldOf(type, name);
        if (!field) continue;
        const below = getNamedType(field.type);
        const at = `${above}${selection.alias?.value ?? name}`;
        if (selection.selectionSet && isCompositeType(below)) visit(selection.selectionSet, below, `${at}.`);
        else if (!found.has(at)) found.set(at, describe(at, `${type.name}.${name}`));
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)! : selection;
      visit(fragment.selectionSet, conditionOf(schema, fragment.typeCondition?.name.value) ?? type, above);
    }
  }

  function describe(at: string, coordinate: string): SelectedField {
    const holdings = catalogue.holdings.get(coordinate);
    if (!holdings) return { path: at, coordinate, departments: [], sharing: null };
    return {
      path: at,
      coordinate,
      departments: ownersOf(catalogue, coordinate),
      sharing: strictest(holdings).sharing,
    };
  }
}

function fieldOf(type: GraphQLCompositeType, name: string) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function conditionOf(schema: GraphQLSchema, name: string | undefined): GraphQLCompositeType | undefined {
  const type = name === undefined ? undefined : schema.getType(name);
  return isCompositeType(type) ? type : undefined;
}
