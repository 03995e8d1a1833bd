import type { DeferNode, FetchNode, PlanNode } from '@apollo/query-planner';
import { NOTHING, type Step } from '../run.ts';

/**
 * A part of a plan that others are deferred from. The step ends with the part itself; the deferred ones begin as soon
 * as the fetches have been merged that they build on, and go on after it.
 */
export function compileDefer(
  { primary, deferred }: DeferNode,
  compile: (node: PlanNode) => Step,
  compilePart: (node: PlanNode) => Step,
): Step {
  const step = primary.node ? compile(primary.node) : NOTHING;
  const ids = primary.node ? fetchIds(primary.node) : [];
  const parts = deferred.map(({ label, depends, node }) => ({
    // Every deferred fragment is sent to the planner with its number as its label.
    number: label!,
    depends: depends.map(({ id }) => id),
    step: node ? compilePart(node) : NOTHING,
  }));

  return async (run) => {
    const later = run.later!;
    later.expect(ids);
    for (const { number, depends, step: deferredStep } of parts) {
      later.begin(number, depends, deferredStep, run);
    }
    await step(run);
    // Some of them a condition left out.
    for (const id of ids) later.tellFetched(id);
  };
}

/** The step of a fetch, telling when it is done if a deferred part builds on it. */
export function tellingOf({ id }: FetchNode, step: Step): Step {
  if (id === undefined) return step;
  return async (run) => {
    await step(run);
    run.later?.tellFetched(id);
  };
}

function fetchIds(node: PlanNode): string[] {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchIds);
    case 'Flatten':
      return fetchIds(node.node);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((child) => (child ? fetchIds(child) : []));
    case 'Fetch':
      return node.id === undefined ? [] : [node.id];
    case 'Defer':
      return node.primary.node ? fetchIds(node.primary.node) : [];
  }
}
