import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { Agent, Dispatcher } from 'undici';
import type { Voucher } from '../../access/voucher.ts';
import type { Department, DepartmentClientOptions } from '../department.ts';
import { DepartmentFault, type FaultReason } from '../department-fault.ts';
import { withAssertion } from '../dispatch.ts';
import { explain } from '../explain.ts';
import { mediaTypeOf, parseAnswer, parseAnswerText } from '../read-answer.ts';
import { EventQueue } from './event-queue.ts';
import type { EventStream } from './event-stream.ts';

type Limits = Pick<DepartmentClientOptions, 'timeoutMs' | 'answerLimitBytes'>;

const HEADERS = ['content-type', 'application/json', 'accept', 'text/event-stream'];

/**
 * A subscription over server-sent events, as the protocol of graphql-sse has them in its mode of distinct connections:
 * `next` with a result, `complete` at the end. A department may also refuse with one answer as JSON.
 */
export function openSse(
  agent: Agent,
  department: Department,
  url: string,
  body: string,
  voucher: Voucher | undefined,
  { timeoutMs, answerLimitBytes }: Limits,
): EventStream {
  let controller: Dispatcher.DispatchController | undefined;
  let status = 0;
  let contentType: string | undefined;
  /** Of an answer that is no stream. */
  const chunks: Buffer[] = [];
  let size = 0;

  const events = new EventQueue({
    pause: () => controller?.pause(),
    resume: () => controller?.resume(),
    disconnect() {
      clearTimeout(timer);
      controller?.abort(new Error('The subscription has ended.'));
    },
  });
  // To the first byte of a stream, or to the last one of another answer: a stream may be silent for days.
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
    events.end(new DepartmentFault(department.name, reason, detail, cause));
  }
  function tooLarge(): void {
    fail('TOO_LARGE', `more than ${answerLimitBytes} bytes`);
  }
  function attempt(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (error instanceof DepartmentFault) events.end(error);
      else fail('NOT_GRAPHQL', explain(error), error);
    }
  }

  function receive({ event, data }: EventSourceMessage): void {
    if (event === 'complete') events.end();
    else if (event === 'next') attempt(() => events.push(parseAnswerText(department.name, data)));
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
          if (isStream()) clearTimeout(timer);
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
            events.push(parseAnswer(department.name, { status, contentType, body: Buffer.concat(chunks) })),
          );
          events.end();
        },
        onResponseError: (_controller, error) =>
          fail(isStream() ? 'BROKEN_OFF' : 'UNREACHABLE', explain(error), error),
      },
    );
  };
  withAssertion(HEADERS, department, voucher, dispatch, (error) => events.end(error));
  return events;
}
