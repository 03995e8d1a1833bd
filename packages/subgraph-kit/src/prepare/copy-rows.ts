import { once } from 'node:events';
import type { Sql } from 'postgres';

/** A value as COPY's text format takes it: a number, boolean, text, null, or an array of text. */
export type CopyValue = string | number | bigint | boolean | null | readonly string[];

// Large enough that the socket, not the call, is the limit.
const CHUNK_CHARACTERS = 256 * 1024;

/**
 * Writes rows through COPY, the fastest way into PostgreSQL.
 *
 * @param columns names in the table, in the order of each row's values
 * @param rows may be a generator: no more than a chunk is held in memory
 * @param onRows called now and then with the number of rows written so far
 * @returns number of rows
 */
export async function copyRows(
  sql: Sql,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
  onRows: (count: number) => void = () => {},
): Promise<number> {
  const stream = await sql`copy ${sql(table)} (${sql(columns as string[])}) from stdin`.writable();
  let chunk = '';
  let count = 0;
  for (const row of rows) {
    chunk += copyLine(row);
    count += 1;
    if (chunk.length >= CHUNK_CHARACTERS) {
      if (!stream.write(chunk)) await once(stream, 'drain');
      chunk = '';
      onRows(count);
    }
  }
  const finished = once(stream, 'finish');
  stream.end(chunk);
  await finished;
  onRows(count);
  return count;
}

/** One line of COPY's text format, with its line feed. */
export function copyLine(row: readonly CopyValue[]): string {
  let line = '';
  for (let i = 0; i < row.length; i++) {
    const value = row[i]!;
    line += `${i ? '\t' : ''}${value === null ? '\\N' : escapeText(plain(value))}`;
  }
  return `${line}\n`;
}

function plain(value: NonNullable<CopyValue>): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return `{${value.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
  return String(value);
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!) : text;
}
