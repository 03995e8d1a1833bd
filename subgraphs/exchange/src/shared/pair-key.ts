/** The key of a number and a name, for loaders that take one key. The number comes first because a name may contain blanks. */
export function pairKey(number: number, name: string): string {
  return `${number} ${name}`;
}

/** The numbers and names of keys, as two columns for `unnest`. */
export function pairColumns(pairs: readonly string[]): { numbers: string[]; names: string[] } {
  const split = pairs.map(
    (pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)] as const,
  );
  return { numbers: split.map(([number]) => number), names: split.map(([, name]) => name) };
}
