import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** A browser asks again for permission after so many seconds. */
const MAX_AGE_SECONDS = 600;

/** What scripts of other origins may read, beside the few that they always may. */
const EXPOSED = [
  'operation-cost',
  'ratelimit',
  'ratelimit-policy',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'www-authenticate',
];

/**
 * Lets web pages of other origins ask and read the answers (CORS). Nobody is signed in by a cookie here, so browsers are
 * never told to send any.
 *
 * @param origins `*` for all; with none, no browser lets any other page read anything
 */
export function allowOrigins(server: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  server.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'POST'],
    exposedHeaders: EXPOSED,
    maxAge: MAX_AGE_SECONDS,
    strictPreflight: false,
  });
}
