import type { FetchNode, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fetchesOf, mapFetches } from '../query-plan/plan-fetches.ts';
import { onlyTypeOf, type TypesOf } from '../query-plan/type-tests.ts';

/**
 * Removes from a plan the type names that follow from the schema: an object at a place with a single type need not
 * include it, and references to it are written with that type (`write-reference.ts`). In a list of objects with a
 * key, type names are a fifth of what subgraphs send.
 *
 * Plans that use type names for more than choosing references by a single type are returned unchanged. Operations
 * with deferred parts are compiled elsewhere (`incremental/`).
 */
export function withoutKnownTypeNames(plan: PlanNode, schema: GraphQLSchema, typesOf: TypesOf): PlanNode {
  const fetches = fetchesOf(plan);
  if (!fetches.some(({ fetch }) => fetch.requires)) return plan;
  if (!fetches.every(({ fetch }) => isPlain(fetch, typesOf))) return plan;
  return mapFetches(plan, (fetch) => ({ ...fetch, operation: shorten(fetch, schema, typesOf) }));
}

function isPlain(
  { requires, inputRewrites, outputRewrites, contextRewrites }: FetchNode,
  typesOf: TypesOf,
): boolean {
  if (inputRewrites?.length || outputRewrites?.length || contextRewrites?.length) return false;
  if (!requires) return true;
  return (
    onlyTypeOf(requires, typesOf) !== null &&
    requires.every((fragment) => !asksForTypes(fragment.selections!))
  );
}

/** Returns whether what a reference holds depends on the type of an object inside the entity. */
function asksForTypes(selections: readonly QueryPlanSelectionNode[], depth = 0): boolean {
  return selections.some(
    (selection) =>
      selection.kind === 'InlineFragment' ||
      (depth > 0 && selection.name === '__typename') ||
      (selection.selections !== undefined && asksForTypes(selection.selections, depth + 1)),
  );
}

function shorten({ operation: text, requires }: FetchNode, schema: GraphQLSchema, typesOf: TypesOf): string {
  const document = parse(text, { noLocation: true });
  const [operation, fragment] = document.definitions as OperationDefinitionNode[];
  if (!operation || fragment) return text;
  // What `_entities` returns has the type of the fragment around.
  const root = requires ? undefined : (schema.getRootType(operation.operation) ?? undefined);
  const selectionSet = shortenSet(operation.selectionSet, root, false);
  return print({ kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }] });

  /** @param isKnown whether the object has this type and no other */
  function shortenSet(
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    isKnown: boolean,
  ): SelectionSetNode {
    const selections = set.selections.flatMap((selection) => shortenOne(selection, type, isKnown));
    return selections.length === 0 ? set : { ...set, selections };
  }

  function shortenOne(
    selection: SelectionNode,
    type: GraphQLNamedType | undefined,
    isKnown: boolean,
  ): SelectionNode[] {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const inside = condition === undefined ? type : schema.getType(condition);
      const set = shortenSet(selection.selectionSet, inside, isKnown && inside === type);
      return [{ ...selection, selectionSet: set }];
    }
    const { name, alias, directives, selectionSet } = selection;
    if (name.value === '__typename') return isKnown && !alias && !directives?.length ? [] : [selection];
    if (!selectionSet) return [selection];
    const inside = typeOfField(type, name.value);
    return [{ ...selection, selectionSet: shortenSet(selectionSet, inside, isOneType(inside)) }];
  }

  function typeOfField(type: GraphQLNamedType | undefined, name: string): GraphQLNamedType | undefined {
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    const field = type.getFields()[name];
    return field && getNamedType(field.type);
  }

  // Also by the types of the supergraph, so that a change of them shows as a change of the plan.
  function isOneType(type: GraphQLNamedType | undefined): boolean {
    return isObjectType(type) && typesOf(type.name).size === 1;
  }
}
