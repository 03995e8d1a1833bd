import type { Readable } from 'node:stream';
import { PublicError } from '@yiwang/errors';
import { exemptFromRequestTimeout } from '@yiwang/service/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { isOwnPage, requireOwnPage } from '../security/own-pages.ts';
import type { Visits } from '../sessions/visits.ts';
import { abortedOnLeave } from './aborted-on-leave.ts';
import { askerHeaders, askerOf, type Gateway, pickHeaders } from './gateway.ts';

export interface ForwardTools {
  gateway: Gateway;
  visits: Visits;
  addressOf: (request: IncomingMessage) => string;
  /** Of the portal. */
  origin: string;
}

/** Headers that the gateway reads of an operation. */
const OPERATION_HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'apollo-require-preflight',
  'content-type',
  'graphql-require-preflight',
  'operation-cost',
  'purpose-basis',
  'purpose-case',
  'purpose-requester',
  'x-request-id',
];
const ANSWER_HEADERS = [
  'allow',
  'cache-control',
  'content-encoding',
  'content-type',
  'operation-cost',
  'ratelimit',
  'ratelimit-limit',
  'ratelimit-policy',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'vary',
  'www-authenticate',
  'x-request-id',
];

const FILES_PATH = '/departments/:department/files/*';
/** Certificates, and what they are verified with: QR codes lead to them from anywhere. */
const OPEN_FILE = /^\/departments\/[\w-]+\/files\/certificates\//;
const FILE_HEADERS = [
  'content-length',
  'content-type',
  'purpose-basis',
  'purpose-case',
  'purpose-requester',
  'range',
  'tus-resumable',
  'upload-offset',
  'x-request-id',
];
const FILE_ANSWER_HEADERS = [
  ...ANSWER_HEADERS,
  'accept-ranges',
  'content-disposition',
  'content-length',
  'content-range',
  'content-security-policy',
  'etag',
  'tus-resumable',
  'upload-expires',
  'upload-length',
  'upload-offset',
];
/** A page can make a browser send these two alike, and neither changes anything. */
const READS: readonly string[] = ['GET', 'HEAD'];
/** A client that still sends after it was answered has so long to read the answer. */
const LINGER_MS = 5_000;

/**
 * Passes GraphQL and files between browser and gateway, with the token of the session. Streams stay streams both ways; what the gateway
 * answers, an error with its `retry-after` among it, arrives as it is.
 *
 * @param server keeps bodies as bytes, within its limit
 */
export function addForwardRoutes(
  server: FastifyInstance,
  { gateway, visits, addressOf, origin }: ForwardTools,
): void {
  const { pathname: graphqlPath } = new URL(gateway.url);

  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    async handler(request, reply) {
      requireOwnPage(request.headers, origin);
      const body = Buffer.isBuffer(request.body) ? request.body : null;
      return forward(request, reply, graphqlPath + searchOf(request.url), {
        headers: pickHeaders(request.headers, OPERATION_HEADERS),
        body: request.method === 'GET' ? null : body,
        answerHeaders: ANSWER_HEADERS,
      });
    },
  });

  server.register(async (scope) => {
    // The body stays a stream.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) =>
      done(null, payload),
    );
    scope.route({
      method: ['GET', 'HEAD', 'PATCH', 'DELETE'],
      url: FILES_PATH,
      async handler(request, reply) {
        const { method, raw, headers } = request;
        const isOpen = method === 'GET' && OPEN_FILE.test(request.url);
        if (!isOpen) requireOwnPage(headers, origin);
        if (method === 'PATCH') exemptFromRequestTimeout(raw);
        linger(request, reply);
        // A link of ours cannot send the header, and was found to be ours by others.
        const isOwnLink = READS.includes(method) && headers['sec-fetch-site'] && isOwnPage(headers, origin);
        return forward(request, reply, request.url.split('?')[0]!, {
          headers: {
            ...pickHeaders(headers, FILE_HEADERS),
            ...(isOwnLink && { 'graphql-require-preflight': '1' }),
          },
          body: method === 'PATCH' ? raw : null,
          answerHeaders: FILE_ANSWER_HEADERS,
        });
      },
    });
  });

  async function forward(
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
    {
      headers,
      body,
      answerHeaders,
    }: { headers: Record<string, string>; body: Buffer | Readable | null; answerHeaders: readonly string[] },
  ): Promise<FastifyReply> {
    const signal = abortedOnLeave(reply.raw);
    const { session, isNews } = await visits.read(request, reply);
    // Whoever sent it believes to be signed in; from now on the browser knows better.
    if (isNews) throw new PublicError('UNAUTHENTICATED', 'The session has expired. Sign in again.');
    const asker = askerOf(session?.tokens.access, addressOf(request.raw));
    const answer = await gateway.send({
      method: request.method as 'GET',
      path,
      headers: { ...headers, ...askerHeaders(asker) },
      body,
      signal,
    });
    return reply
      .status(answer.statusCode)
      .header('cache-control', 'no-store')
      .headers(pickHeaders(answer.headers, answerHeaders))
      .send(answer.body);
  }
}

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start < 0 ? '' : url.slice(start);
}

/** Ends the connection of a client that goes on sending after it was answered. Closing it at once would lose it the answer. */
function linger({ raw: request }: FastifyRequest, { raw: response }: FastifyReply): void {
  response.once('finish', () => {
    if (request.complete || request.destroyed) return;
    const timer = setTimeout(() => request.destroy(), LINGER_MS).unref();
    request.once('close', () => clearTimeout(timer));
    request.resume();
  });
}
