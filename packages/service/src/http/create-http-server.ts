import type { ServerOptions } from 'node:http';
import { isPublicError, type PublicError } from '@yiwang/errors';
import type { Logger } from '../logging/index.ts';
import Fastify, {
  type FastifyReply,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from 'fastify';
import type { ServerTls } from '../tls/index.ts';
import { drainConnections } from './drain-connections.ts';
import { addHealth, type ReadinessCheck, type ReadinessDetails } from './health.ts';
import { readJsonBody } from './json-body.ts';
import { refuseConnection } from './refuse-connection.ts';
import { limitRequestTime } from './request-timeout.ts';
import { limitPipelining } from './unsent-bytes.ts';
import { sendError, sendErrorLast } from './send-error.ts';

const REQUEST_TIMEOUT_MS = 30_000;
/** Requests that arrive too slowly are looked for this often, or more often when their time is shorter. */
const SLOW_REQUESTS_MS = 5_000;

export interface HttpServerOptions {
  logger: Logger;
  /** Larger bodies are answered 413 without being read into memory. */
  bodyLimitBytes: number;
  /** Time in which a request, with its body, must have arrived; 30 seconds when it is not given. */
  requestTimeoutMs?: number;
  /** What must work before /ready says yes, by name. */
  readiness: Readonly<Record<string, ReadinessCheck>>;
  /** Shown by /ready as well. */
  readinessDetails?: ReadinessDetails;
  /** Answers over https, and not over http. */
  tls?: ServerTls | null;
  /** Whether {@link bytesOf} has the bytes of a body. */
  keepsBodies?: boolean;
  /** Answers a request whose address cannot be read, such as `/%E0%A4`; as an error of GraphQL when it is not given. */
  refuseAddress?: (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;
  /** Explains an error to clients that is neither theirs nor a bug, such as an unavailable database; null for all others. */
  explainError?: (error: unknown) => PublicError | null;
}

const bodies = new WeakMap<FastifyRequest, Buffer>();

/** The bytes of a request's body, as they came; none where there was no body. Only of a server that keeps bodies. */
export function bytesOf(request: FastifyRequest): Buffer {
  return bodies.get(request) ?? NO_BYTES;
}

const NO_BYTES = Buffer.alloc(0);

/**
 * The HTTP server that departments and gateway share: /health and /ready, JSON bodies that are
 * checked to be UTF-8, and every error as `{ errors: [{ message, extensions: { code } }] }`.
 */
export function createHttpServer({
  logger,
  bodyLimitBytes,
  requestTimeoutMs = REQUEST_TIMEOUT_MS,
  readiness,
  readinessDetails,
  tls = null,
  keepsBodies = false,
  refuseAddress = sendError,
  explainError = () => null,
}: HttpServerOptions): FastifyInstance {
  const checkMs = Math.min(SLOW_REQUESTS_MS, requestTimeoutMs / 2);
  const http: ServerOptions = {
    // Node would take the first of two and drop the other, where a proxy may have looked at the other. Joined, they are malformed.
    joinDuplicateHeaders: true,
    headersTimeout: requestTimeoutMs,
    connectionsCheckingInterval: checkMs,
  };
  const options: FastifyServerOptions = {
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // Requests are not logged one by one, so that a logger for each would only cost time.
    childLoggerFactory: (parent) => parent,
    bodyLimit: bodyLimitBytes,
    // A prototype key in a body is data like any other to us; JSON.parse alone never sets a prototype.
    onProtoPoisoning: 'ignore',
    onConstructorPoisoning: 'ignore',
    forceCloseConnections: 'idle',
    // What still arrives while closing is answered like any other request.
    return503OnClosing: false,
    requestTimeout: 0,
    clientErrorHandler: refuseConnection,
    frameworkErrors: (error, request, reply) => void refuseAddress(error, request, reply),
  };
  // Routes need not know which of the two it is.
  // Fastify's types tell the two apart; routes need not.
  const server = Fastify({
    ...options,
    ...(tls ? { https: { ...http, ...tls.options } } : { http }),
  } as FastifyServerOptions) as FastifyInstance;
  tls?.attach(server);

  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    ['application/json', 'application/graphql+json'],
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (keepsBodies) bodies.set(request, body);
      return readJsonBody(body);
    },
  );
  server.setErrorHandler((error, request, reply) => {
    const explained = isPublicError(error) ? null : explainError(error);
    if (explained) request.log.warn({ err: error }, explained.message);
    return sendErrorLast(explained ?? error, request, reply);
  });
  server.setNotFoundHandler((request, reply) =>
    reply.status(404).send({
      errors: [
        {
          message: `No ${request.method} ${request.url.split('?')[0]} here.`,
          extensions: { code: 'NOT_FOUND' },
        },
      ],
    }),
  );
  limitRequestTime(server.server, requestTimeoutMs, checkMs);
  drainConnections(server);
  limitPipelining(server.server, (pipelined) =>
    logger.warn({ pipelined }, 'connection closed: too many requests before the first answer'),
  );
  addHealth(server, readiness, readinessDetails);
  return server;
}
