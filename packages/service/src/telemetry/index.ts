export type { Metrics, Sample } from './metrics.ts';
export { observeHttp } from './observe-http.ts';
export { openMetrics } from './open-metrics.ts';
export { openTracing } from './open-tracing.ts';
export {
  currentSpan,
  type Span,
  type SpanOptions,
  startLinked,
  traced,
  traceProcess,
  type TraceScope,
  traceScope,
  type Tracing,
  withinSpan,
} from './tracing.ts';
