/** A value, and how many rows it finds alone. */
export interface TriedValue {
  value: unknown;
  matching: number;
}

/** How many values of an input are tried with as many of another, to find two that are frequent and seldom together. */
const MAX_FREQUENT = 6;
/** Departments count no further. */
const COUNTED = 10_001;

/** The value that finds most, one that finds few, and one that finds nothing. */
export function representative(values: readonly TriedValue[]): TriedValue[] {
  const sorted = byMatching(values);
  const found = sorted.filter(({ matching }) => matching > 0);
  const most = found[0];
  const fewest = found.length > 1 ? found.at(-1) : undefined;
  const none = sorted.find(({ matching }) => matching === 0);
  return [most, fewest, none].filter((value) => value !== undefined);
}

/** Those that find most. */
export function frequent(values: readonly TriedValue[]): TriedValue[] {
  return byMatching(values)
    .filter(({ matching }) => matching > 0)
    .slice(0, MAX_FREQUENT);
}

/** How much more two values find alone than together. */
export function oddityOf(one: TriedValue, other: TriedValue, together: number): number {
  const [a, b, both] = [one.matching, other.matching, together].map((count) => Math.min(count, COUNTED));
  return (a! * b!) / (both! + 1);
}

function byMatching(values: readonly TriedValue[]): TriedValue[] {
  return values.toSorted((a, b) => b.matching - a.matching);
}
