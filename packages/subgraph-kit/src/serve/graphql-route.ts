import { ERROR_CODES, PublicError } from '@yiwang/errors';
import { ASSERTION_HEADER, ENFORCED_RULES, ENFORCES_HEADER } from '@yiwang/identity';
import { bytesOf, type EventStreams, type WholeAnswers } from '@yiwang/service/http';
import { type LogContext, logContext } from '@yiwang/service/logging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, OperationTypeNode } from 'graphql';
import { parseRequestParams, type RequestParams } from 'graphql-http';
import { createSubjectReader } from '../access-log/entry-of.ts';
import { executeLogged } from '../access-log/log-reads.ts';
import { createQueryExecutor } from '../execute/execute-query.ts';
import { isPromise } from '../execute/execution.ts';
import type { ReplicaReads } from '../replicas/replica-reads.ts';
import { type Caller, UNSIGNED_CALLER } from '../trust/caller.ts';
import { checkBody } from '../trust/check-binding.ts';
import type { Principal } from '../trust/identify.ts';
import { CREDENTIAL_HEADER } from '../trust/schema-readers.ts';
import type { GraphqlRouteOptions } from './graphql-route-options.ts';
import { createSubscriptionRoute } from './subscription-route.ts';
import { createOperationReader, type ReadOperation } from '../execute/operation-reader.ts';
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
  `Send a subscription with the header accept: ${EVENTS}.`,
);

type Awaitable<Value> = Value | Promise<Value>;

/**
 * Creates the route of GraphQL over HTTP for Fastify. It throws a PublicError for an invalid request, so that the server answers
 * all errors in the same shape.
 */
export function createGraphqlRoute(options: GraphqlRouteOptions, streams: EventStreams, whole: WholeAnswers) {
  const {
    schema,
    createContext,
    contextOfAll,
    replica,
    identify,
    admit,
    readsSchema,
    limitDocument,
    log,
    formatError,
  } = options;
  const subjectsOf = createSubjectReader(schema);
  const readOperation = createOperationReader(schema);
  const execute = createQueryExecutor(schema);
  const subscribe = schema.getSubscriptionType() && createSubscriptionRoute(options, readOperation, streams);

  /** @throws PublicError METHOD_NOT_ALLOWED */
  async function answer(
    { query, operationName, variables }: RequestParams,
    principal: Principal,
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
    const admitting = admit(principal, read, variables);
    const admitted = isPromise(admitting) ? await admitting : admitting;
    const { caller } = admitted;
    const runWith = (context: Record<string, unknown>) =>
      execute({
        schema,
        document,
        operationName: operationName ?? null,
        variableValues: variables ?? null,
        contextValue: Object.assign(context, contextOfAll, { caller }),
      });
    const run = () =>
      replica === null ? runWith(createContext()) : runBeside(replica, caller, read, runWith);
    const { assertion } = principal;
    const isLogged = log !== null && assertion !== null && admitted.conditional.size > 0;
    const result = await (isLogged
      ? executeLogged(log, { assertion, admitted, subjects: subjectsOf(variables) }, run)
      : run());
    return writeResult(result, mediaType, formatError);
  }

  /** Where there is a replica, it or the primary. */
  async function runBeside(
    { mayAsk, run, noteWrite }: ReplicaReads,
    caller: Caller,
    { document, operation }: ReadOperation,
    runWith: (context: Record<string, unknown>) => Awaitable<ExecutionResult>,
  ): Promise<ExecutionResult> {
    if (operation.operation === OperationTypeNode.QUERY) {
      const found = (await mayAsk(caller, document, operation)) ? await run(runWith) : null;
      return found ?? (await runWith(createContext()));
    }
    const result = await runWith(createContext());
    await noteWrite(caller);
    return result;
  }

  return (request: FastifyRequest, reply: FastifyReply) => {
    const context: LogContext = {};
    return logContext.run(context, answerRequest, request, reply, context);
  };

  async function answerRequest(
    request: FastifyRequest,
    reply: FastifyReply,
    context: LogContext,
  ): Promise<FastifyReply | void> {
    const { accept, [ASSERTION_HEADER]: assertion } = request.headers;
    const identified = identify(assertion as string | undefined);
    let principal = isPromise(identified) ? await identified : identified;
    // One without a body serves many requests of anonymous clients, and names the first of them.
    if (principal.assertion?.body) context.requestId = principal.assertion.requestId;
    checkBody(principal.assertion, bytesOf(request));
    const params = await readParams(request);
    // A gateway has checked the documents that it signs. A department that allows unsigned requests gets them from gateways too.
    if (principal.assertion === null && principal.caller !== UNSIGNED_CALLER) {
      reply.raw.setHeader(ENFORCES_HEADER, ENFORCED_RULES.join(', '));
      limitDocument(params.query);
      const credential = request.headers[CREDENTIAL_HEADER];
      if (readsSchema && typeof credential === 'string') {
        principal = { ...principal, readsSchema: await readsSchema(credential) };
      }
    }
    if (subscribe && accept?.includes(EVENTS)) return subscribe(params, principal, reply);
    const mediaType = chooseMediaType(accept);
    if (mediaType === null) throw httpError('NOT_ACCEPTABLE');
    const { status, contentType, body } = await answer(params, principal, request.method, mediaType);
    whole.send(reply, status, { 'content-type': contentType }, body);
    return reply;
  }
}

/** @throws PublicError BAD_REQUEST or UNSUPPORTED_MEDIA_TYPE */
async function readParams({ url, method, headers, body, raw }: FastifyRequest): Promise<RequestParams> {
  if (Array.isArray(body)) {
    throw new PublicError(
      'BAD_REQUEST',
      'A request must hold one operation: send a list of operations as several requests.',
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
    throw new PublicError(
      'BAD_REQUEST',
      `The request is not a GraphQL request: ${(cause as Error).message}.`,
      {
        cause,
      },
    );
  }
  // Otherwise graphql-http has rejected it, without a body.
  if ('query' in params) return params;
  throw httpError('UNSUPPORTED_MEDIA_TYPE');
}

function httpError(code: 'NOT_ACCEPTABLE' | 'UNSUPPORTED_MEDIA_TYPE'): PublicError {
  return new PublicError(code, `${ERROR_CODES[code].meaning} ${ERROR_CODES[code].remedy}`);
}
