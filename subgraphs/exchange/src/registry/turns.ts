/**
 * Runs tasks one after the other, in the order they came. A process that waited for the registry's lock with one
 * connection for each task would have none left for those who only read.
 */
export function createTurns() {
  let last: Promise<unknown> = Promise.resolve();

  return function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const mine = last.then(task);
    last = mine.catch(() => {});
    return mine;
  };
}
