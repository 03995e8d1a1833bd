import { pipeline } from 'node:stream';
import { isPublicError, PublicError } from '@yiwang/errors';
import {
  ASSERTION_HEADER,
  PUBLIC_CLIENT,
  READ_NOTE_HEADER,
  readReadNote,
  streamBinding,
} from '@yiwang/identity';
import { exemptFromRequestTimeout } from '@yiwang/service/http';
import { logContext } from '@yiwang/service/logging';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ClientTls } from '@yiwang/service/tls';
import type { GatewayConfig } from '../../config/config.ts';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import type { Identified } from '../../pipeline/request/request.ts';
import type { ResponseHeaders } from '../../pipeline/request/response-headers.ts';
import type { GraphDepartment } from '../../supergraph/departments-of.ts';
import { type RouteTools } from '../http/graphql-route.ts';
import { refuse } from '../http/refuse.ts';
import { REQUEST_ID_HEADER, requestIdOf } from '../http/request-id.ts';
import { headersToClient, headersToDepartment } from './file-headers.ts';
import { createForwardFile, type FileRequest } from './forward-file.ts';
import { createMeter, meteredBody, tooLarge } from './metered.ts';
import { createStreamShares } from './stream-shares.ts';

/** Files of the departments of the supergraph. */
const PATH = '/departments/:department/files/*';
const BYTES_TYPE = 'application/offset+octet-stream';
const METHODS: readonly string[] = ['GET', 'HEAD', 'PATCH', 'DELETE'] satisfies FileRequest['method'][];
/** Names as departments give them, none of which leads upwards. */
const FILE_PATH = /^[\w-][\w.~-]*(?:\/[\w-][\w.~-]*){0,7}$/;
const MAX_PATH_LENGTH = 500;
/** Certificates, the keys and the lists to verify them with: the department says which of them are for everyone. */
const OPEN_FOLDER = 'certificates/';
/** Coordinate of what a file holds. Grants may name it. */
const FILE_CONTENT = 'Material.content';
/** A client that still sends after it was answered has so long to read the answer. */
const LINGER_MS = 5_000;

interface FileParams {
  department: string;
  '*': string;
}

/**
 * Serves the files of departments: authenticates as the pipeline does, and streams request and answer between client and department.
 * What was read is in the access log before the first byte is sent.
 */
export function addFilesRoute(
  server: FastifyInstance,
  { admit, accessLog }: Pick<Pipeline, 'admit' | 'accessLog'>,
  { addressOf }: Pick<RouteTools, 'addressOf'>,
  departmentsOf: () => readonly GraphDepartment[],
  config: Pick<
    GatewayConfig,
    'FILE_BYTES' | 'FILE_IDLE_MS' | 'FILE_STREAMS' | 'FILE_STREAMS_PER_CALLER' | 'DEPARTMENT_TIMEOUT_MS'
  >,
  tls?: Pick<ClientTls, 'of'>,
): AsyncDisposable {
  const limits = { maxBytes: config.FILE_BYTES, idleMs: config.FILE_IDLE_MS };
  const forward = createForwardFile(config.DEPARTMENT_TIMEOUT_MS, config.FILE_IDLE_MS, tls);
  const underWay = new Set<AbortController>();
  // Otherwise the gateway would end with the slowest of them. Uploads go on at the next one.
  server.addHook('preClose', async () => {
    for (const controller of underWay) controller.abort();
  });
  const shares = createStreamShares(config.FILE_STREAMS, config.FILE_STREAMS_PER_CALLER);

  server.register(async (scope) => {
    // The body stays a stream.
    scope.addContentTypeParser(BYTES_TYPE, (_request, payload, done) => done(null, payload));
    scope.all<{ Params: FileParams }>(PATH, async (request, reply) => {
      const requestId = requestIdOf(request.headers);
      const answerHeaders: ResponseHeaders = { [REQUEST_ID_HEADER]: requestId };
      try {
        return await logContext.run({ requestId }, answer, request, reply, requestId, answerHeaders);
      } catch (error) {
        linger(request);
        reply.headers(answerHeaders);
        if (!isPublicError(error)) throw error;
        const { status, headers, body } = refuse(error, undefined);
        const allow = error.code === 'METHOD_NOT_ALLOWED' && { allow: METHODS.join(', ') };
        return reply
          .status(status)
          .headers({ ...headers, ...allow, ...retryAfter(error) })
          .send(body);
      }
    });
  });
  return forward;

  async function answer(
    request: FastifyRequest<{ Params: FileParams }>,
    reply: FastifyReply,
    requestId: string,
    answerHeaders: ResponseHeaders,
  ): Promise<FastifyReply> {
    const { method, headers, params } = request;
    if (!METHODS.includes(method))
      throw new PublicError('METHOD_NOT_ALLOWED', `Files take ${METHODS.join(', ')}.`);
    const controller = abortedOnLeave(reply);
    underWay.add(controller);
    reply.raw.once('close', () => underWay.delete(controller));
    const file = params['*'];
    const isOpen = method === 'GET' && file.startsWith(OPEN_FOLDER);
    const identified = await admit({
      // A page can make a browser send both in the same way.
      method: method === 'HEAD' ? 'GET' : method,
      // An open file is what a QR code leads to: nothing is changed by it, and no page of others can read it.
      headers: { ...headers, 'content-type': undefined, ...(isOpen && { 'graphql-require-preflight': '1' }) },
      search: '',
      body: undefined,
      controller,
      requestId,
      address: addressOf(request.raw),
      answerHeaders,
    });
    const isSignedIn = identified.client.id !== PUBLIC_CLIENT.id;
    if (!isSignedIn && identified.caller && !isOpen) {
      throw new PublicError('UNAUTHENTICATED', 'Sign in to send and read files.');
    }
    const department = departmentsOf().find(({ name }) => name === params.department);
    if (!department || file.length > MAX_PATH_LENGTH || !FILE_PATH.test(file)) {
      throw new PublicError('NOT_FOUND', 'There is no such file.');
    }
    if (Number(headers['content-length'] ?? 0) > limits.maxBytes) throw tooLarge(limits.maxBytes);
    const isRead = method === 'GET';
    if (isRead && identified.caller && !isOpen) accessLog.requireLog();

    const leave = shares.enter(identified.requester.id);
    if (controller.signal.aborted) leave();
    else reply.raw.once('close', leave);
    if (method === 'PATCH') exemptFromRequestTimeout(request.raw);
    const path = `/files/${file}`;
    const given = await forward(department, {
      method: method as FileRequest['method'],
      path,
      headers: {
        ...headersToDepartment(headers),
        [REQUEST_ID_HEADER]: requestId,
        ...((isSignedIn || !isOpen) && (await assertionOf(identified, department, path, request))),
      },
      body: method === 'PATCH' ? meteredBody(request.raw, limits) : null,
      signal: controller.signal,
    });
    const isFile = isRead && given.statusCode < 300;
    try {
      if (isFile && (!isOpen || READ_NOTE_HEADER in given.headers)) {
        await logRead(identified, given.headers, department, path);
      }
    } catch (error) {
      given.body.destroy();
      throw error;
    }
    linger(request);
    const meter = createMeter(limits);
    pipeline(given.body, meter, (error) => {
      if (error && !reply.raw.writableFinished) request.log.debug({ err: error }, 'a file was cut off');
    });
    return reply
      .status(given.statusCode)
      .headers({
        ...headersToClient(given.headers as Record<string, string>, isFile, isOpen),
        ...answerHeaders,
      })
      .send(meter);
  }

  async function logRead(
    identified: Identified,
    { [READ_NOTE_HEADER]: note }: Record<string, string | string[] | undefined>,
    { name }: GraphDepartment,
    path: string,
  ): Promise<void> {
    const noted = readReadNote(typeof note === 'string' ? note : undefined);
    // Where the department does not say what was read, the record says that something was.
    const isOwn = identified.purpose === null;
    const read = noted ?? { fields: [FILE_CONTENT], subjects: [], isOwn };
    await accessLog.read(identified, read, `/departments/${name}${path}`);
  }

  /** The assertion is bound to what is known of a request before its body comes. */
  async function assertionOf(
    { caller }: Identified,
    { name }: GraphDepartment,
    path: string,
    { method, headers }: FastifyRequest,
  ): Promise<Record<string, string>> {
    const offset = headers['upload-offset'];
    const binding = streamBinding({ method, path, offset: typeof offset === 'string' ? offset : null });
    const assertion = await caller?.assertionFor(name, method === 'GET' ? [FILE_CONTENT] : [], binding, true);
    return assertion ? { [ASSERTION_HEADER]: assertion } : {};
  }
}

function abortedOnLeave({ raw }: FastifyReply): AbortController {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller;
}

/** Ends the connection of a client that goes on sending after it was answered. Closing it at once would lose it the answer. */
function linger({ raw }: FastifyRequest): void {
  if (raw.complete || raw.destroyed) return;
  const timer = setTimeout(() => raw.destroy(), LINGER_MS).unref();
  raw.once('end', () => clearTimeout(timer));
  raw.once('close', () => clearTimeout(timer));
}

function retryAfter({ extensions }: PublicError): ResponseHeaders {
  const { retryAfterSeconds: seconds } = extensions;
  return typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {};
}
