/** An entry of a queue; it is in one queue at a time. */
export interface Queued {
  queue: Queue<this> | null;
  before: this | null;
  after: this | null;
}

/**
 * A first-in-first-out queue that any entry may leave.
 *
 * Not a Set: one that lives long, with an entry added and deleted for every request, leaves old tables behind that keep their
 * entries alive until the whole heap is collected.
 */
export class Queue<Entry extends Queued> {
  first: Entry | null = null;
  #last: Entry | null = null;

  add(entry: Entry): void {
    entry.queue = this;
    entry.before = this.#last;
    if (this.#last) this.#last.after = entry;
    else this.first = entry;
    this.#last = entry;
  }

  remove(entry: Entry): void {
    const { before, after } = entry;
    if (before) before.after = after;
    else this.first = after;
    if (after) after.before = before;
    else this.#last = before;
    entry.queue = null;
    entry.before = null;
    entry.after = null;
  }
}
