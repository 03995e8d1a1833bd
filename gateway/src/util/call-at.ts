/** The longest delay of a timer; with a longer one it fires at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/**
 * Calls back at a moment, however far away.
 *
 * @returns cancels the call
 */
export function callAt(moment: Date, callback: () => void): () => void {
  let timer: NodeJS.Timeout;

  function wait(): void {
    const left = moment.getTime() - Date.now();
    if (left <= MAX_DELAY_MS) timer = setTimeout(callback, Math.max(left, 0)).unref();
    else timer = setTimeout(wait, MAX_DELAY_MS).unref();
  }

  wait();
  return () => clearTimeout(timer);
}
