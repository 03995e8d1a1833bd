import { createReadStream } from 'node:fs';
import { CsvError, type Options, parse } from 'csv-parse';
import type { RegisterRecord } from './register.ts';

/** A line that is a record, or why it is none. */
export type ReadLine =
  { line: number; record: RegisterRecord } | { line: number; broken: string; text: string };

// Longer ones are a quote that was never closed; the rest of the file must not gather in memory.
const MOST_RECORD_CHARACTERS = 1024 * 1024;

/**
 * The column names of a CSV file; null when it has no readable header.
 *
 * @throws Error naming the file when it cannot be read
 */
export async function readHeader(file: string): Promise<string[] | null> {
  try {
    for await (const header of parseFile(file, { to_line: 1 })) return header as string[];
    return null;
  } catch (error) {
    if (isCsvError(error)) return null;
    throw error;
  }
}

/**
 * Every line below the header, in order, whole or broken: nothing is passed over. A quote within a
 * field is a character like any other; one that opens a field and never closes makes the rest of the
 * file one broken line.
 *
 * @throws Error naming the file when it cannot be read
 */
export async function* readRecords(file: string, columns: readonly string[]): AsyncGenerator<ReadLine> {
  let lastLine = 1;
  try {
    for await (const item of parseFile(file, {
      from_line: 2,
      info: true,
      raw: true,
      skip_empty_lines: true,
    })) {
      const { info, raw, record } = item as { info: { lines: number }; raw: string; record: string[] };
      lastLine = info.lines;
      yield toLine(info.lines, raw.replace(/\r?\n$/, ''), record, columns);
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    yield { line: lastLine + 1, broken: `from here on the file is no CSV: ${error.message}`, text: '' };
  }
}

/** Closes the file when the reader stops, early or not. */
async function* parseFile(file: string, options: Options): AsyncGenerator<unknown> {
  const parser = parse({
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: MOST_RECORD_CHARACTERS,
    ...options,
  });
  const input = createReadStream(file);
  // pipe() passes data on, and no errors.
  input.on('error', (cause) => parser.destroy(new Error(`Cannot read ${file}: ${cause.message}`, { cause })));
  input.pipe(parser);
  try {
    yield* parser;
  } finally {
    input.destroy();
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof CsvError;
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
