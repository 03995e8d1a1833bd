/** The next round number above a value: 1, 2 or 5 times a power of ten; 1 for none. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((factor) => factor * power).find((round) => round >= value) ?? 10 * power;
}

/** Marks of an axis from 0 to the end, both among them. */
export function ticks(end: number, count = 4): number[] {
  return Array.from({ length: count + 1 }, (_, i) => (end * i) / count);
}

/** From values to places on a line. Values outside are moved to its ends. */
export function linear(from: readonly [number, number], to: readonly [number, number]) {
  const [low, high] = from;
  const [start, end] = to;
  return (value: number) => {
    const share = high === low ? 0 : Math.min(Math.max((value - low) / (high - low), 0), 1);
    return start + share * (end - start);
  };
}

/** Shades of a map, lightest first. */
export const SHADES = 5;

export interface Shade {
  /** Least and greatest value of the shade; the greatest is of the next one, but for the last. */
  from: number;
  to: number;
}

/**
 * Shades of equal width over what there is, so that regions that differ by little can be told apart too. One shade when all are equal.
 *
 * @param values of the regions; those that are not known are left out
 */
export function shadesOf(values: readonly (number | null)[]): Shade[] {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return [];
  const low = Math.min(...known);
  const high = Math.max(...known);
  if (low === high) return [{ from: low, to: high }];
  const width = (high - low) / SHADES;
  return Array.from({ length: SHADES }, (_, i) => ({
    from: low + i * width,
    to: i === SHADES - 1 ? high : low + (i + 1) * width,
  }));
}

/** Which shade a value has, from 0; null for one that is not known or in none of them. */
export function shadeOf(value: number | null, shades: readonly Shade[]): number | null {
  if (value === null) return null;
  const found = shades.findIndex(
    ({ from, to }, i) => value >= from && (value < to || (i === shades.length - 1 && value <= to)),
  );
  return found < 0 ? null : found;
}
