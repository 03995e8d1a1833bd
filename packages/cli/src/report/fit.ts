import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Blanks between two columns of a table. */
const GAP = 2;
/** A column is not made narrower than this: codes of enterprises would be cut to pieces. */
const MIN_COLUMN = 18;

/**
 * Breaks the cells of a table into lines so that it fits the terminal. The widest columns give way first; nothing is cut
 * off. A table whose columns cannot all be kept readable stays wider than the terminal.
 *
 * @param rows with the header; all of the same length
 * @param width of the terminal; undefined where the output is no terminal: then nothing is broken
 */
export function fitRows(rows: readonly (readonly string[])[], width: number | undefined): string[][] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => Math.max(...row[column]!.split('\n').map((line) => stringWidth(line))))),
  );
  if (width !== undefined) narrow(widths, width - GAP * columns);
  return rows.map((row) => row.map((cell, column) => wrapAnsi(cell, widths[column]!, { hard: true })));
}

/** Takes from the widest column, cell by cell, until all fit. */
function narrow(widths: number[], room: number): void {
  let excess = widths.reduce((sum, one) => sum + one, 0) - room;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= MIN_COLUMN) return;
    const next = Math.max(MIN_COLUMN, ...widths.filter((one) => one < widest));
    const atWidest = widths.filter((one) => one === widest).length;
    const step = Math.max(1, Math.min(widest - next, Math.ceil(excess / atWidest)));
    for (const [column, one] of widths.entries()) if (one === widest) widths[column] = one - step;
    excess -= step * atWidest;
  }
}
