import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { both, type Condition, conditionOn } from '../core/condition.ts';
import { selectedPaths, pathText, below, fetchesOf } from '../query-plan/plan-fetches.ts';
import { contextPlace, isTypeCondition } from '../query-plan/context-values.ts';
import { variablesInReach } from './variables-in-reach.ts';

type Path = readonly string[];
type Paths = ReadonlySet<string>;

/** Returns whether a fetch of the plan takes arguments from the objects above its entities. */
export function usesContexts(node: PlanNode): boolean {
  return fetchesOf(node).some(({ fetch }) => fetch.contextRewrites?.length);
}

/** Returns the variables that a plan sets from the objects above entities. */
export function contextVariables(node: PlanNode): Paths {
  return new Set(
    fetchesOf(node).flatMap(({ fetch }) =>
      (fetch.contextRewrites ?? []).map(({ renameKeyTo }) => renameKeyTo),
    ),
  );
}

/**
 * Reorders a plan so that each value of a context is fetched before the fetch that needs it. The planner puts the
 * two in parallel when the value comes from another subgraph than the objects in between.
 *
 * @param before what was fetched before the node, see selectedPaths
 */
export function orderContexts(node: PlanNode, path: Path = [], before: Paths = new Set()): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(orderSequence(node.nodes, path, before));
    case 'Parallel':
      return orderParallel(node.nodes, path, before);
    case 'Flatten':
      return { ...node, node: orderContexts(node.node, below(path, node.path), before) };
    case 'Condition': {
      const { ifClause, elseClause } = node;
      return {
        ...node,
        ...(ifClause ? { ifClause: orderContexts(ifClause, path, before) } : {}),
        ...(elseClause ? { elseClause: orderContexts(elseClause, path, before) } : {}),
      };
    }
    default:
      return node;
  }
}

/** Returns the path of the first context value that the plan fetches too late or never; null when there is none. */
export function missingContext(node: PlanNode): string | null {
  return check(node, [], new Set(), null);

  function check(child: PlanNode, path: Path, before: Paths, condition: Condition): string | null {
    switch (child.kind) {
      case 'Fetch': {
        if (!child.contextRewrites) return null;
        const used = variablesInReach(child, condition);
        const contextRewrites = child.contextRewrites.filter(({ renameKeyTo }) => used.has(renameKeyTo));
        return [...needs({ ...child, contextRewrites }, path)].find((need) => !before.has(need)) ?? null;
      }
      case 'Flatten':
        return check(child.node, below(path, child.path), before, condition);
      case 'Sequence': {
        const done = new Set(before);
        for (const one of child.nodes) {
          const missing = check(one, path, done, condition);
          if (missing !== null) return missing;
          add(done, provides(one, path));
        }
        return null;
      }
      case 'Parallel':
        return first(child.nodes.map((one) => check(one, path, before, condition)));
      case 'Condition': {
        const { ifClause, elseClause } = child;
        const when = (value: boolean) => both(condition, conditionOn(child.condition, value));
        return first([checkWhen(ifClause, when(true)), checkWhen(elseClause, when(false))]);
      }
      case 'Defer':
        return null;
    }

    /** A part whose conditions never hold together is never sent. */
    function checkWhen(clause: PlanNode | undefined, holds: Condition | false): string | null {
      return clause && holds !== false ? check(clause, path, before, holds) : null;
    }
  }
}

function first(found: readonly (string | null)[]): string | null {
  return found.find((one) => one !== null) ?? null;
}

function orderSequence(nodes: readonly PlanNode[], path: Path, before: Paths): PlanNode[] {
  const pending = [...nodes];
  const done = new Set(before);
  const ordered: PlanNode[] = [];
  for (let i = 0; i < pending.length; i++) {
    const step = pending[i]!;
    const parts = step.kind === 'Parallel' ? step.nodes : [step];
    const beside = new Set(parts.flatMap((part) => [...provides(part, path)]));
    /** The index of the last later step that a part has to wait for. */
    const waitsFor = (part: PlanNode) =>
      pending.findLastIndex(
        (later, at) =>
          at > i &&
          missing(part, path, done).some((need) => !beside.has(need) && provides(later, path).has(need)),
      );
    const late = parts.filter((part) => waitsFor(part) >= 0);
    const last = Math.max(-1, ...late.map(waitsFor));
    if (late.length > 0) pending.splice(last + 1, 0, inParallel(late));
    const kept = parts.filter((part) => !late.includes(part));
    if (kept.length === 0) continue;
    ordered.push(orderContexts(inParallel(kept), path, done));
    for (const part of kept) add(done, provides(part, path));
  }
  return ordered;
}

function orderParallel(nodes: readonly PlanNode[], path: Path, before: Paths): PlanNode {
  const waitsFor = (node: PlanNode, others: readonly PlanNode[], done: Paths) =>
    others.filter(
      (other) => other !== node && missing(node, path, done).some((need) => provides(other, path).has(need)),
    );
  const waiting = nodes.filter((node) => waitsFor(node, nodes, before).length > 0);
  const involved = new Set([...waiting, ...waiting.flatMap((node) => waitsFor(node, nodes, before))]);
  const done = new Set(before);
  const stages: PlanNode[] = [];
  let left = [...involved];
  while (left.length > 0) {
    const ready = left.filter((node) => waitsFor(node, left, done).length === 0);
    // They wait for each other, so no order helps.
    if (ready.length === 0) ready.push(...left);
    stages.push(inParallel(ready.map((node) => orderContexts(node, path, done))));
    for (const node of ready) add(done, provides(node, path));
    left = left.filter((node) => !ready.includes(node));
  }
  const free = nodes.filter((node) => !involved.has(node)).map((node) => orderContexts(node, path, before));
  return inParallel(stages.length > 0 ? [...free, inSequence(stages)] : free);
}

/** Returns the context values that a part of the plan needs and does not fetch itself. */
function missing(node: PlanNode, path: Path, done: Paths): string[] {
  const own = provides(node, path);
  return fetchesOf(node, path)
    .flatMap(({ fetch, at }) => [...needs(fetch, at)])
    .filter((need) => !done.has(need) && !own.has(need));
}

function needs({ contextRewrites = [] }: FetchNode, path: Path): Paths {
  const names = path.filter((element) => element !== '@');
  return new Set(
    contextRewrites.map(contextPlace).map(({ up, down }) => {
      const base = names.slice(0, names.length - up);
      return pathText([...base, ...down.filter((element) => !isTypeCondition(element))]);
    }),
  );
}

function provides(node: PlanNode, path: Path): Paths {
  return selectedPaths({ kind: 'Flatten', path: [...path], node });
}

function add(to: Set<string>, paths: Paths): void {
  for (const path of paths) to.add(path);
}

function inSequence(nodes: PlanNode[]): PlanNode {
  return nodes.length === 1 ? nodes[0]! : { kind: 'Sequence', nodes };
}

function inParallel(nodes: PlanNode[]): PlanNode {
  return nodes.length === 1 ? nodes[0]! : { kind: 'Parallel', nodes };
}
