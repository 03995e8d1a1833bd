import { PublicError } from '@yiwang/errors';
import { type EventStreams, eventsText } from '@yiwang/http-server';
import type { FastifyReply } from 'fastify';
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  OperationTypeNode,
} from 'graphql';
import type { RequestParams } from 'graphql-http';
import type { Visitor } from '../trust/identify.ts';
import type { GraphqlRouteOptions } from './graphql-route-options.ts';
import type { OperationReader } from './operation-reader.ts';

/**
 * Subscriptions as server-sent events, in the protocol of graphql-sse (distinct connections). Each event is answered with
 * a context of its own: what one event has loaded is old news for the next.
 */
export function createSubscriptionRoute(
  { schema, createContext, admit, formatError }: GraphqlRouteOptions,
  readOperation: OperationReader,
  streams: EventStreams,
) {
  return async function subscriptionRoute(
    { query, operationName, variables }: RequestParams,
    visitor: Visitor,
    reply: FastifyReply,
  ): Promise<FastifyReply | void> {
    const read = readOperation(query, operationName);
    if ('errors' in read) return refuse(read);
    if (read.operation.operation !== OperationTypeNode.SUBSCRIPTION) {
      throw new PublicError('NOT_ACCEPTABLE', 'Queries and mutations are answered as JSON.');
    }
    const caller = await admit(visitor, read, variables);
    const contextValue = () => Object.assign(createContext(), { caller });
    const args: ExecutionArgs = {
      schema,
      document: read.document,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
    };
    const source = await createSourceEventStream({ ...args, contextValue: contextValue() });
    if (!(Symbol.asyncIterator in source)) return refuse(source);

    const events = source[Symbol.asyncIterator]();
    return streams.send(reply, {
      async next() {
        const step = await events.next();
        if (step.done) return { done: true, value: undefined };
        const answer = await execute({ ...args, rootValue: step.value, contextValue: contextValue() });
        return { done: false, value: print(answer) };
      },
      async return() {
        await events.return?.();
        return { done: true, value: undefined };
      },
    });

    function refuse(result: ExecutionResult): FastifyReply {
      return reply.header('content-type', 'text/event-stream; charset=utf-8').send(eventsText(print(result)));
    }
  };

  function print({ errors, ...result }: ExecutionResult): string {
    return JSON.stringify(errors ? { errors: errors.map(formatError), ...result } : result);
  }
}
