import type { FetchNode, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type ASTNode, parse, print, visit } from 'graphql';
import type { Call, StandIns } from '../supergraph/stand-ins.ts';
import { mapFetches } from './plan-fetches.ts';
import { splitByName } from './split-by-name.ts';
import { splitFetch } from './split-fetch.ts';

type Calls = StandIns['calls'];
type KeyRenamer = { kind: 'KeyRenamer'; path: string[]; renameKeyTo: string };

/**
 * A plan made with stand-ins, as the departments understand it: a stand-in is sent as the field it
 * stands for, under the stand-in's name, and gets the field's name in the references. A fetch whose references
 * would need two values under one name, or two names for their type, becomes several.
 *
 * @param possibleTypes by abstract type
 */
export function restoreStandIns(
  node: PlanNode,
  standIns: StandIns,
  possibleTypes: ReadonlyMap<string, readonly string[]>,
): PlanNode {
  if (standIns.requirements.size === 0 && standIns.calls.size === 0) return node;
  return mapFetches(node, (fetch) => {
    const nodes = splitByName(fetch, standIns, possibleTypes)
      .flatMap((part) => splitFetch(part, standIns))
      .map((part) => restoreFetch(part, standIns.calls));
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

/** Where references hold stand-ins: inner ones first, because an outer one's new name would hide them. */
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
