/** Classes of expected times: up to 1 ms, 2 ms, 4 ms and so on; the last is for 16 seconds and more. */
const CLASSES = 15;

/** Requests that are expected to take about as long as each other. */
interface TimeClass<Request> {
  /** Milliseconds that each is expected to take, rounded up to a power of two. */
  readonly ms: number;
  /** In the order in which they came. */
  readonly waiting: Set<Request>;
  /** What it has used, in the virtual time of all classes. */
  used: number;
}

/**
 * Requests that wait for their turn, by fair queueing: those that take about as long are a class, and each class in which requests wait gets the
 * same share of the subgraph's time. So a short request waits behind few long ones however many there are, and many short ones leave the long
 * ones their share.
 *
 * Next is the class that has used least (start-time fair queueing). A class that was empty begins with what the last one to be taken from had
 * used: time that it did not need is not saved up. While a request is the first of its class, each other class is served for no longer than one
 * request of both takes, so no request waits forever.
 */
export class WaitingRequests<Request> {
  readonly #classes: readonly TimeClass<Request>[] = Array.from({ length: CLASSES }, (_, index) => ({
    ms: 2 ** index,
    waiting: new Set<Request>(),
    used: 0,
  }));
  readonly #classOf = new Map<Request, TimeClass<Request>>();
  #virtualTime = 0;

  get size(): number {
    return this.#classOf.size;
  }

  add(request: Request, expectedMs: number): void {
    const index = expectedMs <= 1 ? 0 : Math.ceil(Math.log2(expectedMs));
    const own = this.#classes[Math.min(index, CLASSES - 1)]!;
    if (own.waiting.size === 0) own.used = Math.max(own.used, this.#virtualTime);
    own.waiting.add(request);
    this.#classOf.set(request, own);
  }

  /** False when it does not wait. */
  delete(request: Request): boolean {
    const own = this.#classOf.get(request);
    if (!own) return false;
    own.waiting.delete(request);
    return this.#classOf.delete(request);
  }

  /** Takes out the next; undefined when none waits. */
  take(): Request | undefined {
    let next: TimeClass<Request> | undefined;
    for (const one of this.#classes) {
      if (one.waiting.size > 0 && (!next || one.used < next.used)) next = one;
    }
    if (!next) return undefined;
    const [request] = next.waiting;
    this.delete(request!);
    this.#virtualTime = next.used;
    next.used += next.ms;
    return request;
  }

  /** Takes out all. */
  clear(): Request[] {
    const all = [...this.#classOf.keys()];
    for (const request of all) this.delete(request);
    return all;
  }
}
