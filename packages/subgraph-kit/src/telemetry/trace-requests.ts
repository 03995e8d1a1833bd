import { logContext } from '@yiwang/service/logging';
import {
  currentSpan,
  type Span,
  startLinked,
  traceScope,
  type Tracing,
  withinSpan,
} from '@yiwang/service/telemetry';
import type { ObserveRequest } from './observe-route.ts';
import type { QueryObserver } from './observe-queries.ts';

/** Table of a statement, as far as its text names one at all. */
const TABLE = /\b(?:from|into|update)\s+"?([a-z_][a-z0-9_]*)"?/i;
const MAX_SUMMARIES = 5000;

/**
 * Makes the function that traces requests. The span begins when it is known who asks: a gateway decides what is sampled, and nobody else
 * does. It is dated back to the beginning of the request.
 */
export function createTraceRequest(tracing: Tracing): ObserveRequest {
  return async (request, _reply, observed, run) => {
    const startedAt = performance.now();
    const scope: { span: Span | null } = { span: null };
    observed.onIdentified = (isOfGateway) => {
      const given = isOfGateway ? request.headers['traceparent'] : undefined;
      const traceparent = typeof given === 'string' ? given : undefined;
      scope.span = tracing.start('graphql', { kind: 'server', startedAt, traceparent });
      const context = logContext.getStore();
      if (context) Object.assign(context, { traceId: scope.span.traceId, spanId: scope.span.spanId });
    };
    observed.onEvent = async (answer) => {
      if (!scope.span) return answer();
      const span = startLinked(tracing, `event ${observed.operation}`, { kind: 'producer' }, scope.span);
      let error: string | null = 'INTERNAL_ERROR';
      try {
        const answered = await withinSpan(span, answer);
        error = null;
        return answered;
      } finally {
        span.set({ 'graphql.operation.type': 'subscription', 'yiwang.operation': observed.operation });
        span.end(error);
      }
    };
    try {
      return await traceScope.run(scope, run);
    } finally {
      const { operation, type, client, end, codes } = observed;
      const span = scope.span ?? tracing.start('graphql', { kind: 'server', startedAt });
      span.rename(type === 'none' ? 'graphql' : `${type} ${operation}`);
      span.set({
        'http.request.method': request.method === 'GET' ? 'GET' : 'POST',
        'graphql.operation.type': type === 'none' ? undefined : type,
        'yiwang.operation': operation,
        'yiwang.client': client,
      });
      span.end(codes[0] ?? (end === 'executed' ? null : end.toUpperCase()));
    }
  };
}

/**
 * Traces statements that a request waits for: what they do and to which table, never their text or values. A statement for several requests
 * is in the trace of the first of them.
 */
export function createTraceQueries(tracing: Tracing): QueryObserver {
  const summaries = new Map<string, string>();

  function summaryOf(kind: string, text: string): string {
    let summary = summaries.get(text);
    if (summary === undefined) {
      const table = TABLE.exec(text)?.[1];
      summary = table ? `${kind.toUpperCase()} ${table}` : kind.toUpperCase();
      if (summaries.size < MAX_SUMMARIES) summaries.set(text, summary);
    }
    return summary;
  }

  return {
    begin({ kind, text }) {
      if (!currentSpan()) return () => {};
      const summary = summaryOf(kind, text);
      const span = tracing.start(summary, {
        kind: 'client',
        attributes: {
          'db.system.name': 'postgresql',
          'db.operation.name': kind.toUpperCase(),
          'db.query.summary': summary,
        },
      });
      return (outcome) => span.end(outcome === 'ok' ? null : 'DATABASE_ERROR');
    },
  };
}
