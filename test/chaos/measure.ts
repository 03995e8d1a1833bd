import { setTimeout as sleep } from 'node:timers/promises';
import { ERROR_CODES } from '@yiwang/errors';
import { type Request, requests } from '../checker/users/ask.ts';

/** A request is impatient by design when its user gives up sooner: it says nothing about the system. */
const PATIENT_MS = 1000;
/** So long all must go well before it counts as over, with so many requests at least. */
const CALM_MS = 2000;
const CALM_REQUESTS = 5;
/** Whoever waits longer for an answer is not calm. */
const PATIENCE_MS = 3000;

interface Answered extends Request {
  endedAt: number;
}

/** What clients saw in a time. */
export interface Seen {
  requests: number;
  /** How many of them had no answer, or one with an error that is not of their own doing. */
  failed: number;
  /** How many failed with each code. */
  codes: ReadonlyMap<string, number>;
  medianMs: number;
  p95Ms: number;
  slowestMs: number;
}

/** Keeps what becomes of the requests of all users of this process, until disposed. */
export class Measurement implements Disposable {
  readonly #answers: Answered[] = [];
  readonly #waiting = new Set<Request>();
  readonly #listener = {
    start: (request: Request) => {
      if (request.patienceMs >= PATIENT_MS) this.#waiting.add(request);
    },
    asyncEnd: (request: Request) => {
      if (this.#waiting.delete(request)) this.#answers.push(Object.assign(request, { endedAt: Date.now() }));
    },
    end: () => {},
    asyncStart: () => {},
    error: () => {},
  };

  constructor() {
    requests.subscribe(this.#listener);
  }

  [Symbol.dispose](): void {
    requests.unsubscribe(this.#listener);
  }

  /** Of the requests that were sent from one moment to another. */
  seen(from: number, to: number): Seen {
    const sent = this.#answers.filter(({ sentAt }) => sentAt >= from && sentAt < to);
    const times = sent.map(({ sentAt, endedAt }) => endedAt - sentAt).sort((a, b) => a - b);
    const failures = sent.map(failuresOf).filter(({ length }) => length > 0);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return {
      requests: sent.length,
      failed: failures.length,
      codes: new Map(
        [...Map.groupBy(failures.flat(), (code) => code)].map(([code, { length }]) => [code, length]),
      ),
      medianMs: at(0.5),
      p95Ms: at(0.95),
      slowestMs: times.at(-1) ?? 0,
    };
  }

  /**
   * Waits until nothing fails any more.
   *
   * @param from when the fault ended
   * @param leastMs so long it is looked at: what was killed is missed only by those who need it
   * @returns milliseconds until the last request was sent that failed; null when it is not over in time
   */
  async untilCalm(from: number, patienceMs: number, leastMs = 0): Promise<number | null> {
    while (Date.now() < from + patienceMs) {
      await sleep(100);
      const failed = this.#answers.filter((one) => one.endedAt >= from && failuresOf(one).length > 0);
      const last = failed.reduce((latest, { sentAt }) => Math.max(latest, sentAt), from);
      const since = this.#answers.filter(({ sentAt }) => sentAt > last);
      if (Date.now() < from + leastMs) continue;
      const waits = [...this.#waiting].some(({ sentAt }) => Date.now() - sentAt > PATIENCE_MS);
      if (!waits && since.length >= CALM_REQUESTS && Date.now() - last >= CALM_MS) return last - from;
    }
    return null;
  }
}

/** Why it failed: the codes of errors that another try might not have, or that are ours. */
function failuresOf({ result }: Answered): string[] {
  if (!result) return ['NO_ANSWER'];
  return result.codes.filter((code) => {
    const known = (ERROR_CODES as Record<string, { http: number; retry: string }>)[code];
    // Whoever has a token that is good may be told otherwise when clocks differ.
    return !known || known.http >= 500 || known.retry !== 'never' || code === 'UNAUTHENTICATED';
  });
}
