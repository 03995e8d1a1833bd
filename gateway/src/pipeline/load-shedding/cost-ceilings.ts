/** What to do at one step: shed more, as before, or less. */
export type Direction = 'more' | 'same' | 'less';

/** Decides by cost which operations are shed: the costliest of anonymous clients first, those of signed-in clients only when that is not enough. */
export interface CostCeilings {
  /** Whether anything is shed. */
  readonly shed: boolean;
  /** Whether an operation may run. Counts its cost among those that are asked for. */
  admits(cost: number, isAnonymous: boolean): boolean;
  step(direction: Direction): void;
}

/** What is admitted of one kind of clients. */
interface Ceiling {
  /** The most that an operation may cost; Infinity when nothing is shed. */
  limit: number;
  /** The lowest limit. */
  readonly lowest: number;
  /** The most that an operation cost lately, whether it was admitted or not. */
  highest: number;
}

/** Each step halves or doubles the limit, so that a few steps are enough whatever operations cost. */
const FACTOR = 2;
/** How much of the highest cost remains after a step in which nothing cost as much. */
const MEMORY = 0.9;

export function createCostCeilings(): CostCeilings {
  const anonymous: Ceiling = { limit: Infinity, lowest: 0, highest: 0 };
  // However much there is to do, signed-in clients can look one thing up.
  const signedIn: Ceiling = { limit: Infinity, lowest: 1, highest: 0 };

  return {
    get shed() {
      return anonymous.limit < Infinity;
    },
    admits(cost, isAnonymous) {
      const ceiling = isAnonymous ? anonymous : signedIn;
      // The cost of what is no operation is not known: it counts as the costliest of all.
      if (cost > ceiling.highest && cost < Infinity) ceiling.highest = cost;
      return cost <= ceiling.limit;
    },
    step(direction) {
      if (direction === 'more') lower(anonymous.limit > anonymous.lowest ? anonymous : signedIn);
      if (direction === 'less') raise(signedIn.limit < Infinity ? signedIn : anonymous);
      for (const ceiling of [anonymous, signedIn]) ceiling.highest *= MEMORY;
    },
  };
}

function lower(ceiling: Ceiling): void {
  const limit = Math.min(ceiling.limit, ceiling.highest) / FACTOR;
  ceiling.limit = limit < 1 ? ceiling.lowest : limit;
}

function raise(ceiling: Ceiling): void {
  const limit = Math.max(1, ceiling.limit * FACTOR);
  ceiling.limit = limit > ceiling.highest ? Infinity : limit;
}
