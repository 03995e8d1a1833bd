import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import { PublicError } from '@yiwang/errors';
import { OperationTypeNode, parse } from 'graphql';
import { type Access, createAccess } from '../access/access.ts';
import { readAccess } from '../access/read-access.ts';
import { plannedNames } from '../compiled/supergraph/planned-names.ts';
import { type CostFacts, readCosts } from '../cost/read-costs.ts';
import type { DepartmentClient } from '../departments/department-client.ts';
import type { EngineOptions } from '../engine-options.ts';
import { type Graph, SupergraphError } from '../graph.ts';
import { createDepartmentSource } from './department-source.ts';
import { guardExecution } from './guard-execution.ts';
import { tidyResult } from './tidy-result.ts';
import { withoutPurpose } from './without-purpose.ts';

const NO_SUBSCRIPTIONS = new PublicError(
  'OPERATION_RESOLUTION_FAILURE',
  'This graph answers queries and mutations only.',
);

type Loaded = Pick<Graph, 'schema'> & { executor: GatewayExecutor };

/** A graph that Apollo's stock gateway answers. One gateway serves one supergraph and is never updated. */
export async function buildApolloGraph(
  supergraphSdl: string,
  client: DepartmentClient,
  { onDepartmentFault }: Pick<EngineOptions, 'onDepartmentFault'>,
): Promise<Graph> {
  // Loaded late: it brings 60 MB that a process with another engine does not need.
  const { ApolloGateway } = await import('@apollo/gateway');
  let loaded: Loaded;
  let access: Access | null;
  let names: ReadonlySet<string>;
  let costs: CostFacts;
  try {
    const document = parse(supergraphSdl, { noLocation: true });
    access = createAccess(readAccess(document));
    names = plannedNames(document);
    costs = readCosts(document);
    const gateway = new ApolloGateway({
      supergraphSdl: withoutPurpose(document),
      validateSupergraph: true,
      __exposeQueryPlanExperimental: false,
      logger: SILENT,
      buildService: ({ name, url }) =>
        createDepartmentSource({ name, url: httpUrl(name, url) }, client, onDepartmentFault),
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
      return tidyResult(await executor(request));
    }),
  };
}

/** A graph with a department that cannot be asked is refused as a whole, not found out query by query. */
function httpUrl(department: string, url: string | undefined): string {
  const protocol = url && URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol === 'http:' || protocol === 'https:') return url!;
  throw new Error(`the department ${department} has no http address ("${url ?? ''}").`);
}

function ignore(): void {}

/** The stock gateway logs what it also throws; the one who catches it logs it once. */
const SILENT = { debug: ignore, info: ignore, warn: ignore, error: ignore };
