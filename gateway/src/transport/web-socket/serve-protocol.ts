import { randomUUID } from 'node:crypto';
import { isPublicError, maskError, PublicError } from '@yiwang/errors';
import { MAX_JSON_DEPTH, nestsDeeperThan } from '@yiwang/service/http';
import { type Logger, logContext } from '@yiwang/service/logging';
import { type GraphQLError, GraphQLSchema, parse } from 'graphql';
import { makeServer, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import { JSON_TYPE } from '../../pipeline/content-negotiation/media-type.ts';
import type { Incoming } from '../../pipeline/request/request.ts';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import type { Connection } from './connection.ts';
import { operationResults, RefusedOperation } from './operation-results.ts';

/**
 * Creates the server of the protocol graphql-transport-ws. The library treats every operation as a subscription of
 * `operationResults`: the pipeline parses, checks and runs it, as it does for HTTP.
 */
export function serveProtocol(pipeline: Pipeline, maxOperations: number, logger: Logger) {
  const options: ServerOptions<Record<string, unknown>, Connection> = {
    async onConnect({ connectionParams, extra: connection }) {
      try {
        connection.take(connectionParams);
        const { signedInUntil } = await pipeline.authenticate(incoming(connection, undefined, NEVER));
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
      if (Object.keys(subscriptions).length > maxOperations) {
        return [
          new PublicError(
            'TOO_MANY_SUBSCRIPTIONS',
            `One connection may run ${maxOperations} operations at once. End one, or open another connection.`,
          ),
        ];
      }
      const results = operationResults((client) => run(connection, payload, client));
      return { schema: NO_SCHEMA, document: ANY_OPERATION, contextValue: results };
    },
    subscribe: ({ contextValue }) => contextValue as ReturnType<typeof operationResults>,
    // Unchanged: the library would format errors of graphql-js, and these are formatted already.
    onNext: (_connection, _id, _payload, _args, result) => result,
    onError: (_connection, _id, _payload, errors) => errors.flatMap(forClient),
  };
  return makeServer(options);

  async function run(
    connection: Connection,
    payload: SubscribePayload,
    controller: AbortController,
  ): ReturnType<Pipeline['follow']> {
    if (nestsDeeperThan(MAX_JSON_DEPTH, payload)) {
      throw new PublicError(
        'BAD_REQUEST',
        `The operation nests deeper than ${MAX_JSON_DEPTH} levels. Send flatter JSON.`,
      );
    }
    const request = incoming(connection, payload, controller);
    return logContext.run({ requestId: request.requestId }, pipeline.follow, request);
  }

  function forClient(error: GraphQLError) {
    const cause = error.originalError ?? error;
    if (cause instanceof RefusedOperation) return cause.errors;
    if (isPublicError(cause)) return [cause.toJSON()];
    const masked = maskError(cause, (incident, err) => logger.error({ incident, err }, 'request failed'));
    return [masked.toJSON()];
  }
}

/** The library requires both; neither is used. */
const NO_SCHEMA = new GraphQLSchema({});
const ANY_OPERATION = parse('subscription { any }');

const NEVER = new AbortController();

/** Returns the operation as a request. */
function incoming(
  { headers, address, peer }: Connection,
  body: unknown,
  controller: AbortController,
): Incoming {
  return {
    method: 'POST',
    headers: { ...headers, accept: JSON_TYPE, 'content-type': JSON_TYPE },
    search: '',
    body,
    controller,
    requestId: randomUUID(),
    address,
    peer,
    answerHeaders: {},
  };
}
