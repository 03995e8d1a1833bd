import { PublicError } from '@yiwang/errors';
import { getOperationAST, OperationTypeNode, parse, print } from 'graphql';
import { NO_READS } from '../../access/voucher.ts';
import type { OperationCache } from '../operation-cache.ts';
import type { PlanQuestion } from '../planner/plan-question.ts';
import type { OperationRequest, PreparedOperation } from '../prepare-operation.ts';
import { fragmentsOf } from '../shape/collect-fields.ts';
import { checkDefers } from './check-defers.ts';
import { deferVariables, settleDefers } from './settle-defers.ts';

/** The document is kept, which holds about as much as a plan of so many times its length. */
const NODES_PER_CHARACTER = 6;

/**
 * An operation that mentions `@defer`. What a variable decides about it makes operations of their own, of
 * which each is prepared when it is first asked for: the planner would plan all of them at once.
 *
 * @param operations remembers them, as it does any other
 * @throws PublicError when `@defer` is misused, or the operation cannot be planned
 */
export async function prepareDeferring(
  { query, operationName, overrides, refused }: PlanQuestion,
  operations: OperationCache,
): Promise<PreparedOperation> {
  // Its own: a location holds on to every token of the document.
  const document = parse(query, { noLocation: true });
  const operation = getOperationAST(document, operationName)!;
  const fragments = fragmentsOf(document);
  checkDefers(document, operation, fragments);

  const planCharacters = query.length * NODES_PER_CHARACTER;

  async function find({ conditions, inParts }: Pick<OperationRequest, 'conditions' | 'inParts'>) {
    const { labels, ...settled } = settleDefers(operation, fragments, conditions);
    const isNumbered = labels.size > 0;
    if (isNumbered && !inParts) throw notAcceptable();
    const settledQuestion = { query: print(settled.document), operationName, overrides, refused, isNumbered };
    const { prepared } = await operations.prepare(settledQuestion, settled.document, settled.operation);
    return { labels, prepared };
  }

  if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
    return (await find({ conditions: {}, inParts: false })).prepared;
  }
  if (deferVariables(operation, fragments).length > 0) {
    return {
      isForOne: true,
      departments: new Map(),
      reads: NO_READS,
      planCharacters,
      basis: null,
      events: null,
      async run(request) {
        const { labels, prepared } = await find(request);
        return prepared.run({ ...request, labels });
      },
    };
  }
  const { labels, prepared } = await find({ conditions: {}, inParts: true });
  return {
    isForOne: true,
    departments: new Map(),
    reads: NO_READS,
    planCharacters,
    basis: null,
    events: null,
    async run(request) {
      if (labels.size > 0 && !request.inParts) throw notAcceptable();
      return prepared.run({ ...request, labels });
    },
  };
}

/** As other servers do: a client that reads one answer only would take the first part for all of it. */
function notAcceptable(): PublicError {
  return new PublicError(
    'NOT_ACCEPTABLE',
    'The operation has deferred parts (@defer), which are sent as multipart/mixed: POST it with the header "accept: multipart/mixed; deferSpec=20220824, application/json".',
  );
}
