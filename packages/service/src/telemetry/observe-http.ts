import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Metrics } from './metrics.ts';

const METHODS = new Set(['GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);

/** Counts the requests of a server by its routes. To be called before it listens. */
export function observeHttp(server: FastifyInstance, metrics: Metrics): void {
  const requests = metrics.counter(
    'yiwang_http_requests_total',
    'Answered HTTP requests. A stream counts when it ends.',
    ['route', 'method', 'status'],
  );
  const durations = metrics.histogram(
    'yiwang_http_request_duration_seconds',
    'Seconds from the headers of a request to the end of its answer, streams included.',
    ['route'],
  );
  server.addHook('onResponse', (request, reply, done) => {
    // The pattern of the route, such as /files/:id: an address may hold anything.
    const route = request.routeOptions.url ?? 'none';
    const method = METHODS.has(request.method) ? request.method : 'other';
    requests.inc({ route, method, status: statusOf(reply) });
    durations.observe({ route }, reply.elapsedTime / 1000);
    done();
  });
}

/** 0 when the client left before there was an answer. */
function statusOf({ raw }: FastifyReply): string {
  return raw.headersSent ? String(raw.statusCode) : '0';
}
