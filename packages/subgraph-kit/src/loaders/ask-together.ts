import { isDatabaseAway } from '../database/explain-database-error.ts';

/** So many keys at most come together in one statement. */
const MOST_KEYS = 1000;

/** So that a slow one holds up nobody at once, and that no shape takes all connections. */
const MOST_UNDER_WAY = 4;

/** Reads what there is for the keys; sends one statement. */
type Read<Found> = (keys: string[]) => Promise<Found>;

/** What one request asks for with one statement. */
export interface Asking<Found> {
  /** What was found for these keys, and maybe for those of others. */
  readonly found: Promise<Found>;
  /** @returns false when it is too late, or there are too many */
  add(key: string): boolean;
}

/**
 * Puts the keys that several requests ask for at the same moment into one statement.
 *
 * Who asks waits until all sockets that are ready have been read, and while four statements of the same shape
 * are under way; then all that wait are sent together. A statement is never joined after it was sent, and nothing
 * is kept: what was committed before somebody asked, is seen.
 *
 * Requests of different callers may share a statement, since what a caller may see is decided row by row by resolvers,
 * after loading. For the same reason nobody may change a row.
 *
 * A joint statement that fails is sent again for each asker alone, so that one bad key harms only who asked for it; not
 * when the database is away. A request whose client has gone is answered like any other; there is nothing to take back.
 *
 * @returns `ask(shape, read)`: equal shapes say that `read` is the same but for its keys, of which the asker adds one at
 *   least at once
 */
export function createAskTogether<Found>() {
  const queues = new Map<string, Queue<Found>>();

  return (shape: string, read: Read<Found>): Asking<Found> => {
    let queue = queues.get(shape);
    if (!queue) {
      queue = new Queue<Found>(() => queues.delete(shape));
      queues.set(shape, queue);
    }
    return queue.ask(read);
  };
}

export type AskTogether<Found> = ReturnType<typeof createAskTogether<Found>>;

/** Those who ask for one shape: the same statement but for its keys. */
class Queue<Found> {
  readonly #end: () => void;
  #waiting: Asker<Found>[] = [];
  #underWay = 0;
  #isAwaited = false;

  constructor(end: () => void) {
    this.#end = end;
  }

  ask(read: Read<Found>): Asking<Found> {
    const asker = new Asker(read);
    this.#waiting.push(asker);
    this.#sendSoon();
    return asker;
  }

  #sendSoon(): void {
    if (this.#isAwaited || this.#underWay === MOST_UNDER_WAY) return;
    this.#isAwaited = true;
    setImmediate(() => {
      this.#isAwaited = false;
      void this.#send();
    });
  }

  async #send(): Promise<void> {
    const askers = this.#takeSome();
    this.#underWay += 1;
    if (this.#waiting.length > 0) this.#sendSoon();
    await answer(askers);
    this.#underWay -= 1;
    if (this.#waiting.length > 0) this.#sendSoon();
    else if (this.#underWay === 0 && !this.#isAwaited) this.#end();
  }

  /** The first of those who wait, as many as fit into a statement. */
  #takeSome(): Asker<Found>[] {
    let count = 0;
    let keys = 0;
    for (const asker of this.#waiting) {
      keys += asker.keys.length;
      if (keys > MOST_KEYS) break;
      count += 1;
    }
    const askers = this.#waiting.splice(0, count);
    for (const asker of askers) asker.isSent = true;
    return askers;
  }
}

class Asker<Found> implements Asking<Found> {
  readonly keys: string[] = [];
  readonly found: Promise<Found>;
  readonly read: Read<Found>;
  isSent = false;
  resolve!: (found: Found) => void;
  reject!: (error: unknown) => void;

  constructor(read: Read<Found>) {
    this.read = read;
    this.found = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  add(key: string): boolean {
    if (this.isSent || this.keys.length === MOST_KEYS) return false;
    this.keys.push(key);
    return true;
  }

  async answerAlone(): Promise<void> {
    try {
      this.resolve(await this.read(this.keys));
    } catch (error) {
      this.reject(error);
    }
  }
}

async function answer<Found>(askers: readonly Asker<Found>[]): Promise<void> {
  if (askers.length === 1) return askers[0]!.answerAlone();
  const keys = new Set(askers.flatMap((asker) => asker.keys));
  try {
    const found = await askers[0]!.read([...keys]);
    for (const asker of askers) asker.resolve(found);
  } catch (error) {
    if (isDatabaseAway(error)) for (const asker of askers) asker.reject(error);
    else await Promise.all(askers.map((asker) => asker.answerAlone()));
  }
}
