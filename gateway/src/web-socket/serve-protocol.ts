import { randomUUID } from 'node:crypto';
import { isPublicError, maskError, PublicError } from '@yiwang/errors';
import { MAX_JSON_DEPTH, nestsDeeperThan } from '@yiwang/http-server';
import type { Logger } from '@yiwang/observability';
import { type GraphQLError, GraphQLSchema, parse } from 'graphql';
import { makeServer, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import { JSON_TYPE } from '../http/media-type.ts';
import type { RouteTools } from '../http/graphql-route.ts';
import { follow, type Incoming, type Stages } from '../pipeline.ts';
import type { Connection } from './connection.ts';
import { operationResults, RefusedOperation } from './operation-results.ts';

/**
 * The protocol graphql-transport-ws, by its library. It sees every operation as a subscription of `operationResults`: the
 * stages parse, check and run it, as they do for HTTP.
 */
export function serveProtocol(
  stages: Stages,
  mostOperations: number,
  { deadlines }: Pick<RouteTools, 'deadlines'>,
  logger: Logger,
) {
  const options: ServerOptions<Record<string, unknown>, Connection> = {
    async onConnect({ connectionParams, extra: connection }) {
      try {
        connection.take(connectionParams);
        const { signedInUntil } = await stages.authenticate(incoming(connection, undefined, NEVER));
        connection.endAt(signedInUntil);
        return true;
      } catch (error) {
        if (!isPublicError(error)) throw error;
        connection.refuse(error);
        return false;
      }
    },
    onClose: ({ extra: connection }) => connection.endAt(null),
    onSubscribe({ subscriptions, extra: connection }, _id, payload) {
      if (Object.keys(subscriptions).length > mostOperations) {
        return [
          new PublicError(
            'TOO_MANY_SUBSCRIPTIONS',
            `One connection may run ${mostOperations} operations at once.`,
          ),
        ];
      }
      const results = operationResults((client) =>
        deadlines.within(client, () => run(connection, payload, client.signal)),
      );
      return { schema: NO_SCHEMA, document: ANY_OPERATION, contextValue: results };
    },
    subscribe: ({ contextValue }) => contextValue as ReturnType<typeof operationResults>,
    // As the stages made it: the library expects errors as graphql-js makes them.
    onNext: (_connection, _id, _payload, _args, result) => result,
    onError: (_connection, _id, _payload, errors) => errors.flatMap(forClient),
  };
  return makeServer(options);

  async function run(
    connection: Connection,
    payload: SubscribePayload,
    signal: AbortSignal,
  ): ReturnType<typeof follow> {
    if (nestsDeeperThan(MAX_JSON_DEPTH, payload)) {
      throw new PublicError('BAD_REQUEST', `The operation nests deeper than ${MAX_JSON_DEPTH} levels.`);
    }
    return follow(incoming(connection, payload, signal), stages);
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

const NEVER = new AbortController().signal;

/** An operation as it would come by HTTP. */
function incoming({ headers, address }: Connection, body: unknown, signal: AbortSignal): Incoming {
  return {
    method: 'POST',
    headers: { ...headers, accept: JSON_TYPE, 'content-type': JSON_TYPE },
    search: '',
    body,
    signal,
    requestId: randomUUID(),
    address,
    answerHeaders: {},
  };
}
