import type { ConditionNode, FetchNode, PlanNode } from '@apollo/query-planner';
import type { Department } from '../../departments/department.ts';
import { compileDefer, tellingOf } from '../defer/compile-defer.ts';
import type { ScanAnswer } from '../pass/compile-scanner.ts';
import { createAskToPass } from '../pass/pass-answer.ts';
import { NOTHING, type Step } from '../run.ts';
import { createQueryFamily } from '../batch/entity-query.ts';
import type { FetchTools } from './ask-department.ts';
import { compileContextFetch } from './compile-context-fetch.ts';
import { compileEntityFetch, compileRootFetch, type EntityTools } from './compile-fetch.ts';
import type { PlanPath } from './find-entities.ts';

export interface PlanTools extends FetchTools {
  /** By the name that the plan uses. */
  departments: Pick<ReadonlyMap<string, Department>, 'get'>;
}

type NodeTools = PlanTools & EntityTools;

/**
 * A plan as one function. What to send where, and where the answers go, is decided now; a run only
 * moves data.
 *
 * @param scan tells whether a department's answer may be passed on as it is, where it is the only one
 */
export function compilePlan(plan: PlanNode, tools: PlanTools, scan: ScanAnswer | null = null): Step {
  const pass = scan && plan.kind === 'Fetch' ? createAskToPass(scan) : null;
  return compileNode(plan, { ...tools, family: createQueryFamily(), pass }, []);
}

function compileNode(node: PlanNode, tools: NodeTools, path: PlanPath): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, tools, path)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, tools, path)));
    case 'Flatten':
      return compileNode(node.node, tools, [...path, ...node.path.map(String)]);
    case 'Condition':
      return compileCondition(node, tools, path);
    case 'Fetch':
      return tellingOf(node, compileFetch(node, tools, path));
    case 'Defer':
      return compileDefer(
        node,
        (child) => compileNode(child, tools, path),
        // Asked together with what is around it, it would come with it.
        (child) => compileNode(child, { ...tools, family: createQueryFamily() }, path),
      );
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}

function compileCondition(
  { condition, ifClause, elseClause }: ConditionNode,
  tools: NodeTools,
  path: PlanPath,
): Step {
  const whenTrue = ifClause ? compileNode(ifClause, tools, path) : NOTHING;
  const whenFalse = elseClause ? compileNode(elseClause, tools, path) : NOTHING;
  return (run) => (run.conditions[condition] === true ? whenTrue(run) : whenFalse(run));
}

function compileFetch(node: FetchNode, tools: NodeTools, path: PlanPath): Step {
  const department = tools.departments.get(node.serviceName);
  if (!department) throw new Error(`The plan asks an unknown department, ${node.serviceName}.`);
  if (node.contextRewrites?.length) return compileContextFetch(node, department, path, tools);
  return node.requires
    ? compileEntityFetch(node, department, path, tools)
    : compileRootFetch(node, department, path, tools);
}
