import { AsyncLocalStorage } from 'node:async_hooks';
import { type LogContext, logContext } from '../logging/index.ts';

/** Numbers, booleans and words of our own. Nothing that a client, a row or a file holds. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export type SpanKind = 'server' | 'client' | 'internal' | 'producer' | 'consumer';

export interface SpanOptions {
  kind: SpanKind;
  attributes?: Attributes;
  /** Header traceparent of a caller who is trusted to decide what is sampled; the current span when left out. */
  traceparent?: string | undefined;
  /** Header of what led to this, which may have been long ago. */
  link?: string | undefined;
  /** By performance.now; now when left out. */
  startedAt?: number | undefined;
}

/** A span that is under way. */
export interface Span {
  /** What a service that is called gets as its header traceparent. */
  readonly traceparent: string;
  readonly traceId: string;
  readonly spanId: string;
  rename(name: string): void;
  set(attributes: Attributes): void;
  /** @param error a code of ours; null when all went well */
  end(error?: string | null): void;
}

/** Makes spans, and sends those that are sampled. */
export interface Tracing extends AsyncDisposable {
  start(name: string, options: SpanOptions): Span;
}

/** The span that the current code works for; set later than the scope where it depends on who asks. */
export interface TraceScope {
  span: Span | null;
}

/**
 * Begins a span that is the first of a trace of its own, with a link to what led to it: an event of a subscription, which may go on for days.
 */
export function startLinked(
  tracing: Tracing,
  name: string,
  options: Omit<SpanOptions, 'traceparent' | 'link'>,
  cause: Span,
): Span {
  return traceScope.run({ span: null }, () => tracing.start(name, { ...options, link: cause.traceparent }));
}

/** Only set while traces are on. */
export const traceScope = new AsyncLocalStorage<TraceScope>();

/** The current span; null when there is none, as always while traces are off. */
export function currentSpan(): Span | null {
  return traceScope.getStore()?.span ?? null;
}

/** Runs code in a span, whose ids are in what it logs. @param context of what it logs besides; the current one when left out */
export function withinSpan<Result>(
  span: Span,
  run: () => Result,
  context: LogContext | undefined = logContext.getStore(),
): Result {
  const { traceId, spanId } = span;
  return traceScope.run({ span }, () => logContext.run({ ...context, traceId, spanId }, run));
}

/** That of the process, for work that no request begins. */
let ofProcess: Tracing | null = null;

/** Lets {@link traced} make spans until disposed. */
export function traceProcess(tracing: Tracing): Disposable {
  ofProcess = tracing;
  return {
    [Symbol.dispose]() {
      if (ofProcess === tracing) ofProcess = null;
    },
  };
}

/** Does a piece of work in a span of its own; just does it while traces are off. */
export async function traced<Result>(
  name: string,
  options: SpanOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!ofProcess) return work();
  const span = ofProcess.start(name, options);
  try {
    const result = await traceScope.run({ span }, work);
    span.end();
    return result;
  } catch (error) {
    // The name of its class: a message may quote anything.
    span.end(error instanceof Error ? error.constructor.name : 'Error');
    throw error;
  }
}
