import { type Deadline, startDeadline } from './deadline.ts';
import { noAnswer } from './problems.ts';
import { failed, readAnswers } from './read-response.ts';
import { bodyOf, headersOf, noteUnknown, type Operation, type Session } from './request.ts';
import type { Answer, AskOptions, ClientOptions, StreamedAnswer } from './types.ts';

const ACCEPTS_JSON = 'application/graphql-response+json, application/json;q=0.9';
const ACCEPTS_PARTS = `multipart/mixed;deferSpec=20220824, ${ACCEPTS_JSON}`;

const TIMEOUT_MS = 15_000;
const RETRIES = 2;
const FIRST_WAIT_MS = 250;

/** How an operation is sent. */
export interface Delivery {
  /** Reads may be sent again. */
  isRead: boolean;
  /** Whether the answer may come in parts. */
  inParts: boolean;
}

/**
 * Sends an operation until it is answered, or the time or the retries are used up; yields each state of the answer.
 *
 * @throws the reason of the caller's signal; what `headers` throws
 */
export async function* send<Data>(
  session: Session,
  operation: Operation,
  asked: AskOptions,
  { isRead, inParts }: Delivery,
): AsyncGenerator<StreamedAnswer<Data>> {
  asked.signal?.throwIfAborted();
  const { options } = session;
  let retries = isRead ? (options.retries ?? RETRIES) : 0;
  const deadline = startDeadline(options.timeoutMs ?? TIMEOUT_MS, asked.signal);
  try {
    for (let tries = 1; ; tries++) {
      const headers = await headersOf(options, asked, inParts ? ACCEPTS_PARTS : ACCEPTS_JSON);
      const body = bodyOf(session, operation);
      const request = { method: 'POST', headers, body: JSON.stringify(body) };
      let retryAfter: string | null = null;
      let last: StreamedAnswer<Data> | undefined;
      for await (const answer of exchange<Data>(options, request, deadline)) {
        asked.signal?.throwIfAborted();
        ({ retryAfter } = answer);
        last = { data: answer.data, problems: answer.problems, isComplete: answer.isComplete };
        if (last.data === null && last.isComplete) break;
        // The caller may take its time over the answer.
        deadline.stop();
        yield last;
        deadline.restart();
      }
      // Whatever has data was yielded.
      if (!last || last.data !== null) return;
      // Not even a mutation was executed.
      if (noteUnknown(session, last, body)) continue;
      const wait = waitBefore(tries, retryAfter);
      if (retries-- <= 0 || !canRetry(last) || wait >= deadline.left()) return yield last;
      await deadline.wait(wait);
      asked.signal?.throwIfAborted();
    }
  } finally {
    deadline.end();
  }
}

interface Exchanged<Data> extends StreamedAnswer<Data> {
  retryAfter: string | null;
}

/** Sends one request. What the network does is a problem of the answer. */
async function* exchange<Data>(
  options: ClientOptions,
  request: RequestInit,
  deadline: Deadline,
): AsyncGenerator<Exchanged<Data>> {
  // Called as a plain function: a browser's fetch is no method of the options.
  const fetchOne = options.fetch ?? fetch;
  let last: Answer<Data> | undefined;
  let isComplete = false;
  try {
    const response = await fetchOne(options.url, { ...request, redirect: 'manual', signal: deadline.signal });
    const retryAfter = response.headers.get('retry-after');
    for await (const answer of readAnswers<Data>(response)) {
      last = answer;
      ({ isComplete } = answer);
      yield { ...answer, retryAfter };
    }
  } catch (error) {
    if (isComplete) return;
    const problem = noAnswer(describe(error, deadline), true);
    const answer = last ? { data: last.data, problems: [...last.problems, problem] } : failed<Data>(problem);
    yield { ...answer, isComplete: true, retryAfter: null };
  }
}

function describe(error: unknown, { isOver }: Deadline): string {
  if (isOver) return 'The server did not answer in time.';
  const { message, cause } = error as Error;
  const detail = cause instanceof Error ? cause.message : '';
  return `The connection to the server failed: ${message}${detail && ` (${detail})`}`;
}

function canRetry({ problems }: Answer<unknown>): boolean {
  return problems.length > 0 && problems.every((problem) => problem.canRetry);
}

/** Returns the milliseconds to wait: those that the server names, or twice as many as before, with jitter. */
function waitBefore(tries: number, retryAfter: string | null): number {
  if (retryAfter !== null) {
    const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
    if (!Number.isNaN(ms)) return Math.max(0, ms);
  }
  return jittered(FIRST_WAIT_MS * 2 ** (tries - 1));
}

/** Returns half of the time to all of it, so that many clients do not come back at one moment. */
export function jittered(ms: number): number {
  return ms * (0.5 + Math.random() / 2);
}
