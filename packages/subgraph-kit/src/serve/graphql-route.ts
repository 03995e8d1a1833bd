import { ERROR_CODES, PublicError } from '@yiwang/errors';
import { ASSERTION_HEADER } from '@yiwang/identity';
import type { EventStreams, WholeAnswers } from '@yiwang/http-server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import { parseRequestParams, type RequestParams } from 'graphql-http';
import { createQueryExecutor } from '../execute/execute-query.ts';
import { isPromise } from '../execute/run.ts';
import type { Visitor } from '../trust/identify.ts';
import type { GraphqlRouteOptions } from './graphql-route-options.ts';
import { createSubscriptionRoute } from './subscription-route.ts';
import { createOperationReader } from './operation-reader.ts';
import {
  chooseMediaType,
  type HttpAnswer,
  type MediaType,
  writeErrors,
  writeResult,
} from './write-answer.ts';

const EVENTS = 'text/event-stream';
const NO_STREAM = new PublicError(
  'OPERATION_RESOLUTION_FAILURE',
  `A subscription is answered to those who accept ${EVENTS}.`,
);

/**
 * GraphQL over HTTP for Fastify. What is wrong with the request itself is thrown as a PublicError, so
 * that the server answers it in the same shape as everything else.
 */
export function createGraphqlRoute(options: GraphqlRouteOptions, streams: EventStreams, whole: WholeAnswers) {
  const { schema, createContext, identify, admit, formatError } = options;
  const readOperation = createOperationReader(schema);
  const execute = createQueryExecutor(schema);
  const subscribe = schema.getSubscriptionType() && createSubscriptionRoute(options, readOperation, streams);

  /** @throws PublicError METHOD_NOT_ALLOWED */
  async function answer(
    { query, operationName, variables }: RequestParams,
    visitor: Visitor,
    method: string,
    mediaType: MediaType,
  ): Promise<HttpAnswer> {
    const read = readOperation(query, operationName);
    if ('errors' in read) return writeErrors(read.errors, mediaType, formatError);
    const { document, operation } = read;
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
      return writeErrors([NO_STREAM], mediaType, formatError);
    }
    if (method === 'GET' && operation.operation === OperationTypeNode.MUTATION) {
      throw new PublicError('METHOD_NOT_ALLOWED', 'Send mutations by POST.');
    }
    const admitted = admit(visitor, read, variables);
    const caller = isPromise(admitted) ? await admitted : admitted;
    const result = await execute({
      schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
      contextValue: Object.assign(createContext(), { caller }),
    });
    return writeResult(result, mediaType, formatError);
  }

  return async function graphqlRoute(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | void> {
    const { accept, [ASSERTION_HEADER]: assertion } = request.headers;
    const identified = identify(assertion as string | undefined);
    const visitor = isPromise(identified) ? await identified : identified;
    const params = await readParams(request);
    if (subscribe && accept?.includes(EVENTS)) return subscribe(params, visitor, reply);
    const mediaType = chooseMediaType(accept);
    if (mediaType === null) throw refusal('NOT_ACCEPTABLE');
    const { status, contentType, body } = await answer(params, visitor, request.method, mediaType);
    whole.send(reply, status, { 'content-type': contentType }, body);
    return reply;
  };
}

/** @throws PublicError BAD_REQUEST or UNSUPPORTED_MEDIA_TYPE */
async function readParams({ url, method, headers, body, raw }: FastifyRequest): Promise<RequestParams> {
  if (Array.isArray(body)) {
    throw new PublicError(
      'BAD_REQUEST',
      'One request holds one operation; a list of operations is not answered.',
    );
  }
  let params: Awaited<ReturnType<typeof parseRequestParams>>;
  try {
    params = await parseRequestParams({
      url,
      method,
      headers: headers as Record<string, string>,
      body: body as Record<string, unknown> | null,
      raw,
      context: undefined,
    });
  } catch (cause) {
    throw new PublicError('BAD_REQUEST', `This is not a GraphQL request: ${(cause as Error).message}.`, {
      cause,
    });
  }
  // Else graphql-http has refused it, without a body.
  if ('query' in params) return params;
  throw refusal('UNSUPPORTED_MEDIA_TYPE');
}

function refusal(code: 'NOT_ACCEPTABLE' | 'UNSUPPORTED_MEDIA_TYPE'): PublicError {
  return new PublicError(code, `${ERROR_CODES[code].meaning} ${ERROR_CODES[code].remedy}`);
}
