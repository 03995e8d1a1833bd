import { PublicError } from '@yiwang/errors';
import { documentLimitsOf, type DocumentLimitSettings } from '@yiwang/service/http';
import type { CostModel } from '../cost/cost-model.ts';
import type { OperationCost } from '../cost/document-cost.ts';
import type { ClientPolicies } from '../client-policies/client-policies.ts';
import { createDocumentCache } from './document-cache.ts';
import { notTrusted } from '../persisted-documents/find-persisted-document.ts';
import type { TrustedDocuments } from '../persisted-documents/trusted-documents.ts';
import type { Rates } from '../rate-limits/rates.ts';
import type { ParsedRequest } from '../request/request.ts';

/** The scope with which any client may read the schema. */
const INTROSPECTION_SCOPE = 'introspection';

/**
 * Makes the stage that refuses documents which would cost too much to validate and plan, whoever sends them, and operations that
 * would cost the subgraphs more than their client may spend. A document that is not GraphQL passes: Apollo Server reports where it is
 * wrong.
 *
 * @param modelOf returns the current cost model; null while there is no supergraph
 */
export function createLimitDocument(
  config: DocumentLimitSettings,
  { policies, rates, trusted }: { policies: ClientPolicies; rates: Rates; trusted: TrustedDocuments },
  modelOf: () => CostModel | null,
) {
  const checkCached = createDocumentCache(documentLimitsOf(config));

  return function limitDocument(request: ParsedRequest): Promise<ParsedRequest> | ParsedRequest {
    const { query, operationName, variables = {} } = request.params;
    if (!query) return request;
    const policy = policies.of(request.client);
    if (policy.persistedOnly && !trusted.has(request.client, query)) throw notTrusted();
    const { introspects, cost } = checkCached(query, modelOf());
    const mayReadSchema = policy.introspection || request.client.scopes.includes(INTROSPECTION_SCOPE);
    if (introspects && !mayReadSchema) {
      throw new PublicError(
        'INTROSPECTION_REFUSED',
        'Your client may not read the schema with __schema or __type. Ask the operator for the scope introspection.',
      );
    }
    const operation = cost?.of(operationName, variables);
    if (!operation) return { ...request, mayReadSchema };

    const { estimate } = operation;
    request.answerHeaders['operation-cost'] = `estimate=${estimate}`;
    if (estimate > policy.cost) refuse(operation, policy.cost);
    const limited = { ...request, mayReadSchema, cost: operation };
    if (policy.costRate === 0) return limited;
    return rates.countCost(request, estimate, policy.costRate).then(() => limited);
  };
}

function refuse({ estimate, findMostExpensive }: OperationCost, limit: number): never {
  const mostExpensive = findMostExpensive();
  const selection = mostExpensive.path.join('.');
  throw new PublicError(
    'COST_LIMIT_EXCEEDED',
    `The operation could cost ${estimate}; the limit is ${limit}. ${selection} accounts for ${mostExpensive.cost} of it: request fewer items or fewer fields, or split the operation.`,
    { details: { estimate, limit, selection, selectionCost: mostExpensive.cost } },
  );
}
