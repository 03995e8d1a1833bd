import Table from 'cli-table3';
import { fitRows } from './fit.ts';
import { style } from './style.ts';

const NONE = { mid: '', left: '', right: '' };

/**
 * A table without lines, for people; columns that would be empty in every row are left out. Cells are broken into lines where
 * the terminal is too narrow.
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const kept = header.map((_, column) => rows.some((row) => row[column] !== ''));
  const keep = (cells: readonly string[]) => cells.filter((_, column) => kept[column]);
  const [head, ...cells] = fitRows([header, ...rows].map(keep), process.stdout.columns);
  const printed = new Table({
    head: head!.map(style.strong),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: {
      ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
      ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
      ...{ 'left-mid': NONE.left, 'mid-mid': NONE.mid, 'right-mid': NONE.right },
      ...{ left: '', right: '', mid: '', middle: '' },
    },
  });
  printed.push(...cells);
  return printed
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
