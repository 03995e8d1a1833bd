import { type Span, type Tracing, withinSpan } from '@yiwang/service/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE']);
const NOT_ANSWERED = 'CANCELLED';

/**
 * Puts each request to the routes of a scope into a span of its own, which the gateway's spans are beneath. To be called before the routes are
 * added.
 *
 * Spans have the template of a route and never an address, in which numbers of cases and words of searches stand. A `traceparent` that a
 * browser sends is not read: anyone can send one, and would decide what is sampled.
 *
 * @param templateOf of a request
 */
export function traceRoutes(
  server: FastifyInstance,
  tracing: Tracing,
  templateOf: (request: FastifyRequest) => string,
): void {
  const spans = new WeakMap<FastifyRequest, Span>();

  server.addHook('onRequest', (request, { raw }, done) => {
    const method = METHODS.has(request.method) ? request.method : 'OTHER';
    const route = templateOf(request);
    const span = tracing.start(`${method} ${route}`, {
      kind: 'server',
      attributes: { 'http.request.method': method, 'http.route': route },
    });
    spans.set(request, span);
    // Not a hook of Fastify: it has none for a reader who leaves.
    raw.once('close', () => {
      const { headersSent, statusCode, writableFinished } = raw;
      if (headersSent) span.set({ 'http.response.status_code': statusCode });
      span.end(!writableFinished ? NOT_ANSWERED : statusCode >= 500 ? String(statusCode) : null);
    });
    done();
  });

  // The handler runs in the scope of the span. A hook would lose it with the body, whose bytes come in the scope of the connection.
  server.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = function traced(request, reply) {
      const span = spans.get(request) ?? null;
      if (!span) return handler.call(this, request, reply);
      return withinSpan(span, () => handler.call(this, request, reply));
    };
  });
}
