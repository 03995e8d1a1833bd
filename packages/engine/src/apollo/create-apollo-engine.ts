import { createSubgraphClient, type SubgraphClient } from '../subgraph-client/subgraph-client.ts';
import { createEngine, type Engine, ignoreVendorEnvironment } from '../core/engine.ts';
import type { EngineOptions } from '../core/engine-options.ts';
import type { GatewayExecutor, GatewayExecutionResult } from '@apollo/server-gateway-interface';
import { PublicError, type ErrorCode } from '@yiwang/errors';
import {
  OperationTypeNode,
  parse,
  type ConstDirectiveNode,
  type DocumentNode,
  print,
  visit,
  GraphQLError,
} from 'graphql';
import { type Access, createAccess } from '../authorization/access.ts';
import { describeAccess } from '../authorization/describe-access.ts';
import { readAccess } from '../authorization/read-access.ts';
import { plannedNames } from '../planning/alias-conflicts.ts';
import { type CostFacts, readCosts } from '../core/read-costs.ts';
import { type Graph, SupergraphError } from '../core/graph.ts';
import { createSubgraphSource } from './subgraph-source.ts';
import { guardExecution } from './guard-execution.ts';
import { searchVariablesOnce } from '../planning/linear-variables.ts';
import { isAccessLink } from '../authorization/directive-names.ts';

/**
 * Creates an engine that plans and executes with Apollo's stock gateway.
 *
 * @throws SupergraphError when the supergraph is bad
 */
export async function createApolloEngine(options: EngineOptions): Promise<Engine> {
  ignoreVendorEnvironment(process.env);
  const client = createSubgraphClient(options);
  try {
    return await createEngine({
      supergraphSdl: options.supergraphSdl,
      build: (supergraphSdl) => buildApolloGraph(supergraphSdl, client, options),
      close: () => client.close(),
      subgraphStates: client.states,
    });
  } catch (error) {
    await client.close();
    throw error;
  }
}

const NO_SUBSCRIPTIONS = new PublicError(
  'OPERATION_RESOLUTION_FAILURE',
  'This graph answers queries and mutations only.',
);

type Loaded = Pick<Graph, 'schema'> & { executor: GatewayExecutor };

/** Builds a graph that Apollo's stock gateway answers. One gateway serves one supergraph and is never updated. */
async function buildApolloGraph(
  supergraphSdl: string,
  client: SubgraphClient,
  { onSubgraphFault }: Pick<EngineOptions, 'onSubgraphFault'>,
): Promise<Graph> {
  // Imported on demand, because it takes 60 MB that a process with the other engine does not need.
  const { ApolloGateway } = await import('@apollo/gateway');
  searchVariablesOnce();
  let loaded: Loaded;
  let access: Access | null;
  let names: ReadonlySet<string>;
  let costs: CostFacts;
  try {
    const document = parse(supergraphSdl, { noLocation: true });
    const facts = readAccess(document);
    access = createAccess(facts);
    names = plannedNames(document);
    costs = readCosts(document);
    const gateway = new ApolloGateway({
      supergraphSdl: withoutPurpose(describeAccess(document, facts.rules)),
      validateSupergraph: true,
      __exposeQueryPlanExperimental: false,
      logger: SILENT,
      buildService: ({ name, url }) =>
        createSubgraphSource({ name, url: httpUrl(name, url) }, client, onSubgraphFault),
    });
    loaded = await gateway.load();
  } catch (error) {
    throw new SupergraphError(`The supergraph cannot be served: ${(error as Error).message}`, {
      cause: error,
    });
  }

  const { schema, executor } = loaded;
  return {
    schema,
    costs,
    execute: guardExecution(access, schema, names, async (request) => {
      if (request.operation.operation === OperationTypeNode.SUBSCRIPTION)
        return { errors: [NO_SUBSCRIPTIONS] };
      return cleanResult(await executor(request));
    }),
  };
}

/**
 * A supergraph with a subgraph that cannot be reached over HTTP is refused as a whole, rather than failing query by
 * query.
 */
function httpUrl(subgraph: string, url: string | undefined): string {
  const protocol = url && URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol === 'http:' || protocol === 'https:') return url!;
  throw new Error(`the department ${subgraph} has no http address ("${url ?? ''}").`);
}

function ignore(): void {}

/** The stock gateway also logs what it throws; the code that catches it logs it once. */
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/**
 * Prepares a supergraph for the stock gateway, which would refuse one that demands security features it does not
 * support. We enforce those ourselves.
 */
function withoutPurpose(supergraph: DocumentNode): string {
  return print(
    visit(supergraph, {
      Directive: (directive) => {
        if (!isAccessLink(directive as ConstDirectiveNode)) return undefined;
        return { ...directive, arguments: directive.arguments?.filter(({ name }) => name.value !== 'for') };
      },
    }),
  );
}

/**
 * Cleans a result of the stock gateway: its errors become those that {@link Graph.execute} promises, and nulls that
 * it mentions only in an extension become errors.
 */
function cleanResult({ data, errors, extensions }: GatewayExecutionResult): GatewayExecutionResult {
  const contractErrors = (extensions?.['valueCompletion'] ?? []) as GraphQLError[];
  const all = [...(errors ?? []).map(cleanError), ...contractErrors.map(contractError)];
  return {
    ...(data === undefined ? {} : { data }),
    ...(all.length > 0 ? { errors: all } : {}),
  };
}

function cleanError(error: unknown): GraphQLError {
  if (!(error instanceof GraphQLError)) {
    return new GraphQLError('A fetch failed.', { originalError: error as Error });
  }
  const { serviceName, ...extensions } = error.extensions;
  // The stock gateway adds the subgraph's name to its errors, and attaches the subgraph's own error as if it were
  // an internal fault.
  if (serviceName !== undefined) return new GraphQLError(error.message, { path: error.path, extensions });
  return error;
}

function contractError({ message, path }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    path,
    extensions: { code: 'DEPARTMENT_CONTRACT_BROKEN' satisfies ErrorCode },
  });
}
