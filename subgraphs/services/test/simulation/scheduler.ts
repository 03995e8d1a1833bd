/** Virtual time: what is due runs in the order of its moment, and time passes only between. */
export interface Scheduler {
  readonly now: Date;
  after(milliseconds: number, run: () => void): void;
  /** Runs everything that is due until nothing is left, or a moment. Returns whether something is left. */
  runUntil(end: Date): Promise<boolean>;
}

interface Due {
  at: number;
  order: number;
  run: () => void;
}

/** Turns of the queue of promises after each event: as deep as any call of the code under test. */
const TURNS = 60;

export function createScheduler(start: Date): Scheduler {
  const queue: Due[] = [];
  let now = start.getTime();
  let order = 0;
  return {
    get now() {
      return new Date(now);
    },
    after(milliseconds, run) {
      insert(queue, { at: now + Math.max(0, Math.round(milliseconds)), order: order++, run });
    },
    async runUntil(end) {
      for (let next = queue[0]; next && next.at <= end.getTime(); next = queue[0]) {
        queue.shift();
        now = next.at;
        next.run();
        for (let i = 0; i < TURNS; i++) await Promise.resolve();
      }
      return queue.length > 0;
    },
  };
}

/** By moment, and then by order. */
function insert(queue: Due[], due: Due): void {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = queue[middle]!;
    if (other.at < due.at || (other.at === due.at && other.order < due.order)) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, due);
}
