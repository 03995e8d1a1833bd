import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { Department } from '../departments/department.ts';
import { SupergraphError } from '../graph.ts';
import { createTypeTests, type TypesOf } from './plan/type-tests.ts';

/** All that executing needs to know of a supergraph. */
export interface LoadedSupergraph {
  /** What clients may ask. */
  schema: GraphQLSchema;
  apiSchema: ReturnType<Supergraph['apiSchema']>;
  planner: QueryPlanner;
  departments: ReadonlyMap<string, Department>;
  typesOf: TypesOf;
}

/** @throws SupergraphError */
export function readSupergraph(supergraphSdl: string): LoadedSupergraph {
  try {
    const supergraph = Supergraph.build(supergraphSdl);
    const apiSchema = supergraph.apiSchema();
    const departments = supergraph
      .subgraphsMetadata()
      .map(({ name, url }) => [name, { name, url: httpUrl(name, url) }] as const);
    return {
      schema: apiSchema.toGraphQLJSSchema(),
      apiSchema,
      planner: new QueryPlanner(supergraph),
      departments: new Map(departments),
      typesOf: createTypeTests(supergraph.schema.toGraphQLJSSchema()),
    };
  } catch (cause) {
    if (cause instanceof SupergraphError) throw cause;
    throw new SupergraphError(`The supergraph cannot be served: ${(cause as Error).message}`, { cause });
  }
}

/** A graph with a department that cannot be asked is refused as a whole, not found out query by query. */
function httpUrl(department: string, url: string): string {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol === 'http:' || protocol === 'https:') return url;
  throw new Error(`the department ${department} has no http address ("${url}").`);
}
