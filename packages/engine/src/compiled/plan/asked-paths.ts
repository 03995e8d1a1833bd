import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { type FieldNode, Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from 'graphql';

/** A place of the answer as text; types and list items do not count. */
export const pathText = (path: readonly string[]) => path.join('.');

/** Every place of the answer that some fetch of the plan asks a department for, as {@link pathText}. */
export function askedPaths(plan: PlanNode | null): ReadonlySet<string> {
  const asked = new Set<string>();
  if (plan) visitNode(plan, []);
  return asked;

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
      asked.add(pathText(at));
      if (selection.selectionSet) visitSelections(selection.selectionSet, at);
    }
  }
}

/** What a fetch asks for, of the root or of its entities. */
function selectionsOf({ operation, requires }: FetchNode): SelectionSetNode {
  const { definitions } = parse(operation, { noLocation: true });
  const { selectionSet } = definitions.find(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  return requires ? (selectionSet.selections[0] as FieldNode).selectionSet! : selectionSet;
}
