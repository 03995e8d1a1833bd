import { setImmediate as nextTurn } from 'node:timers/promises';

const AT_ONCE = 100;

/** The same values; every now and then others have their turn. */
export async function* inTurns<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  for (const [index, value] of values.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await nextTurn();
    yield value;
  }
}
