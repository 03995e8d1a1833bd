import { DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import {
  type GraphQLSchema,
  isAbstractType,
  parse,
  printSchema,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
} from 'graphql';
import { ACCESS_SPECS } from '../authorization/directive-names.ts';
import { describeAccess } from '../authorization/describe-access.ts';
import { readAccess } from '../authorization/read-access.ts';
import { searchVariablesOnce } from './linear-variables.ts';
import { readCacheControl } from '../caching/read-cache-control.ts';
import { readCosts } from '../core/read-costs.ts';
import { SupergraphError } from '../core/graph.ts';
import type { SupergraphFacts } from './planner-thread.ts';
import { divideSdl } from './build-schema.ts';
import { orderKeys } from '../query-plan/read-keys.ts';
import { readOverrideLabels } from './progressive-override.ts';
import { plannedNames } from './alias-conflicts.ts';
import { addPlaceholders, type PlaceholderAliases } from '../query-plan/placeholder-aliases.ts';
import { stringArgument } from '../core/read-directives.ts';

/**
 * Limits for the planner. Where several subgraphs could answer each of several fields, the number of plans to
 * compare multiplies. Comparing a thousand instead of the planner's ten thousand takes a fraction of the time and
 * gave plans of the same size where we measured. Fields with more paths than the second number are refused: paths
 * multiply with each level of a query, so that 100 bytes would reach the vendor's limit of 10,000 and take seconds.
 */
const LIMITS = { maxEvaluatedPlans: 1000, pathsLimit: 2_000 };

/** A supergraph as the planner needs it. It exists only in the planner's thread. */
export interface LoadedSupergraph {
  /** The API schema, with placeholder fields that no client can select. */
  apiSchema: ReturnType<Supergraph['apiSchema']>;
  planner: QueryPlanner;
  placeholders: PlaceholderAliases;
  /** Names that a plan may use itself. */
  plannedNames: ReadonlySet<string>;
  /** The facts for the request thread. */
  facts: SupergraphFacts;
}

/**
 * The features that are supported: by the stock gateway, by the compiled engine only, or by both before planning. A
 * supergraph that demands anything else is refused.
 */
const SUPPORTED = new Set([
  ...DEFAULT_SUPPORTED_SUPERGRAPH_FEATURES,
  ...ACCESS_SPECS,
  'https://specs.apollo.dev/context/v0.1',
]);

/** @throws SupergraphError */
export function readSupergraph(supergraphSdl: string): LoadedSupergraph {
  searchVariablesOnce();
  try {
    const document = orderKeys(parse(supergraphSdl, { noLocation: true }));
    const placeholders = addPlaceholders(document);
    const access = readAccess(document);
    const published = Supergraph.build(describeAccess(document, access.rules), {
      supportedFeatures: SUPPORTED,
    });
    // A field replaced by a placeholder may be unused now, which validation would reject.
    const supergraph =
      placeholders.calls.size > 0
        ? Supergraph.build(placeholders.document, { supportedFeatures: SUPPORTED, validateSupergraph: false })
        : published;
    const apiSchema = supergraph.apiSchema();
    const { calls, requirements, keys } = placeholders;
    return {
      apiSchema,
      // Fetches without fragments: planning is faster, and code that reads or changes a fetch sees everything it
      // selects.
      planner: new QueryPlanner(supergraph, {
        reuseQueryFragments: false,
        incrementalDelivery: { enableDefer: true },
        debug: LIMITS,
      }),
      placeholders,
      plannedNames: plannedNames(placeholders.document),
      facts: {
        apiSdl: divideSdl(printSchema(published.apiSchema().toGraphQLJSSchema({ includeDefer: true }))),
        subgraphs: supergraph.subgraphsMetadata().map(({ name, url }) => ({ name, url: httpUrl(name, url) })),
        possibleTypes: possibleTypesOf(supergraph.schema.toGraphQLJSSchema()),
        lookups: findLookups(document),
        placeholders: { calls, requirements, keys },
        overrides: readOverrideLabels(placeholders.document),
        costs: readCosts(document),
        caching: readCacheControl(document),
        access,
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

/**
 * A supergraph with a subgraph that cannot be reached over HTTP is refused as a whole, rather than failing query by
 * query.
 */
function httpUrl(subgraph: string, url: string): string {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol === 'http:' || protocol === 'https:') return url;
  throw new Error(`the department ${subgraph} has no http address ("${url}").`);
}

/**
 * Returns the root query fields that look up one entity, such as `enterprise(uscc:)`, as opposed to lists and
 * searches. Composition names the root `Query`, whatever the subgraphs call it.
 */
function findLookups({ definitions }: DocumentNode): string[] {
  const entities = new Set<string>();
  const fields: FieldDefinitionNode[] = [];
  for (const definition of definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    const name = definition.name.value;
    const isEntity = definition.directives?.some(
      (directive) => directive.name.value === 'join__type' && stringArgument(directive, 'key') !== undefined,
    );
    if (isEntity) entities.add(name);
    if (name === 'Query') fields.push(...(definition.fields ?? []));
  }
  return fields.filter(isLookup).map(({ name }) => name.value);

  function isLookup({ type, arguments: taken = [] }: FieldDefinitionNode): boolean {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    return taken.length > 0 && named.kind === Kind.NAMED_TYPE && entities.has(named.name.value);
  }
}
