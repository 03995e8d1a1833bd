import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { Agent, Dispatcher } from 'undici';
import type { AssertionProvider } from '../../core/assertion-provider.ts';
import {
  type Subgraph,
  type SubgraphClientOptions,
  SubgraphFault,
  type SubscriptionObserver,
  type FaultReason,
  explain,
} from '../../core/subgraph.ts';
import { withAssertion } from '../with-assertion.ts';
import { mediaTypeOf, parseAnswer, parseAnswerText } from '../../core/read-answer.ts';
import { EventQueue, type EventStream } from './event-stream.ts';

type Limits = Pick<SubgraphClientOptions, 'timeoutMs' | 'answerLimitBytes'>;

const HEADERS = ['content-type', 'application/json', 'accept', 'text/event-stream'];

/**
 * Opens a subscription over server-sent events, in the distinct connections mode of the graphql-sse protocol:
 * `next` with a result, `complete` at the end. A subgraph may also refuse with a single JSON answer.
 */
export function openSse(
  agent: Agent,
  subgraph: Subgraph,
  url: string,
  body: string,
  assertionProvider: AssertionProvider | undefined,
  { timeoutMs, answerLimitBytes }: Limits,
  observer?: SubscriptionObserver,
): EventStream {
  let controller: Dispatcher.DispatchController | undefined;
  let status = 0;
  let contentType: string | undefined;
  /** The body of an answer that is not a stream. */
  const chunks: Buffer[] = [];
  let size = 0;

  const events = new EventQueue({
    pause: () => controller?.pause(),
    resume: () => controller?.resume(),
    disconnect() {
      clearTimeout(timer);
      observer?.opened('CANCELLED');
      controller?.abort(new Error('The subscription has ended.'));
    },
  });
  // Runs until a stream begins, or until the last byte of another answer: a stream may be silent for days.
  const timer = setTimeout(() => fail('TIMEOUT', `${timeoutMs} ms`), timeoutMs);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = createParser({
    maxBufferSize: answerLimitBytes,
    onEvent: receive,
    onError: ({ type }) => {
      if (type === 'max-buffer-size-exceeded') tooLarge();
    },
  });

  function fail(reason: FaultReason, detail: string, cause?: unknown): void {
    end(new SubgraphFault(subgraph.name, reason, detail, cause));
  }
  function end(fault: SubgraphFault): void {
    observer?.opened(fault.reason);
    events.end(fault);
  }
  function tooLarge(): void {
    fail('TOO_LARGE', `more than ${answerLimitBytes} bytes`);
  }
  function attempt(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (error instanceof SubgraphFault) end(error);
      else fail('NOT_GRAPHQL', explain(error), error);
    }
  }

  function receive({ event, data }: EventSourceMessage): void {
    if (event === 'complete') events.end();
    else if (event === 'next') attempt(() => events.push(parseAnswerText(subgraph.name, data)));
    else fail('NOT_GRAPHQL', `an event named "${event ?? 'message'}"`);
  }

  const isStream = () => status === 200 && mediaTypeOf(contentType) === 'text/event-stream';
  const { origin, pathname, search } = new URL(url);
  const dispatch = (headers: string[]) => {
    if (events.ended) return;
    agent.dispatch(
      { origin, path: pathname + search, method: 'POST', headers, body },
      {
        onRequestStart(started) {
          controller = started;
          // Nobody waits any longer.
          if (events.ended) started.abort(new Error('The subscription has ended.'));
        },
        onResponseStart(_controller, statusCode, answered) {
          status = statusCode;
          contentType = answered['content-type'] as string | undefined;
          if (!isStream()) return;
          clearTimeout(timer);
          observer?.opened(null);
        },
        onResponseData(_controller, chunk) {
          if (events.ended) return;
          if (isStream()) {
            attempt(() => parser.feed(decoder.decode(chunk, { stream: true })));
            return;
          }
          size += chunk.length;
          if (size > answerLimitBytes) tooLarge();
          else chunks.push(chunk);
        },
        onResponseEnd() {
          if (isStream()) return fail('BROKEN_OFF', 'the stream ended without "complete"');
          attempt(() =>
            events.push(parseAnswer(subgraph.name, { status, contentType, body: Buffer.concat(chunks) })),
          );
          events.end();
        },
        onResponseError: (_controller, error) =>
          fail(isStream() ? 'BROKEN_OFF' : 'UNREACHABLE', explain(error), error),
      },
    );
  };
  const headers = observer ? [...HEADERS, ...observer.headers] : HEADERS;
  withAssertion(headers, subgraph, body, assertionProvider, dispatch, (error) => events.end(error));
  return events;
}
