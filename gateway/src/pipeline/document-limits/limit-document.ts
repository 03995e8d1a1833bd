import { PublicError } from '@yiwang/errors';
import { documentLimitsOf, type DocumentLimitSettings } from '@yiwang/service/http';
import type { CostModel } from '../cost/cost-model.ts';
import type { OperationCost } from '../cost/document-cost.ts';
import { type CostEstimate, describeCost } from '../cost/estimate-cost.ts';
import type { ClientPolicies } from '../client-policies/client-policies.ts';
import { createDocumentCache } from './document-cache.ts';
import { notTrusted } from '../persisted-documents/find-persisted-document.ts';
import type { TrustedDocuments } from '../persisted-documents/trusted-documents.ts';
import type { Rates } from '../rate-limits/rates.ts';
import type { ParsedRequest } from '../request/request.ts';

/** The scope with which any client may read the schema. */
const INTROSPECTION_SCOPE = 'introspection';

export interface DocumentStages {
  limitDocument(request: ParsedRequest): Promise<ParsedRequest> | ParsedRequest;
  /** Counts nothing of the client's cost rate. Null when the request has no such operation. */
  estimateCost(request: ParsedRequest): CostEstimate | null;
}

/**
 * Makes the stage that refuses documents which would cost too much to validate and plan, whoever sends them, and operations that
 * would cost the subgraphs more than their client may spend. A document that is not GraphQL passes: Apollo Server reports where it is
 * wrong. With it comes the function that only estimates.
 *
 * @param modelOf returns the current cost model; null while there is no supergraph
 */
export function createDocumentStages(
  config: DocumentLimitSettings,
  { policies, rates, trusted }: { policies: ClientPolicies; rates: Rates; trusted: TrustedDocuments },
  modelOf: () => CostModel | null,
): DocumentStages {
  const checkCached = createDocumentCache(documentLimitsOf(config));

  /** @throws PublicError for a document that this client may not send, whoever pays */
  function check({ client, params: { query, operationName, variables = {} } }: ParsedRequest) {
    const policy = policies.of(client);
    if (policy.persistedOnly && !trusted.has(client, query)) throw notTrusted();
    const { introspects, cost } = checkCached(query, modelOf());
    return { policy, introspects, operation: cost?.of(operationName, variables) };
  }

  function limitDocument(request: ParsedRequest): Promise<ParsedRequest> | ParsedRequest {
    if (!request.params.query) return request;
    const { policy, introspects, operation } = check(request);
    const mayReadSchema = policy.introspection || request.client.scopes.includes(INTROSPECTION_SCOPE);
    if (introspects && !mayReadSchema) {
      throw new PublicError(
        'INTROSPECTION_REFUSED',
        'Your client may not read the schema with __schema or __type. Ask the operator for the scope introspection.',
      );
    }
    if (!operation) return { ...request, mayReadSchema };

    const { estimate } = operation;
    request.answerHeaders['operation-cost'] = `estimate=${estimate}`;
    if (estimate > policy.cost) refuse(operation, policy.cost);
    const limited = { ...request, mayReadSchema, cost: operation };
    if (policy.costRate === 0) return limited;
    return rates.countCost(request, estimate, policy.costRate).then(() => limited);
  }

  return {
    limitDocument,
    estimateCost(request) {
      const { policy, operation } = check(request);
      return operation ? describeCost(operation, policy.cost) : null;
    },
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
