import type { ConditionNode, FetchNode, PlanNode, DeferNode } from '@apollo/query-planner';
import type { CachingTools } from '../caching/caching-tools.ts';
import type { Subgraph } from '../core/subgraph.ts';
import type { ScanAnswer } from '../response/compile-scanner.ts';
import { createPassthrough } from './passthrough.ts';
import { NOTHING, type Step } from '../core/run.ts';
import { createQueryFamily } from './batching/entity-query.ts';
import type { FetchTools } from './fetch-from-subgraph.ts';
import { compileContextFetch } from './compile-context-fetch.ts';
import { compileEntityFetch, compileRootFetch, type EntityTools } from './compile-fetch.ts';
import type { PlanPath } from './find-entities.ts';

export interface PlanTools extends FetchTools {
  /** Names of types with restricted fields; undefined for none. */
  restrictedTypes?: ReadonlySet<string>;
  /** Undefined for a supergraph in which nothing may be cached. */
  caching?: CachingTools | undefined;
  /** By the name that the plan uses. */
  subgraphs: Pick<ReadonlyMap<string, Subgraph>, 'get'>;
  /** Records the fetches of a plan that is compiled for one run alone. Undefined for any other plan. */
  trace?: {
    begin(plan: PlanNode): void;
    toolsOf(node: FetchNode): Pick<FetchTools, 'ask' | 'post' | 'readEntities' | 'readRoots'>;
  };
}

type NodeTools = PlanTools & EntityTools;

/**
 * Compiles a plan into one function. What is sent where, and where the answers go, is decided here; a run only
 * moves data.
 *
 * @param scan decides whether a subgraph's answer may be passed through, when it is the only one
 */
export function compilePlan(plan: PlanNode, tools: PlanTools, scan: ScanAnswer | null = null): Step {
  tools.trace?.begin(plan);
  const passthrough = scan && plan.kind === 'Fetch' ? createPassthrough(scan) : null;
  return compileNode(plan, { ...tools, family: createQueryFamily(), passthrough }, []);
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
      return withMergeMark(node, compileFetch(node, tools, path));
    case 'Defer':
      return compileDefer(
        node,
        (child) => compileNode(child, tools, path),
        // Batched with what is around it, it would arrive only along with it.
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
    // eslint-disable-next-line @typescript-eslint/await-thenable -- a step with nothing to wait for returns undefined
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

function compileFetch(node: FetchNode, all: NodeTools, path: PlanPath): Step {
  const tools = all.trace ? { ...all, ...all.trace.toolsOf(node) } : all;
  const subgraph = tools.subgraphs.get(node.serviceName);
  if (!subgraph) throw new Error(`The plan asks an unknown department, ${node.serviceName}.`);
  if (node.contextRewrites?.length) return compileContextFetch(node, subgraph, path, tools);
  return node.requires
    ? compileEntityFetch(node, subgraph, path, tools)
    : compileRootFetch(node, subgraph, path, tools);
}

/**
 * Compiles the part of a plan that has deferred parts. The step ends with the part itself. The deferred parts begin
 * as soon as the fetches they depend on have been merged, and continue after it.
 */
function compileDefer(
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
    // A condition may have left some of them out.
    for (const id of ids) later.markMerged(id);
  };
}

/** Returns the step of a fetch, which marks it as merged when a deferred part depends on it. */
function withMergeMark({ id }: FetchNode, step: Step): Step {
  if (id === undefined) return step;
  return async (run) => {
    await step(run);
    run.later?.markMerged(id);
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
