import { ERROR_CODES, PublicError } from '@yiwang/errors';
import { ASSERTION_HEADER } from '@yiwang/identity';
import type { EventStreams } from '@yiwang/http-server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { createHandler, parseRequestParams, type Request, type RequestParams } from 'graphql-http';
import { createQueryExecutor } from '../execute/execute-query.ts';
import { isPromise } from '../execute/run.ts';
import type { Visitor } from '../trust/identify.ts';
import type { GraphqlRouteOptions } from './graphql-route-options.ts';
import { createSubscriptionRoute } from './subscription-route.ts';
import { createOperationReader } from './operation-reader.ts';

const EVENTS = 'text/event-stream';
const NO_STREAM = new PublicError(
  'OPERATION_RESOLUTION_FAILURE',
  `A subscription is answered to those who accept ${EVENTS}.`,
);

type GraphqlRequest = Request<FastifyRequest, { params: RequestParams | undefined; visitor: Visitor }>;

/**
 * GraphQL over HTTP for Fastify. What is wrong with the request itself is thrown as a PublicError, so
 * that the server answers it in the same shape as everything else.
 */
export function createGraphqlRoute(options: GraphqlRouteOptions, streams: EventStreams) {
  const { schema, createContext, identify, admit, formatError } = options;
  const readOperation = createOperationReader(schema);

  const handle = createHandler<FastifyRequest, GraphqlRequest['context'], Record<string, unknown>>({
    parseRequestParams: ({ context }) => context.params,
    onSubscribe(request, { query, operationName, variables }) {
      const read = readOperation(query, operationName);
      if ('errors' in read) return read.errors;
      if (read.operation.operation === OperationTypeNode.SUBSCRIPTION) return [NO_STREAM];
      if (request.method === 'GET' && read.operation.operation === OperationTypeNode.MUTATION) {
        throw new PublicError('METHOD_NOT_ALLOWED', 'Send mutations by POST.');
      }
      const caller = admit(request.context.visitor, read, variables);
      return {
        schema,
        document: read.document,
        operationName,
        variableValues: variables,
        contextValue: Object.assign(createContext(), { caller }),
      };
    },
    execute: createQueryExecutor(schema),
    formatError,
  });

  const subscribe = schema.getSubscriptionType() && createSubscriptionRoute(options, readOperation, streams);

  return async function graphqlRoute(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | void> {
    const { url, method, headers, body } = request;
    const identified = identify(headers[ASSERTION_HEADER] as string | undefined);
    const visitor = isPromise(identified) ? await identified : identified;
    const graphqlRequest: GraphqlRequest = {
      url,
      method,
      headers: headers as Record<string, string>,
      body: body as Record<string, unknown> | null,
      raw: request,
      context: { params: undefined, visitor },
    };
    graphqlRequest.context.params = await readParams(graphqlRequest);
    if (subscribe && headers.accept?.includes(EVENTS)) {
      return subscribe(graphqlRequest.context.params, visitor, reply);
    }
    const [answer, { status, headers: answerHeaders }] = await handle(graphqlRequest);
    if (answer === null) throw refusal(status);
    return reply
      .status(status)
      .headers(answerHeaders ?? {})
      .send(answer);
  };
}

/** @throws PublicError BAD_REQUEST or UNSUPPORTED_MEDIA_TYPE */
async function readParams(request: GraphqlRequest): Promise<RequestParams> {
  if (Array.isArray(request.body)) {
    throw new PublicError(
      'BAD_REQUEST',
      'One request holds one operation; a list of operations is not answered.',
    );
  }
  let params: Awaited<ReturnType<typeof parseRequestParams>>;
  try {
    params = await parseRequestParams(request);
  } catch (cause) {
    throw new PublicError('BAD_REQUEST', `This is not a GraphQL request: ${(cause as Error).message}.`, {
      cause,
    });
  }
  if ('query' in params) return params;
  const [, { status }] = params;
  throw refusal(status);
}

/** graphql-http refuses these without a body. */
function refusal(status: number): PublicError {
  const code = status === ERROR_CODES.NOT_ACCEPTABLE.http ? 'NOT_ACCEPTABLE' : 'UNSUPPORTED_MEDIA_TYPE';
  return new PublicError(code, `${ERROR_CODES[code].meaning} ${ERROR_CODES[code].remedy}`);
}
