import { type Span, type SpanOptions, traceProcess } from '@yiwang/service/telemetry';

/** A span that was begun, with what it was begun with. */
export interface RecordedSpan extends SpanOptions {
  name: string;
  traceparent: string;
  /** Undefined until it ends; null when all went well. */
  error?: string | null;
}

/** Records the spans of work that no request begins, until it is disposed of. */
export function recordSpans(): Disposable & { spans: readonly RecordedSpan[] } {
  const spans: RecordedSpan[] = [];
  const recording = traceProcess({
    start(name, options): Span {
      const traceparent = `00-${'0'.repeat(31)}1-${String(spans.length + 1).padStart(16, '0')}-01`;
      const recorded: RecordedSpan = { ...options, name, traceparent };
      spans.push(recorded);
      return {
        ...{ traceparent, traceId: 'trace', spanId: String(spans.length) },
        rename: () => {},
        set: () => {},
        end: (error = null) => void (recorded.error = error),
      };
    },
    [Symbol.asyncDispose]: async () => {},
  });
  return { spans, [Symbol.dispose]: () => recording[Symbol.dispose]() };
}
