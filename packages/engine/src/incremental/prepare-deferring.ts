import { PublicError } from '@yiwang/errors';
import { getOperationAST, OperationTypeNode, parse, print } from 'graphql';
import { NO_READS } from '../core/assertion-provider.ts';
import type { OperationCache } from '../prepared-operation/operation-cache.ts';
import type { PlanRequest } from '../core/plan-request.ts';
import type { Requester } from '../core/caller.ts';
import type { OperationRequest, PreparedOperation } from '../prepared-operation/prepare-operation.ts';
import { fragmentsOf } from '../response-shape/collect-fields.ts';
import { checkDefers, deferVariables, normalizeDefers } from './normalize-defers.ts';

/** The document is kept in memory, which takes about as much as a plan this many times its length. */
const NODES_PER_CHARACTER = 6;

/**
 * Prepares an operation that contains `@defer`. Each outcome of the variables in its conditions is an operation of
 * its own, prepared on first use, because the planner would plan all of them at once.
 *
 * @param operations caches them, like any other
 * @throws PublicError when `@defer` is misused, or the operation cannot be planned
 */
export async function prepareDeferring(
  { query, operationName, overrides, denied, given }: PlanRequest,
  operations: OperationCache,
  requester: Requester | undefined,
): Promise<PreparedOperation> {
  // Parsed again without locations, which retain every token of the document.
  const document = parse(query, { noLocation: true });
  const operation = getOperationAST(document, operationName)!;
  const fragments = fragmentsOf(document);
  checkDefers(document, operation, fragments);

  /** Of an operation that runs another one. */
  const delegating = {
    isForOne: true,
    subgraphs: new Map(),
    reads: NO_READS,
    planCharacters: query.length * NODES_PER_CHARACTER,
    fingerprint: null,
    caching: null,
    events: null,
  };

  async function find({
    conditions,
    inParts,
    requester: asking = requester,
  }: Pick<OperationRequest, 'conditions' | 'inParts' | 'requester'>) {
    const { labels, ...normalized } = normalizeDefers(operation, fragments, conditions);
    const isNumbered = labels.size > 0;
    if (isNumbered && !inParts) throw notAcceptable();
    const asked = { query: print(normalized.document), operationName };
    const normalizedPlanRequest = { ...asked, overrides, denied, given, isNumbered };
    const { prepared } = await operations.prepare(
      normalizedPlanRequest,
      normalized.document,
      normalized.operation,
      asking,
    );
    return { labels, prepared };
  }

  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    return (await find({ conditions: {}, inParts: false })).prepared;
  }
  if (deferVariables(operation, fragments).length > 0) {
    return {
      ...delegating,
      async run(request) {
        const { labels, prepared } = await find(request);
        return prepared.run({ ...request, labels });
      },
    };
  }
  const { labels, prepared } = await find({ conditions: {}, inParts: true });
  return {
    ...delegating,
    async run(request) {
      if (labels.size > 0 && !request.inParts) throw notAcceptable();
      return prepared.run({ ...request, labels });
    },
  };
}

/** Refused as in other servers: a client that reads only one answer would take the first part for all of it. */
function notAcceptable(): PublicError {
  return new PublicError(
    'NOT_ACCEPTABLE',
    'The operation has deferred parts (@defer), which are sent as multipart/mixed: send the header "accept: multipart/mixed; deferSpec=20220824, application/json", or incrementalSpec=v0.2 for the newer format.',
  );
}
