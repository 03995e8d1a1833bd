/** Letters of eight widths, the widest last. */
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

/**
 * A bar of blocks, exact to an eighth of one.
 *
 * @param share of the width, from 0; more than 1 is drawn as 1
 */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.min(Math.max(share, 0), 1) * width * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

/** Parts of a whole side by side, each of its own letter; empty when there is nothing to show. What is not nothing has one letter at least. */
export function partsBar(
  parts: readonly (readonly [letter: string, amount: number])[],
  width: number,
): string {
  const total = parts.reduce((sum, [, amount]) => sum + amount, 0);
  if (total <= 0) return '';
  return parts
    .map(([letter, amount]) =>
      letter.repeat(amount > 0 ? Math.max(1, Math.round((amount / total) * width)) : 0),
    )
    .join('');
}
