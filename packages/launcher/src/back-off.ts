/** Milliseconds; the first restart is at once, the later ones double from here. */
const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 30_000;
/** A life at least this long shows that the last restart helped. */
const STEADY_MS = 60_000;

export interface BackOff {
  /** Milliseconds to wait after a life of so many milliseconds. */
  after(livedMs: number): number;
}

/** How long to wait before each restart of a thing that keeps dying: 0, 1, 2, 4 … 30 seconds. */
export function createBackOff(): BackOff {
  let deathsInARow = 0;
  return {
    after(livedMs) {
      if (livedMs >= STEADY_MS) deathsInARow = 0;
      const delay = deathsInARow === 0 ? 0 : FIRST_DELAY_MS * 2 ** (deathsInARow - 1);
      deathsInARow += 1;
      return Math.min(delay, LONGEST_DELAY_MS);
    },
  };
}
