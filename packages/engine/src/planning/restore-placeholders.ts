import type { FetchNode, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type ASTNode, parse, print, visit } from 'graphql';
import type { Call, PlaceholderAliases } from '../query-plan/placeholder-aliases.ts';
import { mapFetches } from '../query-plan/plan-fetches.ts';
import { splitByName, splitFetch } from './split-fetch.ts';

type Calls = PlaceholderAliases['calls'];
type KeyRenamer = { kind: 'KeyRenamer'; path: string[]; renameKeyTo: string };

/**
 * Turns a plan made with placeholders into one that the subgraphs understand: each placeholder is replaced by its
 * field, with the placeholder as alias, and references get the name of the field. A fetch whose references would
 * need two values under one name, or two names for their type, is split.
 *
 * @param possibleTypes by abstract type
 */
export function restorePlaceholders(
  node: PlanNode,
  placeholders: PlaceholderAliases,
  possibleTypes: ReadonlyMap<string, readonly string[]>,
): PlanNode {
  if (placeholders.requirements.size === 0 && placeholders.calls.size === 0) return node;
  return mapFetches(node, (fetch) => {
    const nodes = splitByName(fetch, placeholders, possibleTypes)
      .flatMap((part) => splitFetch(part, placeholders))
      .map((part) => restoreFetch(part, placeholders.calls));
    return nodes.length === 1 ? nodes[0]! : { kind: 'Parallel', nodes };
  });
}

function restoreFetch(node: FetchNode, calls: Calls): FetchNode {
  if (calls.size === 0) return node;
  const renamers = node.requires ? renamersOf(node.requires, calls, []) : [];
  return {
    ...node,
    operation: print(callFields(parse(node.operation, { noLocation: true }), calls)),
    ...(renamers.length > 0 ? { inputRewrites: [...(node.inputRewrites ?? []), ...renamers] } : {}),
  };
}

function callFields<Node extends ASTNode>(document: Node, calls: Calls): Node {
  return visit(document, {
    Field(field) {
      const call = calls.get(field.name.value);
      if (!call) return undefined;
      return { ...field, ...(call satisfies Call), alias: field.alias ?? { ...field.name } };
    },
  });
}

/**
 * Returns the renames of placeholders in references. Inner ones come first, because renaming an outer one would
 * hide them.
 */
function renamersOf(
  selections: readonly QueryPlanSelectionNode[],
  calls: Calls,
  path: readonly string[],
): KeyRenamer[] {
  return selections.flatMap((selection): KeyRenamer[] => {
    if (selection.kind === 'InlineFragment') {
      const { typeCondition } = selection;
      const inside = typeCondition === undefined ? path : [...path, `... on ${typeCondition}`];
      return renamersOf(selection.selections, calls, inside);
    }
    const at = [...path, selection.name];
    const call = calls.get(selection.name);
    return [
      ...renamersOf(selection.selections ?? [], calls, at),
      ...(call ? [{ kind: 'KeyRenamer' as const, path: at, renameKeyTo: call.name.value }] : []),
    ];
  });
}
