import type { Logger } from '@yiwang/observability';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { drainConnections } from './drain-connections.ts';
import { addHealth, type ReadinessCheck } from './health.ts';
import { readJsonBody } from './json-body.ts';
import { refuseConnection } from './refuse-connection.ts';
import { sendError, sendErrorLast } from './send-error.ts';

/** Time in which a request, with its body, must have arrived. */
const REQUEST_TIMEOUT_MS = 30_000;

export interface HttpServerOptions {
  logger: Logger;
  /** Larger bodies are answered 413 without being read into memory. */
  bodyLimitBytes: number;
  /** What must work before /ready says yes, by name. */
  readiness: Readonly<Record<string, ReadinessCheck>>;
}

/**
 * The HTTP server that departments and gateway share: /health and /ready, JSON bodies that are
 * checked to be UTF-8, and every error as `{ errors: [{ message, extensions: { code } }] }`.
 */
export function createHttpServer({ logger, bodyLimitBytes, readiness }: HttpServerOptions): FastifyInstance {
  const server = Fastify({
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
    requestTimeout: REQUEST_TIMEOUT_MS,
    clientErrorHandler: refuseConnection,
    frameworkErrors: sendError,
  });

  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    ['application/json', 'application/graphql+json'],
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => readJsonBody(body),
  );
  server.setErrorHandler(sendErrorLast);
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
  drainConnections(server);
  addHealth(server, readiness);
  return server;
}
