import { isPublicError } from '@yiwang/errors';
import type { FastifyInstance } from 'fastify';
import { isStopping } from './drain-connections.ts';

/** Resolves when the thing works, rejects with the reason when it does not. The message of a PublicError is shown. */
export type ReadinessCheck = () => Promise<unknown> | unknown;

/** What /ready shows besides the checks, by name. It does not decide whether the thing is ready. */
export type ReadinessDetails = () => Promise<Readonly<Record<string, unknown>>>;

/**
 * GET /health: 200 while the process answers at all.
 * GET /ready: 200 when every check passes, else 503 with each check's state. 503 as well while the process drains before it stops.
 */
export function addHealth(
  server: FastifyInstance,
  checks: Readonly<Record<string, ReadinessCheck>>,
  details: ReadinessDetails = async () => ({}),
): void {
  server.get('/health', () => ({ status: 'ok' }));

  server.get('/ready', async (request, reply) => {
    const states = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await check();
          return [name, 'ok'] as const;
        } catch (error) {
          // Foreseen, and for whoever asks; it would fill the log as often as it is asked for.
          if (isPublicError(error)) return [name, error.message] as const;
          request.log.warn({ check: name, err: error }, 'not ready');
          return [name, 'failed'] as const;
        }
      }),
    );
    const works = states.every(([, state]) => state === 'ok');
    const status = isStopping(server) ? 'stopping' : works ? 'ready' : 'not ready';
    return reply.status(status === 'ready' ? 200 : 503).send({
      status,
      checks: Object.fromEntries(states),
      ...(await details()),
    });
  });
}
