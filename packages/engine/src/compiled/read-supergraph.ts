import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, parse, printSchema } from 'graphql';
import { ACCESS_SPECS } from '../access/directive-names.ts';
import { readAccess } from '../access/read-access.ts';
import { readCosts } from '../cost/read-costs.ts';
import { SupergraphError } from '../graph.ts';
import type { SupergraphFacts } from './planner/messages.ts';
import { findLookups } from './supergraph/find-lookups.ts';
import { divideSdl } from './supergraph/build-schema.ts';
import { orderKeys } from './supergraph/order-keys.ts';
import { readOverrideLabels } from './supergraph/override-labels.ts';
import { plannedNames } from './supergraph/planned-names.ts';
import { addStandIns, type StandIns } from './supergraph/stand-ins.ts';

/**
 * Where several departments could answer each of several fields, the plans to compare multiply. A thousand
 * of them, not the planner's ten thousand, take a fraction of the time, and had plans of the same size where it was
 * measured. A field with more ways to it than the second number is refused.
 */
const LIMITS = { maxEvaluatedPlans: 1000, pathsLimit: 10_000 };

/** A supergraph as the planner needs it. Only the planner's thread holds one. */
export interface LoadedSupergraph {
  /** What clients may ask, with fields of our own that no client can ask for. */
  apiSchema: ReturnType<Supergraph['apiSchema']>;
  planner: QueryPlanner;
  standIns: StandIns;
  /** Names that a plan may use on its own. */
  plannedNames: ReadonlySet<string>;
  /** For the request thread. */
  facts: SupergraphFacts;
}

/**
 * What the stock gateway carries out, what only the compiled engine does, and what both do before they plan. All else that a
 * supergraph demands is refused.
 */
const SUPPORTED = new Set([
  ...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  ...ACCESS_SPECS,
  'https://specs.apollo.dev/context/v0.1',
]);

/** @throws SupergraphError */
export function readSupergraph(supergraphSdl: string): LoadedSupergraph {
  try {
    const document = orderKeys(parse(supergraphSdl, { noLocation: true }));
    const standIns = addStandIns(document);
    const published = Supergraph.build(document, { supportedFeatures: SUPPORTED });
    // What a stand-in replaced may have no use any more, which validation would refuse.
    const supergraph =
      standIns.calls.size > 0
        ? Supergraph.build(standIns.document, { supportedFeatures: SUPPORTED, validateSupergraph: false })
        : published;
    const apiSchema = supergraph.apiSchema();
    const { calls, requirements, keys } = standIns;
    return {
      apiSchema,
      // Fetches without fragments: planning is faster, and whoever reads or changes a fetch sees all it asks for.
      planner: new QueryPlanner(supergraph, {
        reuseQueryFragments: false,
        incrementalDelivery: { enableDefer: true },
        debug: LIMITS,
      }),
      standIns,
      plannedNames: plannedNames(standIns.document),
      facts: {
        apiSdl: divideSdl(printSchema(published.apiSchema().toGraphQLJSSchema({ includeDefer: true }))),
        departments: supergraph
          .subgraphsMetadata()
          .map(({ name, url }) => ({ name, url: httpUrl(name, url) })),
        possibleTypes: possibleTypesOf(supergraph.schema.toGraphQLJSSchema()),
        lookups: findLookups(document),
        standIns: { calls, requirements, keys },
        overrides: readOverrideLabels(standIns.document),
        costs: readCosts(document),
        access: readAccess(document),
      },
    };
  } catch (cause) {
    if (cause instanceof SupergraphError) throw cause;
    throw new SupergraphError(`The supergraph cannot be served: ${(cause as Error).message}`, { cause });
  }
}

function possibleTypesOf(schema: GraphQLSchema): Map<string, string[]> {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return new Map(abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]));
}

/** A graph with a department that cannot be asked is refused as a whole, not found out query by query. */
function httpUrl(department: string, url: string): string {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol === 'http:' || protocol === 'https:') return url;
  throw new Error(`the department ${department} has no http address ("${url}").`);
}
