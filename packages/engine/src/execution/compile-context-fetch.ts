import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLFormattedError } from 'graphql';
import type { Subgraph } from '../core/subgraph.ts';
import type { Json, Run, Step } from '../core/run.ts';
import { compileEntityFetch, compileRootFetch, type EntityTools } from './compile-fetch.ts';
import { compileContextValues } from '../query-plan/context-values.ts';
import { findAncestors, type Found, type DataPath, type PlanPath } from './find-entities.ts';

/** The path of a group's entities in the data that the group's fetch gets. */
const GROUP: PlanPath = ['group', '@'];

interface Group {
  /** The variables set by the objects above these entities. */
  values: Json;
  entities: Json[];
  /** Paths in the client's answer. */
  paths: DataPath[];
}

/**
 * Compiles a fetch whose arguments come partly from the objects above its entities (`@fromContext`).
 *
 * Entities with different values above them are fetched separately, even when they are the same entity: a request
 * has one value for each variable, and each place gets its own answer.
 */
export function compileContextFetch(
  { contextRewrites = [], ...node }: FetchNode,
  subgraph: Subgraph,
  path: PlanPath,
  tools: EntityTools,
): Step {
  const valuesOf = compileContextValues(contextRewrites, tools.typesOf);
  if (!node.requires) {
    const fetchRoot = compileRootFetch(node, subgraph, path, tools);
    return (run) => fetchRoot({ ...run, variables: { ...run.variables, ...valuesOf([run.data]) } });
  }
  // All groups have the same path, each in its own data, so they must not share written references.
  const fetchGroup = compileEntityFetch(node, subgraph, GROUP, tools, false);

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
      const signature = JSON.stringify(values);
      let group = groups.get(signature);
      if (!group) {
        group = { values, entities: [], paths: [] };
        groups.set(signature, group);
      }
      group.entities.push(ancestors.at(-1)!);
      group.paths.push(at);
    }
    return [...groups.values()];
  }
}

/** Maps `['group', number, …]` to the path in the client's answer. */
function relocate(error: GraphQLFormattedError, paths: readonly DataPath[]): GraphQLFormattedError {
  const [, number, ...rest] = error.path ?? [];
  return typeof number === 'number' ? { ...error, path: [...paths[number]!, ...rest] } : error;
}
