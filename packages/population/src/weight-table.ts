/** Values with weights, laid end to end on a line: value number n covers `weight` whole points of it. */
export interface WeightTable<T> {
  /** Length of the line. */
  readonly total: number;
  /** The value at a point from 0 to total - 1. */
  at(point: number): T;
}

/**
 * @param entries value and weight; weights are whole numbers of 0 or more and not all 0
 * @throws RangeError for any other weight
 */
export function createWeightTable<T>(
  entries: readonly (readonly [value: T, weight: number])[],
): WeightTable<T> {
  const values: T[] = [];
  const ends: number[] = [];
  let total = 0;
  for (const [value, weight] of entries) {
    if (!Number.isSafeInteger(weight) || weight < 0)
      throw new RangeError(`A weight must be a whole number, not ${weight}.`);
    if (weight === 0) continue;
    total += weight;
    values.push(value);
    ends.push(total);
  }
  if (total === 0) throw new RangeError('A table of weights needs at least one weight above 0.');
  return {
    total,
    at(point) {
      let low = 0;
      let high = ends.length - 1;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (point < ends[middle]!) high = middle;
        else low = middle + 1;
      }
      return values[low]!;
    },
  };
}
