import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { type FieldNode, Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';

type Path = readonly string[];

/** Returns the fetches of a plan in order, including deferred ones. */
export function fetchesOf(node: PlanNode, path: Path = []): { fetch: FetchNode; at: Path }[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ fetch: node, at: path }];
    case 'Flatten':
      return fetchesOf(node.node, below(path, node.path));
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((child) => fetchesOf(child, path));
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((child) => (child ? fetchesOf(child, path) : []));
    case 'Defer':
      return [node.primary, ...node.deferred].flatMap((part) =>
        part.node ? fetchesOf(part.node, path) : [],
      );
  }
}

/** Returns the plan with each fetch replaced. */
export function mapFetches(node: PlanNode, change: (fetch: FetchNode) => PlanNode): PlanNode {
  const map = (child: PlanNode): PlanNode => mapFetches(child, change);
  switch (node.kind) {
    case 'Fetch':
      return change(node);
    case 'Flatten':
      return { ...node, node: map(node.node) };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(map) };
    case 'Condition': {
      const { ifClause, elseClause } = node;
      return {
        ...node,
        ...(ifClause ? { ifClause: map(ifClause) } : {}),
        ...(elseClause ? { elseClause: map(elseClause) } : {}),
      };
    }
    case 'Defer': {
      const mapPart = <Part extends { node?: PlanNode }>(part: Part): Part =>
        part.node ? { ...part, node: map(part.node) } : part;
      return { ...node, primary: mapPart(node.primary), deferred: node.deferred.map(mapPart) };
    }
  }
}

export function below(path: Path, further: readonly (string | number)[]): Path {
  return [...path, ...further.map(String)];
}

/** A path of the answer as text, without types and list items. */
export const pathText = (path: readonly string[]) => path.join('.');

/** Returns every path of the answer that some fetch of the plan selects, as {@link pathText}. */
export function selectedPaths(plan: PlanNode | null): ReadonlySet<string> {
  const selected = new Set<string>();
  if (plan) visitNode(plan, []);
  return selected;

  function visitNode(node: PlanNode, path: readonly string[]): void {
    switch (node.kind) {
      case 'Sequence':
      case 'Parallel':
        for (const child of node.nodes) visitNode(child, path);
        return;
      case 'Flatten':
        visitNode(node.node, [...path, ...node.path.map(String).filter((element) => element !== '@')]);
        return;
      case 'Condition':
        for (const child of [node.ifClause, node.elseClause]) if (child) visitNode(child, path);
        return;
      case 'Fetch':
        visitSelections(selectionsOf(node), path);
        return;
      case 'Defer':
        for (const part of [node.primary, ...node.deferred]) if (part.node) visitNode(part.node, path);
        return;
    }
  }

  function visitSelections({ selections }: SelectionSetNode, path: readonly string[]): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) visitSelections(selection.selectionSet, path);
      if (selection.kind !== Kind.FIELD) continue;
      const at = [...path, selection.alias?.value ?? selection.name.value];
      selected.add(pathText(at));
      if (selection.selectionSet) visitSelections(selection.selectionSet, at);
    }
  }
}

/** Returns the selections of a fetch on the root or on its entities. */
function selectionsOf({ operation, requires }: FetchNode): SelectionSetNode {
  const { definitions } = parse(operation, { noLocation: true });
  const { selectionSet } = definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  return requires ? (selectionSet.selections[0] as FieldNode).selectionSet! : selectionSet;
}
