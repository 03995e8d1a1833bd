import { Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type GraphQLSchema, parse } from 'graphql';
import type { Department } from '../departments/department.ts';
import { SupergraphError } from '../graph.ts';
import { createTypeTests, type TypesOf } from './plan/type-tests.ts';
import { orderKeys } from './supergraph/order-keys.ts';
import { plannedNames } from './supergraph/planned-names.ts';
import { addStandIns, type StandIns } from './supergraph/stand-ins.ts';

/** All that executing needs to know of a supergraph. */
export interface LoadedSupergraph {
  /** What clients may ask. */
  schema: GraphQLSchema;
  /** As `schema`, for the planner, with fields of its own that no client can ask for. */
  apiSchema: ReturnType<Supergraph['apiSchema']>;
  planner: QueryPlanner;
  departments: ReadonlyMap<string, Department>;
  typesOf: TypesOf;
  standIns: StandIns;
  /** Names that a plan may use on its own. */
  plannedNames: ReadonlySet<string>;
}

/** @throws SupergraphError */
export function readSupergraph(supergraphSdl: string): LoadedSupergraph {
  try {
    const document = orderKeys(parse(supergraphSdl, { noLocation: true }));
    const standIns = addStandIns(document);
    const published = Supergraph.build(document);
    // What a stand-in replaced may have no use any more, which validation would refuse.
    const supergraph =
      standIns.calls.size > 0
        ? Supergraph.build(standIns.document, { validateSupergraph: false })
        : published;
    const apiSchema = supergraph.apiSchema();
    const departments = supergraph
      .subgraphsMetadata()
      .map(({ name, url }) => [name, { name, url: httpUrl(name, url) }] as const);
    return {
      schema: published.apiSchema().toGraphQLJSSchema(),
      apiSchema,
      // Fetches without fragments: planning is faster, and whoever reads or changes a fetch sees all it asks for.
      planner: new QueryPlanner(supergraph, { reuseQueryFragments: false }),
      departments: new Map(departments),
      typesOf: createTypeTests(supergraph.schema.toGraphQLJSSchema()),
      standIns,
      plannedNames: plannedNames(standIns.document),
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
