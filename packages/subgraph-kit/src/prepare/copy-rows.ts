import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Sql } from 'postgres';

/** A value as COPY's text format takes it: a number, boolean, text, null, or an array of text. */
export type CopyValue = string | number | bigint | boolean | null | readonly string[];

// Large enough that the socket, not the call, is the limit.
const CHUNK_CHARACTERS = 256 * 1024;

/**
 * Writes rows with COPY, the fastest way into PostgreSQL. Call it inside a transaction: when it fails, the transaction fails.
 *
 * @param columns names in the table, in the order of each row's values
 * @param rows may be a generator: no more than a chunk is held in memory
 * @param onRows called from time to time with the number of rows written so far
 * @param isEmptied whether the table was emptied in this transaction, so that rows need not be frozen later
 * @returns number of rows
 * @throws the database's error (a broken constraint, a value of the wrong form), or what `rows` threw
 */
export async function copyRows(
  sql: Sql,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
  onRows: (count: number) => void = () => {},
  isEmptied = false,
): Promise<number> {
  const { stream, failure } = await openCopy(sql, table, columns, isEmptied);
  let chunk = '';
  let count = 0;
  try {
    for (const row of rows) {
      chunk += copyLine(row);
      count += 1;
      if (chunk.length >= CHUNK_CHARACTERS) {
        if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), failure]);
        chunk = '';
        onRows(count);
      }
    }
  } catch (error) {
    // Makes PostgreSQL abort the COPY and waits for that, so that the connection can be used again.
    stream.destroy(error as Error);
    await failure.catch(() => {});
    throw error;
  }
  stream.end(chunk);
  await Promise.race([finished(stream), failure]);
  onRows(count);
  return count;
}

/**
 * Opens the stream that feeds a COPY, and a promise that rejects when PostgreSQL rejects the rows.
 *
 * The driver settles a COPY's query when it returns the stream. Errors in the rows come later, and an error at their end (where
 * PostgreSQL checks the constraints at the latest) rejects only the query, to which nobody listens any more: the stream would
 * never finish. So this function listens to the query itself.
 */
async function openCopy(sql: Sql, table: string, columns: readonly string[], isEmptied: boolean) {
  const query = sql`copy ${sql(table)} (${sql(columns as string[])}) from stdin with (freeze ${sql.unsafe(isEmptied ? 'on' : 'off')})`;
  const settled = query as unknown as { reject: (error: unknown) => void };
  const rejectQuery = settled.reject;
  const failure = new Promise<never>((_resolve, reject) => {
    settled.reject = (error) => {
      rejectQuery(error);
      reject(error);
    };
  });
  // It may reject while nobody waits. Later waits still see the error.
  failure.catch(() => {});
  const stream = await query.writable();
  stream.on('error', () => {});
  return { stream, failure };
}

/** One line of COPY's text format, with its line feed. */
function copyLine(row: readonly CopyValue[]): string {
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
