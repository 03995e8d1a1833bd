/** One key for a loader of two values; the number stands in front, so that names may hold anything. */
export function pairOf(number: number, name: string): string {
  return `${number} ${name}`;
}

/** The numbers and names of keys, as two columns. */
export function columnsOf(pairs: readonly string[]): { numbers: string[]; names: string[] } {
  const split = pairs.map(
    (pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)] as const,
  );
  return { numbers: split.map(([number]) => number), names: split.map(([, name]) => name) };
}
