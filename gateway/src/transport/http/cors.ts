import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { AllowedOrigins } from '../../pipeline/csrf-prevention/allowed-origins.ts';
import { FILE_HEADERS, RESPONSE_HEADERS } from '../../pipeline/request/response-headers.ts';

/** How long a browser caches a preflight. */
const MAX_AGE_SECONDS = 600;

/**
 * Lets web pages of other origins send requests and read the answers (CORS). Nobody signs in by a cookie, so browsers are never told to
 * send any.
 *
 * @param origins with none, browsers let no page of another origin read anything
 */
export function allowOrigins(server: FastifyInstance, origins: AllowedOrigins): void {
  if (origins.none) return;
  server.register(cors, {
    origin: origins.everyone
      ? '*'
      : (origin, decide) => decide(null, origin !== undefined && origins.includes(origin)),
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    exposedHeaders: [...Object.keys(RESPONSE_HEADERS), ...Object.keys(FILE_HEADERS)],
    maxAge: MAX_AGE_SECONDS,
    strictPreflight: false,
  });
}
