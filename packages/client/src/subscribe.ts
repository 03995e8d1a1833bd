import { createClient } from 'graphql-sse';
import { startDeadline } from './deadline.ts';
import { noAnswer } from './problems.ts';
import { failed, readResponse, toAnswer } from './read-response.ts';
import { bodyOf, headersOf, noteUnknown, type Operation, type Session } from './request.ts';
import { jittered } from './send.ts';
import type { Answer, AskOptions } from './types.ts';

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;
/** The gateway sends a byte every 12 seconds, also when nothing happens. */
const MAX_SILENCE_MS = 30_000;

/**
 * Yields an answer for each event. When the connection is lost, the gateway interrupts the subscription or the token has expired,
 * yields that as a problem and subscribes again, with fresh headers. Ends when the server completes the subscription or refuses
 * it for good.
 */
export async function* subscribeTo<Data>(
  session: Session,
  operation: Operation,
  asked: AskOptions,
): AsyncGenerator<Answer<Data>> {
  for (let failures = 0; ; failures++) {
    asked.signal?.throwIfAborted();
    const body = bodyOf(session, operation);
    const connection = await connect(session, body, asked);
    let last: Answer<Data> | undefined;
    try {
      for await (const event of connection.events) {
        last = toAnswer<Data>(event);
        if (noteUnknown(session, last, body)) break;
        if (last.data !== null) failures = 0;
        yield last;
      }
      connection.check();
    } catch (error) {
      asked.signal?.throwIfAborted();
      const lost = noAnswer(`The subscription was interrupted: ${(error as Error).message}`, true);
      last = (connection.refusal() as Answer<Data> | null) ?? failed(lost);
      yield last;
    } finally {
      connection.close();
    }
    if (last && noteUnknown(session, last, body)) continue;
    if (!last || !mayGoOn(last, connection.refusal() !== null)) return;
    await pause(jittered(Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** failures)), asked.signal);
  }
}

interface Connection {
  events: AsyncIterable<Record<string, unknown>>;
  /** What the server answered instead of events. */
  refusal(): Answer<unknown> | null;
  /** @throws Error when the events ended because none came, not even a ping; the reason of the caller's signal */
  check(): void;
  close(): void;
}

async function connect({ options }: Session, body: object, asked: AskOptions): Promise<Connection> {
  const headers = await headersOf(options, asked, 'text/event-stream');
  let refusal: Answer<unknown> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSilent = false;
  const client = createClient({ url: options.url, retryAttempts: 0, headers, fetchFn });
  const close = () => {
    clearTimeout(timer);
    client.dispose();
  };
  asked.signal?.addEventListener('abort', close);

  async function fetchFn(url: string, init: RequestInit): Promise<Response> {
    restart();
    const response = await (options.fetch ?? fetch)(url, { ...init, redirect: 'manual' });
    const isEvents = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
    if (response.ok && isEvents && response.body) {
      return new Response(response.body.pipeThrough(new TransformStream({ transform })), response);
    }
    refusal = await readResponse(response);
    throw new Error('refused');
  }

  function transform(chunk: unknown, controller: TransformStreamDefaultController): void {
    restart();
    controller.enqueue(chunk);
  }

  function restart(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      isSilent = true;
      client.dispose();
    }, MAX_SILENCE_MS);
  }

  return {
    // The types of graphql-sse demand a text.
    events: client.iterate(body as { query: string }) as AsyncIterable<object> as Connection['events'],
    refusal: () => refusal,
    check() {
      asked.signal?.throwIfAborted();
      if (isSilent) throw new Error('nothing came for too long');
    },
    close() {
      asked.signal?.removeEventListener('abort', close);
      close();
    },
  };
}

/** Whether a subscription that ended with this answer goes on. A token that expired meanwhile is replaced; a bad one is refused. */
function mayGoOn({ data, problems }: Answer<unknown>, isRefused: boolean): boolean {
  return (
    data === null &&
    problems.length > 0 &&
    problems.every(({ canRetry, code }) => canRetry || (code === 'UNAUTHENTICATED' && !isRefused))
  );
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  const deadline = startDeadline(ms + 1000, signal);
  await deadline.wait(ms);
  deadline.end();
}
