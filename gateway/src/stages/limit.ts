import type { TextRequest } from '@yiwang/engine';
import { PublicError } from '@yiwang/errors';
import type { GatewayConfig } from '../config.ts';
import type { CostModel } from '../cost/cost-model.ts';
import type { OperationCost, Variables } from '../cost/document-cost.ts';
import type { Limits } from '../limits/create-limits.ts';
import { createKnownDocuments } from '../limits/known-documents.ts';
import { notTrusted } from '../persisted/persisted-operations.ts';
import type { Readable, Stages } from '../pipeline.ts';
import { readPlainSearch } from './read.ts';

/** Lets any client read the schema. */
const INTROSPECTION_SCOPE = 'introspection';

type Settings = Pick<GatewayConfig, Extract<keyof GatewayConfig, `OPERATION_MAX_${string}`>>;

/**
 * Stage 4 of 5. Refuses a document that would cost too much to validate and to plan, whoever sends it, and an operation
 * that would cost the departments more than its client may spend. A document that is not GraphQL passes: Apollo Server
 * says so with its place.
 *
 * @param modelOf what costs are reckoned by now; null while there is no graph
 */
export function createLimit(
  config: Settings,
  { policies, rates, trusted }: Pick<Limits, 'policies' | 'rates' | 'trusted'>,
  modelOf: () => CostModel | null,
): Stages['limit'] {
  const know = createKnownDocuments({
    maxTokens: config.OPERATION_MAX_TOKENS,
    maxDepth: config.OPERATION_MAX_DEPTH,
    maxFields: config.OPERATION_MAX_FIELDS,
    maxAliases: config.OPERATION_MAX_ALIASES,
    maxRootFields: config.OPERATION_MAX_ROOT_FIELDS,
    maxSameField: config.OPERATION_MAX_SAME_FIELD,
    maxDirectives: config.OPERATION_MAX_DIRECTIVES,
    maxOperations: config.OPERATION_MAX_OPERATIONS,
  });

  return function limit(request: Readable): Promise<Readable> | Readable {
    if (!request.source) return request;
    const policy = policies.of(request.client);
    if (policy.persistedOnly && !trusted.has(request.client, request.source)) throw notTrusted();
    const { introspects, cost } = know(request.source, modelOf());
    const mayReadSchema = policy.introspection || request.client.scopes.includes(INTROSPECTION_SCOPE);
    if (introspects && !mayReadSchema) {
      throw new PublicError('INTROSPECTION_REFUSED', 'You may not read the schema with __schema or __type.');
    }
    const { operationName, variables = {} } = operationOf(request);
    const operation = cost?.of(operationName, variables);
    if (!operation) return { ...request, mayReadSchema };

    const { estimate } = operation;
    request.answerHeaders['operation-cost'] = `estimate=${estimate}`;
    if (estimate > policy.cost) refuse(operation, policy.cost);
    const admitted = { ...request, mayReadSchema, cost: operation };
    if (policy.costRate === 0) return admitted;
    return rates.countCost(request, estimate, policy.costRate).then(() => admitted);
  };
}

function refuse({ estimate, findDearest }: OperationCost, limit: number): never {
  const dearest = findDearest();
  const selection = dearest.path.join('.');
  throw new PublicError(
    'COST_LIMIT_EXCEEDED',
    `The operation could cost ${estimate}; the limit is ${limit}. Of that, ${selection} makes ${dearest.cost}: ask for fewer of it, or for less inside, or in several operations.`,
    { details: { estimate, limit, selection, selectionCost: dearest.cost } },
  );
}

/** What is to be run, where the request says so in the usual form. */
function operationOf(request: Readable): Pick<TextRequest, 'operationName' | 'variables'> {
  if (request.plain) return request.plain;
  if (request.method === 'GET') return readPlainSearch(request) ?? {};
  const { operationName, variables } = (request.body ?? {}) as Record<string, unknown>;
  return {
    ...(typeof operationName === 'string' && { operationName }),
    ...(typeof variables === 'object' && variables !== null && { variables: variables as Variables }),
  };
}
