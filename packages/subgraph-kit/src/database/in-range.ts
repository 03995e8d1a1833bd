import { and, type Column, gte, lt, type SQL } from 'drizzle-orm';

/** `column >= from and column < to`, in byte order; the range of `regionRange` is a subtree of regions. */
export function inRange(column: Column, { from, to }: { from: string; to: string }): SQL {
  return and(gte(column, from), lt(column, to))!;
}
