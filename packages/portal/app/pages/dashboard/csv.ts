/** Spreadsheets take a file without it for one in a code page of their own, and show Chinese as noise. */
const BYTE_ORDER_MARK = '\uFEFF';

export type Cell = string | number | null;

/** A table as RFC 4180 has it, with the header first. An empty cell is a value that is not known. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

function toField(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A spreadsheet would run a text that begins like a formula.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
