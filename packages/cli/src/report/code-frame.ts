import { style } from './style.ts';

const LINES_AROUND = 2;
/** A schema on one line is not shown whole. */
const WIDTH = 120;

/**
 * The lines around a place, as a person looks for it in an editor.
 *
 * @param line, column count from 1
 * @returns null when the text has no such line
 */
export function codeFrame(text: string, line: number, column: number): string | null {
  const lines = text.split(/\r\n|\r|\n/);
  if (line < 1 || line > lines.length) return null;
  const first = Math.max(1, line - LINES_AROUND);
  const shown = lines.slice(first - 1, line + LINES_AROUND);
  const width = String(first + shown.length - 1).length;
  return shown
    .flatMap((content, index) => {
      const number = first + index;
      const row = `${String(number).padStart(width)} | ${content.slice(0, WIDTH)}`;
      if (number !== line) return [style.faint(`  ${row}`)];
      const caret = `${' '.repeat(width)} | ${' '.repeat(columnsBefore(content, column))}^`;
      return [`${style.bad('>')} ${row}`, `  ${caret}`];
    })
    .join('\n');
}

/** Chinese characters stand two columns wide in a terminal. */
function columnsBefore(content: string, column: number): number {
  return [...content.slice(0, Math.min(column - 1, WIDTH))].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
}
