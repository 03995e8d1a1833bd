import type { EngineOptions } from '@yiwang/engine';
import { currentSpan, type Tracing, withinSpan } from '@yiwang/service/telemetry';
import { createHopsOf, createIsProxy, networkOf } from '../../pipeline/rate-limits/client-address.ts';
import type { Incoming } from '../../pipeline/request/request.ts';
import type { ObservedOperation } from './observed-operation.ts';

/** Runs an operation in a span, which is filled in with what was found out about it. */
export type TraceOperation = <Result>(
  incoming: Incoming,
  operation: ObservedOperation,
  run: () => Promise<Result>,
) => Promise<Result>;

/**
 * Makes the function that traces operations.
 *
 * A client that may say `sampled` for all of its requests may make this system, and its collector, work for it: so the header traceparent
 * counts from the addresses of `traceparentFrom` only, and anybody else gets a trace that begins here. The portal is listed as a
 * proxy, which it is beside: the client address is that of its reader, whose header it does not pass on.
 *
 * @param traceparentFrom addresses and networks; of IPv6 the /64
 * @param trustedProxies see createHopsOf
 */
export function createTraceOperation(
  tracing: Tracing,
  traceparentFrom: readonly string[],
  trustedProxies: readonly string[],
): TraceOperation {
  const hopsOf = createHopsOf(trustedProxies);
  const isListed = createIsProxy(traceparentFrom);
  const networks = new Set(traceparentFrom.map(networkOf));
  const isTrusted = (address: string) => isListed(address) || networks.has(address);

  return async (incoming, operation, run) => {
    const { headers, requestId, method } = incoming;
    const { traceparent } = headers;
    const isGiven = typeof traceparent === 'string' && hopsOf(incoming).some(isTrusted);
    const span = tracing.start('graphql', {
      kind: 'server',
      traceparent: isGiven ? traceparent : undefined,
      attributes: {
        'http.request.method': method === 'GET' ? 'GET' : 'POST',
        'yiwang.request_id': requestId,
      },
    });
    try {
      return await withinSpan(span, run);
    } finally {
      const { name, client, kind, variant, end, errors } = operation;
      span.rename(kind === 'subscription' ? `subscription ${name}` : `graphql ${name}`);
      span.set({
        'graphql.operation.name': name,
        'yiwang.client': client,
        'yiwang.variant': variant,
        'yiwang.end': end,
      });
      span.end(end === 'complete' ? null : (errors[0]?.code ?? end.toUpperCase()));
    }
  };
}

/** Makes the function that puts each request to a department in a span, of which the department learns. */
export function createTraceFetch(tracing: Tracing): NonNullable<EngineOptions['onFetch']> {
  return ({ name, url }) => {
    // What no request waits for is not traced.
    if (!currentSpan()) return { end: () => {} };
    const { hostname, port } = new URL(url);
    const span = tracing.start(`fetch ${name}`, {
      kind: 'client',
      attributes: {
        'http.request.method': 'POST',
        'server.address': hostname,
        'server.port': Number(port) || undefined,
        'yiwang.department': name,
      },
    });
    return {
      headers: ['traceparent', span.traceparent],
      end(outcome, status) {
        span.set({ 'http.response.status_code': status ?? undefined });
        span.end(outcome === 'ANSWERED' ? null : outcome);
      },
    };
  };
}
