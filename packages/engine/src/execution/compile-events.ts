import type { FetchNode } from '@apollo/query-planner';
import type { Subgraph } from '../core/subgraph.ts';
import type { SubgraphAnswer } from '../core/read-answer.ts';
import type { Run } from '../core/run.ts';
import { placeErrors } from '../subgraph-client/subgraph-errors.ts';
import { merge } from '../query-plan/merge.ts';
import { compileVariables, requestBody, requestHead } from '../query-plan/request-body.ts';
import { compilePathRewrites, compileRewrites } from '../query-plan/rewrites.ts';
import type { PlanTools } from './compile-plan.ts';

/** How a subscription's events are requested, and how each becomes the root of an answer. */
export interface EventFetch {
  subgraph: Subgraph;
  writeBody(variables: Run['variables']): string;
  /** Merges an event into an empty run; the rest of the plan continues from there. */
  receive(run: Run, event: SubgraphAnswer): void;
}

/** Compiles the first fetch of a subscription's plan. */
export function compileEvents(node: FetchNode, { subgraphs, typesOf }: PlanTools): EventFetch {
  const subgraph = subgraphs.get(node.serviceName);
  if (!subgraph) throw new Error(`The plan asks an unknown department, ${node.serviceName}.`);
  const head = requestHead(node);
  const writeVariables = compileVariables(node);
  const writeBody = (variables: Run['variables']) => requestBody(head, writeVariables({ variables }));
  const rewrite = compileRewrites(node.outputRewrites, typesOf);
  const renamePath = compilePathRewrites(node.outputRewrites);

  return {
    subgraph,
    writeBody,
    receive(run, event) {
      if (event.errors?.length) {
        const errors = placeErrors(subgraph, writeBody(run.variables), event);
        run.errors.push(
          ...errors.map(({ path, ...error }) => (path ? { ...error, path: renamePath(path) } : error)),
        );
      }
      if (!event.data) return;
      rewrite?.(event.data);
      merge(run.data, event.data);
    },
  };
}
