/** What a department tells its subscribers. Each gets every value that is published while it is there, in order. */
export class Topic<Value> {
  readonly #subscribers = new Set<(step: IteratorResult<Value>) => void>();
  #changed = Promise.withResolvers<void>();

  /** Subscribers that are there. */
  get count(): number {
    return this.#subscribers.size;
  }

  /** Waits until so many subscribers are there. */
  async until(count: number): Promise<void> {
    while (this.count !== count) await this.#changed.promise;
  }

  publish(value: Value): void {
    for (const tell of this.#subscribers) tell({ done: false, value });
  }

  /** The department itself ends the subscriptions. */
  complete(): void {
    for (const tell of this.#subscribers) tell({ done: true, value: undefined });
    this.#subscribers.clear();
    this.#change();
  }

  subscribe(): AsyncIterableIterator<Value> {
    const steps: IteratorResult<Value>[] = [];
    let waiting: ((step: IteratorResult<Value>) => void) | undefined;
    const tell = (step: IteratorResult<Value>) => {
      if (waiting) waiting(step);
      else steps.push(step);
      waiting = undefined;
    };
    const leave = () => {
      this.#subscribers.delete(tell);
      this.#change();
      tell({ done: true, value: undefined });
    };
    this.#subscribers.add(tell);
    this.#change();
    return {
      next: () => {
        const step = steps.shift();
        return step ? Promise.resolve(step) : new Promise((resolve) => (waiting = resolve));
      },
      async return() {
        leave();
        return { done: true, value: undefined };
      },
      async throw(error) {
        leave();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  #change(): void {
    const { resolve } = this.#changed;
    this.#changed = Promise.withResolvers();
    resolve();
  }
}
