import { AsyncLocalStorage } from 'node:async_hooks';

/** What lines of the log say of the request that they are about. */
export interface LogContext {
  /** Of the request, here and at the other services; undefined until it is known. */
  requestId?: string | undefined;
  /** Of the trace, 32 hexadecimal digits; undefined without one. */
  traceId?: string | undefined;
  spanId?: string | undefined;
}

/**
 * The request that the current code works for. What several requests share, such as a read of a department that is sent once, is in the
 * context of the first of them.
 */
export const logContext = new AsyncLocalStorage<LogContext>();

const NOTHING = {};

/** The fields of a line, in the names that collectors of logs know. */
export function contextFields(): Record<string, string> {
  const context = logContext.getStore();
  if (!context) return NOTHING;
  const { requestId, traceId, spanId } = context;
  return {
    ...(requestId !== undefined && { requestId }),
    ...(traceId !== undefined && { trace_id: traceId }),
    ...(spanId !== undefined && { span_id: spanId }),
  };
}
