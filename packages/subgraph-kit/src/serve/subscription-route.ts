import { PublicError } from '@yiwang/errors';
import { type EventStreams, eventsText } from '@yiwang/service/http';
import type { FastifyReply } from 'fastify';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  getNamedType,
  isAbstractType,
  OperationTypeNode,
} from 'graphql';
import type { RequestParams } from 'graphql-http';
import { logEvents } from '../access-log/log-reads.ts';
import { readAccessRules } from '../trust/access-rules.ts';
import type { Principal } from '../trust/identify.ts';
import type { GraphqlRouteOptions } from './graphql-route-options.ts';
import type { OperationReader } from '../execute/operation-reader.ts';

const DONE = { done: true, value: undefined } as const;

/**
 * Creates the route of subscriptions as server-sent events, in the protocol of graphql-sse (distinct connections). Each event
 * has a context of its own, so that its loaders do not return rows from before the event.
 */
export function createSubscriptionRoute(
  { schema, createContext, contextOfAll, admit, log, formatError, observeEvent }: GraphqlRouteOptions,
  readOperation: OperationReader,
  streams: EventStreams,
) {
  const restrictedTypes = new Set([...readAccessRules(schema).keys()].map((rule) => rule.split('.')[0]));

  return async function subscriptionRoute(
    { query, operationName, variables }: RequestParams,
    principal: Principal,
    reply: FastifyReply,
  ): Promise<FastifyReply | void> {
    const read = readOperation(query, operationName);
    if ('errors' in read) return sendErrors(read);
    if (read.operation.operation !== OperationTypeNode.SUBSCRIPTION) {
      throw new PublicError(
        'NOT_ACCEPTABLE',
        'Only subscriptions are answered as event streams: accept JSON for queries and mutations.',
      );
    }
    const admitted = await admit(principal, read, variables);
    const { caller } = admitted;
    const logEvent = logEvents(log, { assertion: principal.assertion, admitted, subjects: [] });
    await logEvent(null);
    const contextValue = () => Object.assign(createContext(), contextOfAll, { caller });
    const args: ExecutionArgs = {
      schema,
      document: read.document,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
    };
    const source = await createSourceEventStream({ ...args, contextValue: contextValue() });
    if (!(Symbol.asyncIterator in source)) return sendErrors(source);

    const events = source[Symbol.asyncIterator]();
    const hidesFields = hasRestrictedFields(admitted.roots);
    let before: string | null = null;
    let hasEnded = false;
    return streams.send(reply, {
      async next() {
        for (;;) {
          const step = hasEnded ? DONE : await events.next();
          if (step.done) return { done: true, value: undefined };
          const run = async () => execute({ ...args, rootValue: step.value, contextValue: contextValue() });
          const answer = await (observeEvent ? observeEvent(run) : run());
          // The errors are those of a row that does not exist, and no further event is sent.
          hasEnded = isOutside(answer);
          if (hasEnded) await events.return?.();
          const result: ExecutionResult = hasEnded ? { errors: answer.errors! } : answer;
          const text = print(result);
          // A change of fields that the caller may not read must stay hidden.
          if (hidesFields && text === before) continue;
          before = text;
          await logEvent(result);
          return { done: false, value: text };
        }
      },
      async return() {
        await events.return?.();
        return { done: true, value: undefined };
      },
    });

    function sendErrors(result: ExecutionResult): FastifyReply {
      return reply.header('content-type', 'text/event-stream; charset=utf-8').send(eventsText(print(result)));
    }
  };

  /** Whether the rows of the events have restricted fields. */
  function hasRestrictedFields(roots: ReadonlySet<string>): boolean {
    return [...roots].some((coordinate) => {
      const field = schema.getSubscriptionType()!.getFields()[coordinate.split('.')[1]!];
      const type = field && getNamedType(field.type);
      const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
      return types.some((one) => one && restrictedTypes.has(one.name));
    });
  }

  function print({ errors, ...result }: ExecutionResult): string {
    return JSON.stringify(errors ? { errors: errors.map(formatError), ...result } : result);
  }
}

/** Whether the row of an event lies outside the caller's grant. */
function isOutside({ data, errors = [] }: ExecutionResult): boolean {
  const isNone = data != null && Object.values(data).every((value) => value === null);
  return (
    isNone &&
    errors.some(({ path, extensions }) => path?.length === 1 && extensions['code'] === 'OUTSIDE_GRANT')
  );
}
