import { Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';
import type { SubgraphRequest } from '../core/subgraph.ts';

/** A nested list can hold thousands of entities; listing more would not help a client. */
const MAX_PLACES = 100;

/** The path where a field would be in a subgraph's own answer: `['parcels']` or `['_entities', 3, 'parcels']`. */
export type FetchPlace = readonly (string | number)[];

/**
 * Returns the paths of everything that one request selected, at most 100: each root field, or each field of each
 * entity. The stock gateway maps them to paths of the client's answer.
 */
export function fetchPlaces({ query, variables }: SubgraphRequest): FetchPlace[] {
  const operation = parse(query).definitions.find(isOperation);
  if (!operation) return [];
  const representations = variables?.['representations'];
  if (!Array.isArray(representations)) return responseNames(operation.selectionSet).map((name) => [name]);

  const places: FetchPlace[] = [];
  for (const [index, { __typename }] of representations.entries()) {
    if (places.length >= MAX_PLACES) break;
    const fields = new Set(entityFields(operation.selectionSet, __typename));
    places.push(...[...fields].map((name) => ['_entities', index, name]));
  }
  return places.slice(0, MAX_PLACES);
}

function isOperation(definition: { kind: Kind }): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

/** The planner writes `_entities(…) { ... on Enterprise { permits … } }`, with one fragment for each type. */
function entityFields({ selections }: SelectionSetNode, typename: string): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD)
      return selection.selectionSet ? entityFields(selection.selectionSet, typename) : [];
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [];
    const matches = selection.typeCondition?.name.value === typename;
    return matches ? responseNames(selection.selectionSet) : [];
  });
}

function responseNames({ selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value === '__typename' ? [] : [selection.alias?.value ?? selection.name.value];
      case Kind.INLINE_FRAGMENT:
        return responseNames(selection.selectionSet);
      default:
        return [];
    }
  });
}
