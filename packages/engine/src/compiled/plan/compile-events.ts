import type { FetchNode } from '@apollo/query-planner';
import type { Department } from '../../departments/department.ts';
import type { DepartmentAnswer } from '../../departments/read-answer.ts';
import type { Run } from '../run.ts';
import { placeErrors } from './fetch-errors.ts';
import { merge } from './merge.ts';
import { compileVariables, requestBody, requestHead } from './request-body.ts';
import { compilePathRewrites, compileRewrites } from './rewrites.ts';
import type { PlanTools } from './compile-plan.ts';

/** How a subscription's events come, and how each becomes the root of an answer. */
export interface EventFetch {
  department: Department;
  writeBody(variables: Run['variables']): string;
  /** Merges an event into a run that is still empty; the rest of the plan goes on from there. */
  receive(run: Run, event: DepartmentAnswer): void;
}

/** The first fetch of a subscription's plan. */
export function compileEvents(node: FetchNode, { departments, typesOf }: PlanTools): EventFetch {
  const department = departments.get(node.serviceName);
  if (!department) throw new Error(`The plan asks an unknown department, ${node.serviceName}.`);
  const head = requestHead(node);
  const writeVariables = compileVariables(node);
  const writeBody = (variables: Run['variables']) => requestBody(head, writeVariables({ variables }));
  const rewrite = compileRewrites(node.outputRewrites, typesOf);
  const renamePath = compilePathRewrites(node.outputRewrites);

  return {
    department,
    writeBody,
    receive(run, event) {
      if (event.errors?.length) {
        const errors = placeErrors(department, writeBody(run.variables), event);
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
