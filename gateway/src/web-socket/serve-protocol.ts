import type { IncomingMessage } from 'node:http';
import { isPublicError, maskError, PublicError } from '@yiwang/errors';
import { MAX_JSON_DEPTH, nestsDeeperThan } from '@yiwang/http-server';
import type { Logger } from '@yiwang/observability';
import { type GraphQLError, GraphQLSchema, parse } from 'graphql';
import { makeServer, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import { JSON_TYPE } from '../http/media-type.ts';
import type { RouteTools } from '../http/graphql-route.ts';
import { follow, type Incoming, type Stages } from '../pipeline.ts';
import { operationResults, RefusedOperation } from './operation-results.ts';

/** What the library keeps of a connection. */
export interface Connection {
  request: IncomingMessage;
}

/**
 * The protocol graphql-transport-ws, by its library. It sees every operation as a subscription of `operationResults`: the
 * stages parse, check and run it, as they do for HTTP.
 */
export function serveProtocol(
  stages: Stages,
  mostOperations: number,
  tools: Pick<RouteTools, 'addressOf' | 'deadlines'>,
  logger: Logger,
) {
  const options: ServerOptions<Record<string, unknown>, Connection> = {
    onSubscribe({ subscriptions, extra: { request } }, _id, payload) {
      if (Object.keys(subscriptions).length > mostOperations) {
        return [
          new PublicError(
            'TOO_MANY_SUBSCRIPTIONS',
            `One connection may run ${mostOperations} operations at once.`,
          ),
        ];
      }
      const results = operationResults((client) =>
        tools.deadlines.within(client, () => run(request, payload, client.signal)),
      );
      return { schema: NO_SCHEMA, document: ANY_OPERATION, contextValue: results };
    },
    subscribe: ({ contextValue }) => contextValue as ReturnType<typeof operationResults>,
    // As the stages made it: the library expects errors as graphql-js makes them.
    onNext: (_connection, _id, _payload, _args, result) => result,
    onError: (_connection, _id, _payload, errors) => errors.flatMap(forClient),
  };
  return makeServer(options);

  /** As the same operation would come by HTTP. */
  async function run(
    request: IncomingMessage,
    payload: SubscribePayload,
    signal: AbortSignal,
  ): ReturnType<typeof follow> {
    if (nestsDeeperThan(MAX_JSON_DEPTH, payload)) {
      throw new PublicError('BAD_REQUEST', `The operation nests deeper than ${MAX_JSON_DEPTH} levels.`);
    }
    const incoming: Incoming = {
      method: 'POST',
      headers: { ...request.headers, accept: JSON_TYPE, 'content-type': JSON_TYPE },
      search: '',
      body: payload,
      signal,
      address: tools.addressOf(request),
      answerHeaders: {},
    };
    return follow(incoming, stages);
  }

  function forClient(error: GraphQLError) {
    const cause = error.originalError ?? error;
    if (cause instanceof RefusedOperation) return cause.errors;
    if (isPublicError(cause)) return [cause.toJSON()];
    const masked = maskError(cause, (incident, err) => logger.error({ incident, err }, 'request failed'));
    return [masked.toJSON()];
  }
}

/** The library wants both; neither is looked at. */
const NO_SCHEMA = new GraphQLSchema({});
const ANY_OPERATION = parse('subscription { any }');
