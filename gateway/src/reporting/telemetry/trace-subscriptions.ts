import type { EngineOptions } from '@yiwang/engine';
import { logContext } from '@yiwang/service/logging';
import { currentSpan, startLinked, type Tracing, withinSpan } from '@yiwang/service/telemetry';
import { observedErrors, observedOperation } from './observed-operation.ts';
import { OTHER } from './operation-names.ts';

const NO_DEPARTMENTS: ReadonlySet<string> = new Set();

/**
 * Makes the function that traces subscriptions. Opening one at a department is a span beneath that of the operation. Each event is a trace of its
 * own, since a subscription goes on for days, and is sampled by itself; a link leads to the subscription.
 */
export function createTraceSubscription(tracing: Tracing): NonNullable<EngineOptions['onSubscribe']> {
  return ({ name, url }) => {
    const subscription = currentSpan();
    if (!subscription) return undefined;
    const operation = observedOperation.getStore()?.name ?? OTHER;
    const context = logContext.getStore();
    const { hostname, port } = new URL(url);
    const opening = tracing.start(`subscribe ${name}`, {
      kind: 'client',
      attributes: {
        'server.address': hostname,
        'server.port': Number(port) || undefined,
        'yiwang.department': name,
      },
    });
    let isOpening = true;
    return {
      headers: ['traceparent', opening.traceparent],
      opened(fault) {
        if (!isOpening) return;
        isOpening = false;
        opening.end(fault);
      },
      async event(answer) {
        const span = startLinked(
          tracing,
          `event ${operation}`,
          {
            kind: 'consumer',
            attributes: { 'graphql.operation.name': operation, 'yiwang.department': name },
          },
          subscription,
        );
        let error: string | null = 'INTERNAL_ERROR';
        try {
          const answered = await withinSpan(span, answer, context);
          error = observedErrors(answered.errors, NO_DEPARTMENTS)[0]?.code ?? null;
          return answered;
        } finally {
          span.end(error);
        }
      },
    };
  };
}
