import { startDeadline } from './deadline.ts';
import { noAnswer } from './problems.ts';
import { failed, readResponse, toAnswer } from './read-response.ts';
import { bodyOf, headersOf, type Operation } from './request.ts';
import { jittered } from './send.ts';
import type { Answer, AskOptions, ClientOptions } from './types.ts';

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 30_000;

/**
 * Yields an answer for each event. When the connection is lost, or the gateway interrupts the subscription or the token has
 * expired, yields that as a problem and subscribes again, with fresh headers. Ends when the server completes the subscription or
 * refuses it for good.
 */
export async function* subscribeTo<Data>(
  options: ClientOptions,
  operation: Operation,
  asked: AskOptions,
): AsyncGenerator<Answer<Data>> {
  asked.signal?.throwIfAborted();
  const { createClient } = await import('graphql-sse');
  for (let failures = 0; ; failures++) {
    const connection = startConnection();
    let last: Answer<Data> | undefined;
    try {
      for await (const event of connection.events) {
        last = toAnswer<Data>(event as unknown as Record<string, unknown>);
        if (last.data !== null) failures = 0;
        yield last;
      }
      asked.signal?.throwIfAborted();
      if (!last || !mayGoOn(last)) return;
    } catch (error) {
      asked.signal?.throwIfAborted();
      const refusal = connection.refusal() as Answer<Data> | null;
      last =
        refusal ?? failed(noAnswer(`The subscription was interrupted: ${(error as Error).message}`, true));
      yield last;
      if (!last.problems.every(({ canRetry }) => canRetry)) return;
    } finally {
      connection.close();
    }
    await pause(jittered(Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** failures)), asked.signal);
  }

  function startConnection() {
    let refusal: Answer<unknown> | null = null;
    const client = createClient({
      url: options.url,
      retryAttempts: 0,
      headers: () => headersOf(options, asked, 'text/event-stream'),
      async fetchFn(url: string, init: RequestInit) {
        const response = await (options.fetch ?? fetch)(url, { ...init, redirect: 'manual' });
        const isEvents = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
        if (response.ok && isEvents) return response;
        refusal = await readResponse(response);
        throw new Error('refused');
      },
    });
    const close = () => client.dispose();
    asked.signal?.addEventListener('abort', close);
    return {
      events: client.iterate(bodyOf(operation, 'text') as never),
      refusal: () => refusal,
      close() {
        asked.signal?.removeEventListener('abort', close);
        client.dispose();
      },
    };
  }
}

/** Whether a subscription that ended with this answer goes on: fresh headers help where the token has expired. */
function mayGoOn({ data, problems }: Answer<unknown>): boolean {
  return (
    data === null &&
    problems.length > 0 &&
    problems.every(({ canRetry, code }) => canRetry || code === 'UNAUTHENTICATED')
  );
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  const deadline = startDeadline(ms + 1000, signal);
  try {
    await deadline.wait(ms);
    signal?.throwIfAborted();
  } finally {
    deadline.end();
  }
}
