import { ERROR_CODES, PublicError } from '@yiwang/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { createHandler, parseRequestParams, type Request, type RequestParams } from 'graphql-http';
import { createQueryExecutor } from '../execute/execute-query.ts';
import { createOperationReader } from './operation-reader.ts';

export interface GraphqlRouteOptions {
  schema: GraphQLSchema;
  /** Called once a request. */
  createContext: () => Record<string, unknown>;
  formatError: (error: unknown) => GraphQLError;
}

type GraphqlRequest = Request<FastifyRequest, { params: RequestParams | undefined }>;

/**
 * GraphQL over HTTP for Fastify. What is wrong with the request itself is thrown as a PublicError, so
 * that the server answers it in the same shape as everything else.
 */
export function createGraphqlRoute({ schema, createContext, formatError }: GraphqlRouteOptions) {
  const readOperation = createOperationReader(schema);

  const handle = createHandler<FastifyRequest, GraphqlRequest['context'], Record<string, unknown>>({
    parseRequestParams: ({ context }) => context.params,
    onSubscribe(request, { query, operationName, variables }) {
      const read = readOperation(query, operationName);
      if ('errors' in read) return read.errors;
      if (request.method === 'GET' && read.operation.operation === OperationTypeNode.MUTATION) {
        throw new PublicError('METHOD_NOT_ALLOWED', 'Send mutations by POST.');
      }
      return {
        schema,
        document: read.document,
        operationName,
        variableValues: variables,
        contextValue: createContext(),
      };
    },
    execute: createQueryExecutor(schema),
    formatError,
  });

  return async function graphqlRoute(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { url, method, headers, body } = request;
    const graphqlRequest: GraphqlRequest = {
      url,
      method,
      headers: headers as Record<string, string>,
      body: body as Record<string, unknown> | null,
      raw: request,
      context: { params: undefined },
    };
    graphqlRequest.context.params = await readParams(graphqlRequest);
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
