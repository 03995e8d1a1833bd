import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import { isPublicError, PublicError } from '@yiwang/errors';
import { GraphQLError, print } from 'graphql';
import type { Authorization, Authorize } from '../authorization/authorize-operation.ts';
import type { Denials } from '../authorization/denial-errors.ts';
import type { Caller } from '../core/caller.ts';
import { Cancellation } from '../core/cancellation.ts';
import type { EngineContext } from '../core/engine-options.ts';
import type { Graph, TextAnswer, TextRequest } from '../core/graph.ts';
import type { Explain } from '../explain/explain-operation.ts';
import { withoutDefer } from '../explain/without-defer.ts';
import type { ChooseOverrides } from '../planning/progressive-override.ts';
import type { CachedOperation, OperationCache } from '../prepared-operation/operation-cache.ts';
import type { PlanRequest } from '../core/plan-request.ts';
import type { AnswersFromCache } from './answer-from-cache.ts';
import type { Start } from './share-answers.ts';
import type { Subscriptions } from '../subscriptions/subscriptions.ts';

const NO_STREAM = new PublicError(
  'OPERATION_RESOLUTION_FAILURE',
  'A subscription is answered over WebSocket, or as text/event-stream.',
);

type AnswerRequest = Pick<
  TextRequest,
  'variables' | 'signal' | 'inParts' | 'caller' | 'isSafe' | 'requester'
>;

export interface CompiledGraph extends Graph {
  operations: OperationCache;
}

interface CompiledGraphParts extends Pick<CompiledGraph, 'schema' | 'costs' | 'operations'> {
  /** Null for a supergraph without restrictions. */
  authorize: Authorize | null;
  /** Null for a supergraph without labels. */
  chooseOverrides: ChooseOverrides | null;
  answers: AnswersFromCache;
  subscriptions: Subscriptions;
  explain: Explain;
  retire(): void;
}

/** Answers the operations of one graph: authorizes the caller, chooses overrides, finds the operation and runs it. */
export function createCompiledGraph({
  schema,
  costs,
  operations,
  authorize,
  chooseOverrides,
  answers,
  subscriptions,
  explain,
  retire,
}: CompiledGraphParts): CompiledGraph {
  function planRequestOf<Asked extends PlanRequest>(asked: Asked): Asked | PlanRequest {
    if (chooseOverrides === null) return asked;
    const { query, operationName } = asked;
    return { query, operationName, overrides: chooseOverrides(query) };
  }

  /** Returns undefined when nothing is denied and no variable reads restricted data. */
  function authorizationOf(
    { query, operationName }: PlanRequest,
    variables: TextRequest['variables'],
    caller: Caller,
  ): Authorization | undefined {
    return authorize?.(query, operationName, variables, caller);
  }

  /** Returns the plan request when the caller or the variables influence the plan. */
  function planRequestFor(
    { denials, given }: Authorization,
    { query, operationName }: PlanRequest,
  ): PlanRequest {
    return { ...planRequestOf({ query, operationName }), denied: denials && [...denials.keys()], given };
  }

  return {
    schema,
    costs,
    operations,
    usesMandates: (query, operationName) => authorize?.usesMandates(query, operationName) ?? false,
    answer(request) {
      const authorized = request.caller && authorizationOf(request, request.variables, request.caller);
      const planRequest = authorized ? planRequestFor(authorized, request) : planRequestOf(request);
      const found = operations.find(planRequest, request.requester);
      if (found instanceof Promise) {
        return found.then((operation) => operation && run(answers, operation, request, authorized?.denials));
      }
      return found && run(answers, found, request, authorized?.denials);
    },
    async explain(request) {
      const asked = { ...request, query: withoutDefer(request.query) };
      const { caller } = asked;
      const authorized = caller && authorizationOf(asked, asked.variables, caller);
      const planRequest = authorized ? planRequestFor(authorized, asked) : planRequestOf(asked);
      return explain(asked, planRequest, authorized?.denials);
    },
    async subscribe(request) {
      const { variables = {}, signal, caller, requester } = request;
      const authorized = caller && authorizationOf(request, variables, caller);
      const denials = authorized?.denials;
      const planRequest = authorized ? planRequestFor(authorized, request) : planRequestOf(request);
      const operation = await operations.find(planRequest, requester);
      if (!operation?.isSubscription) return null;
      const { prepared, coerce } = operation;
      const conditions = coerce(variables);
      if (!conditions) return null;
      if (!prepared.events) return refuseSubscription(denials);
      return subscriptions.start(prepared, prepared.events, {
        variables,
        conditions,
        signal,
        caller,
        denials,
        requester,
      });
    },
    async execute({ document, source, operation, request, context }): Promise<GatewayExecutionResult> {
      const { signal, caller, requester, onReads } = context as EngineContext;
      const asked = { query: source ?? print(document), operationName: request.operationName };
      const answer = await catchPublicError(async () => {
        const authorized = caller && authorizationOf(asked, request.variables, caller);
        const planRequest = authorized ? planRequestFor(authorized, asked) : planRequestOf(asked);
        const cached = await operations.prepare(planRequest, document, operation, requester);
        if (cached.isSubscription) throw NO_STREAM;
        // checkOperation has validated the variables.
        return run(
          answers,
          cached,
          { variables: request.variables, signal, caller, requester },
          authorized?.denials,
        )!;
      });
      if (isPublicError(answer)) return { errors: [answer] };
      const { data, errors, reads } = answer;
      if (reads) onReads?.(reads);
      return {
        data: JSON.parse(data),
        ...(errors.length
          ? { errors: errors.map(({ message, ...rest }) => new GraphQLError(message, rest)) }
          : {}),
      };
    },
    retire,
  };
}

/** Returns null when the variables do not fit, for a subscription, and for a mutation in a safe request. */
function run(
  answers: AnswersFromCache,
  { isQuery, isSubscription, prepared, coerce }: CachedOperation,
  { variables = {}, signal, inParts = false, caller, isSafe, requester }: AnswerRequest,
  denials: Denials | undefined,
): Promise<TextAnswer> | null {
  const conditions = isSubscription || (isSafe && !isQuery) ? null : coerce(variables);
  if (!conditions) return null;
  // A mutation runs in the subgraph whether anyone waits or not.
  if (!isQuery) {
    return prepared
      .run({ variables, conditions, cancellation: undefined, inParts, caller, denials })
      .finally(() => answers.noteMutation(caller, requester));
  }
  const notBefore = answers.lastChangeOf(caller);
  if (prepared.isForOne) {
    const cancellation = Cancellation.of(signal);
    const asked = { variables, conditions, cancellation, inParts, caller, denials, requester };
    return prepared.run({ ...asked, notBefore });
  }
  const start: Start = (cancellation) =>
    prepared.run({ variables, conditions, cancellation, caller, denials, notBefore });
  return answers.ask(prepared, variables, caller, signal, start);
}

/** @throws PublicError with the denial of its field */
function refuseSubscription(denials: Denials | undefined): null {
  const [denial] = denials?.values() ?? [];
  if (!denial) return null;
  throw new PublicError(denial.code, denial.message, { details: denial.extensions });
}

async function catchPublicError<Value>(make: () => Promise<Value>): Promise<Value | PublicError> {
  try {
    return await make();
  } catch (error) {
    if (isPublicError(error)) return error;
    throw error;
  }
}
