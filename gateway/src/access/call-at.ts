/** A timer takes no longer delay, and fires at once instead. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/**
 * Calls back at a moment, however far away.
 *
 * @returns ends the waiting
 */
export function callAt(moment: Date, callback: () => void): () => void {
  let timer: NodeJS.Timeout;

  function wait(): void {
    const left = moment.getTime() - Date.now();
    if (left <= LONGEST_DELAY_MS) timer = setTimeout(callback, Math.max(left, 0)).unref();
    else timer = setTimeout(wait, LONGEST_DELAY_MS).unref();
  }

  wait();
  return () => clearTimeout(timer);
}
