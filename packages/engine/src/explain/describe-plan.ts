import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Denials } from '../authorization/denial-errors.ts';
import { innermost, type ObjectShape } from '../response-shape/shape.ts';
import type { DeniedSelection, FetchReport, QueryPlan, QueryPlanNode } from '../core/query-plan.ts';
import type { Trace, TracedFetch } from './trace.ts';
import { visibleSelection } from './visible-selection.ts';

/** What a run says about itself besides its trace. */
export interface TracedRun {
  /** The schema that the caller sees. */
  schema: GraphQLSchema;
  shape: ObjectShape;
  unshared: ReadonlySet<string>;
  /** Of the answer. */
  errors: readonly GraphQLFormattedError[];
  denials: Denials | undefined;
  planningMs: number;
  startedAt: number;
  endedAt: number;
}

/** Describes the plan and the run that a trace has recorded. */
export function describePlan({ plan, fetches, requests }: Trace, run: TracedRun): QueryPlan {
  const { schema, shape, unshared, errors, denials, planningMs, startedAt, endedAt } = run;
  const ids = new Map<TracedFetch, number>([...fetches.values()].map((fetch, id) => [fetch, id]));
  const since = (at: number) => rounded(at - startedAt);

  return {
    planningMs: rounded(planningMs),
    executionMs: rounded(endedAt - startedAt),
    node: plan && describeNode(plan, [shape]),
    requests: requests.map((request) => ({
      department: request.department,
      fetches: request.fetches.map((fetch) => ids.get(fetch)!),
      startMs: since(request.startedAt),
      durationMs: rounded(request.endedAt - request.startedAt),
      sentBytes: request.sentBytes,
      receivedBytes: request.receivedBytes,
    })),
    denied: errors.flatMap((error) => describeDenial(error, denials)),
  };

  /** @param shapes of the objects that the node may belong to */
  function describeNode(node: PlanNode, shapes: readonly ObjectShape[]): QueryPlanNode {
    switch (node.kind) {
      case 'Sequence':
      case 'Parallel':
        return { kind: node.kind, nodes: node.nodes.map((child) => describeNode(child, shapes)) };
      case 'Flatten': {
        const { path, below } = visiblePath(node.path.map(String), shapes);
        return { kind: 'Flatten', path, node: describeNode(node.node, below) };
      }
      case 'Condition':
        return describeCondition(node, shapes);
      case 'Fetch':
        return describeFetch(node);
      case 'Defer':
        throw new Error('An explained operation defers nothing.');
    }
  }

  function describeCondition(
    { condition, ifClause, elseClause }: PlanNode & { kind: 'Condition' },
    shapes: readonly ObjectShape[],
  ): QueryPlanNode {
    const nodes = [
      ...(ifClause ? [{ holds: true, clause: ifClause }] : []),
      ...(elseClause ? [{ holds: false, clause: elseClause }] : []),
    ].map(({ holds, clause }) => ({
      kind: 'Condition' as const,
      variable: condition,
      holds,
      node: describeNode(clause, shapes),
    }));
    return nodes.length === 1 ? nodes[0]! : { kind: 'Parallel', nodes };
  }

  function describeFetch(node: FetchNode): FetchReport {
    const fetch = fetches.get(node)!;
    const { startedAt: from, endedAt: to, entities, hasFailed } = fetch;
    return {
      kind: 'Fetch',
      id: ids.get(fetch)!,
      department: node.serviceName,
      selection: visibleSelection(schema, node),
      entities: node.requires ? (entities ?? 0) : null,
      state: from === null ? 'SKIPPED' : hasFailed ? 'FAILED' : 'ANSWERED',
      startMs: from === null ? null : since(from),
      durationMs: from === null ? null : rounded(to! - from),
      isShareable: node.operationKind === 'query' && !unshared.has(node.serviceName),
    };
  }
}

/** Translates a path of the merged data to the names that the client chose. */
function visiblePath(
  path: readonly string[],
  shapes: readonly ObjectShape[],
): { path: string[]; below: readonly ObjectShape[] } {
  let below = shapes;
  const visible = path.map((element) => {
    if (element === '@') return element;
    const fields = below
      .flatMap(({ fieldsByType }) => [...fieldsByType.values()].flat())
      .filter(({ source }) => source === element);
    below = fields.flatMap(({ slot }) => {
      const { shape } = innermost(slot.shape);
      return shape.kind === 'object' ? [shape] : [];
    });
    return fields[0]?.key ?? '…';
  });
  return { path: visible, below };
}

function describeDenial(
  { path = [], extensions = {} }: GraphQLFormattedError,
  denials: Denials | undefined,
): DeniedSelection[] {
  const { coordinate, code, reason } = extensions;
  if (typeof coordinate !== 'string' || !denials?.has(coordinate)) return [];
  return [{ path, coordinate, code: String(code), reason: typeof reason === 'string' ? reason : null }];
}

/** To a tenth of a millisecond. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
