/** An answer that takes longer would hold up whoever is asked for with it. */
const SLOW_MS = 10;
/** Share of slow answers up to which others may come along. */
const MOST_SLOW = 0.02;
/** What each answer counts in the share: the last 20 decide most of it. */
const WEIGHT = 0.05;

/** How fast a query has been answered lately: what is slow now and then is asked for alone. */
export class Pace {
  #slow = 1;

  /** Not before 77 quick answers in a row, and then as long as no more than one of 50 is slow. */
  get isQuick(): boolean {
    return this.#slow <= MOST_SLOW;
  }

  note(milliseconds: number): void {
    this.#slow += ((milliseconds > SLOW_MS ? 1 : 0) - this.#slow) * WEIGHT;
  }

  /** Company did harm: it has to be earned anew. */
  restart(): void {
    this.#slow = 1;
  }
}
