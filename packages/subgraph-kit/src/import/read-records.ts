import { createReadStream } from 'node:fs';
import { type CsvError, parse } from 'csv-parse';
import type { RegisterRecord } from './register.ts';

/** A line that is a record, or why it is none. */
export type ReadLine =
  | { line: number; record: RegisterRecord }
  | { line: number; broken: string; text: string };

/**
 * The column names of a CSV file; null when it has no readable header.
 *
 * @throws the file system's error when the file cannot be read
 */
export async function readHeader(file: string): Promise<string[] | null> {
  const input = createReadStream(file);
  const parser = input.pipe(parse({ bom: true, to_line: 1, relax_quotes: true, relax_column_count: true }));
  try {
    input.on('error', (error) => parser.destroy(error));
    for await (const header of parser) return header as string[];
    return null;
  } catch (error) {
    if ((error as Partial<CsvError>).code?.startsWith('CSV_')) return null;
    throw error;
  } finally {
    input.destroy();
  }
}

/**
 * Every line below the header, in order, whole or broken: nothing is passed over. A quote that never
 * closes makes the rest of the file one broken line.
 */
export async function* readRecords(file: string, columns: readonly string[]): AsyncGenerator<ReadLine> {
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      from_line: 2,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  let lastLine = 1;
  try {
    for await (const item of parser) {
      const { info, raw, record } = item as { info: { lines: number }; raw: string; record: string[] };
      lastLine = info.lines;
      yield toLine(info.lines, raw.replace(/\r?\n$/, ''), record, columns);
    }
  } catch (error) {
    const fault = error as Partial<CsvError> & Error;
    if (!fault.code?.startsWith('CSV_')) throw error;
    yield { line: lastLine + 1, broken: `from here on the file is no CSV: ${fault.message}`, text: '' };
  }
}

/** The first record that is whole; null when there is none. */
export async function readFirstRecord(
  file: string,
  columns: readonly string[],
): Promise<RegisterRecord | null> {
  for await (const line of readRecords(file, columns)) if ('record' in line) return line.record;
  return null;
}

function toLine(line: number, text: string, values: string[], columns: readonly string[]): ReadLine {
  if (values.length !== columns.length) {
    return { line, broken: `has ${values.length} columns, not ${columns.length}`, text };
  }
  if (text.includes('\uFFFD')) return { line, broken: 'holds bytes that are not UTF-8', text };
  if (text.includes('\0')) return { line, broken: 'holds a NUL character', text };
  return { line, record: Object.fromEntries(columns.map((column, i) => [column, values[i]!])) };
}
