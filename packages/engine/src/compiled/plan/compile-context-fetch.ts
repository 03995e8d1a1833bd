import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLFormattedError } from 'graphql';
import type { Department } from '../../departments/department.ts';
import type { Json, Run, Step } from '../run.ts';
import { compileEntityFetch, compileRootFetch, type EntityTools } from './compile-fetch.ts';
import { compileContextValues } from './context-values.ts';
import { findAncestors, type Found } from './find-ancestors.ts';
import type { DataPath, PlanPath } from './find-entities.ts';

/** Where the entities of one group stand in the data that the fetch of the group is given. */
const GROUP: PlanPath = ['group', '@'];

interface Group {
  /** The variables that the objects above these entities decide. */
  values: Json;
  entities: Json[];
  /** In the client's answer. */
  paths: DataPath[];
}

/**
 * A fetch some of whose arguments are set from the objects above them (`@fromContext`).
 *
 * Entities above which the values differ are asked for apart, even when they are the same entity: one request has one
 * value for each variable, and each place gets the answer to its own.
 */
export function compileContextFetch(
  { contextRewrites = [], ...node }: FetchNode,
  department: Department,
  path: PlanPath,
  tools: EntityTools,
): Step {
  const valuesOf = compileContextValues(contextRewrites, tools.typesOf);
  if (!node.requires) {
    const fetchRoot = compileRootFetch(node, department, path, tools);
    return (run) => fetchRoot({ ...run, variables: { ...run.variables, ...valuesOf([run.data]) } });
  }
  // All groups stand at one place of their own data: what one has written is not what another would write.
  const fetchGroup = compileEntityFetch(node, department, GROUP, tools, false);

  return async (run) => {
    const groups = groupByValues(findAncestors(run.data, path));
    await Promise.all(groups.map((group) => runGroup(run, group)));
  };

  async function runGroup(run: Run, { values, entities, paths }: Group): Promise<void> {
    const errors: GraphQLFormattedError[] = [];
    const variables = { ...run.variables, ...values };
    await fetchGroup({ ...run, data: { group: entities }, errors, variables });
    run.errors.push(...errors.map((error) => relocate(error, paths)));
  }

  function groupByValues(found: readonly Found[]): Group[] {
    const groups = new Map<string, Group>();
    for (const { ancestors, path: at } of found) {
      const values = valuesOf(ancestors);
      const likeness = JSON.stringify(values);
      let group = groups.get(likeness);
      if (!group) {
        group = { values, entities: [], paths: [] };
        groups.set(likeness, group);
      }
      group.entities.push(ancestors.at(-1)!);
      group.paths.push(at);
    }
    return [...groups.values()];
  }
}

/** From `['group', number, …]` to the place in the client's answer. */
function relocate(error: GraphQLFormattedError, paths: readonly DataPath[]): GraphQLFormattedError {
  const [, number, ...rest] = error.path ?? [];
  return typeof number === 'number' ? { ...error, path: [...paths[number]!, ...rest] } : error;
}
