import { createReadStream } from 'node:fs';
import { CsvError, type Options, parse } from 'csv-parse';
import type { RegisterRecord } from './register.ts';
import { detectEncoding, type TextEncoding } from './text-encoding.ts';

/** A line of a file, with its record or the reason why it has none. */
export type ReadLine = OriginalLine & ({ record: RegisterRecord } | { broken: string });

export interface OriginalLine {
  /** Counted from 1; the header is line 1. */
  line: number;
  /** The text for people, cut when it is longer than a cell of a spreadsheet. */
  text: string;
  /** As the file has it, without its end. */
  bytes: Buffer;
}

/** The most bytes of one line. A longer line is a quote that is never closed, and the rest of the file must not collect in memory. */
const MAX_LINE_BYTES = 2 * 1024 * 1024;
/** The most characters of one cell, far more than any value of a register. */
const MAX_CELL_CHARACTERS = 65_536;
/** Spreadsheet programs take no more in a cell. */
const MAX_TEXT_CHARACTERS = 32_000;
const NOT_ASCII = /[\u0080-\uffff]/;
/** The parser cuts off half of CR LF. */
const LINE_END = /\r?\n?$/;

/**
 * The column names of a CSV file; null when it has no readable header.
 *
 * @throws Error naming the file when it cannot be read
 */
export async function readHeader(file: string): Promise<string[] | null> {
  try {
    for await (const { values } of parseFile(file, { to_line: 1 })) return values;
    return null;
  } catch (error) {
    if (isCsvError(error)) return null;
    throw error;
  }
}

/**
 * The header line of a file, byte for byte, for a file that is made of lines of it.
 *
 * @throws Error naming the file when it cannot be read
 */
export async function readHeaderBytes(file: string): Promise<Buffer> {
  for await (const { bytes } of parseFile(file, { to_line: 1 })) return bytes;
  return Buffer.alloc(0);
}

/**
 * Every line below the header, in order, whole or broken: nothing is passed over. A quote within a
 * field is a character like any other; one that opens a field and never closes makes the rest of the
 * file one broken line, whose text and bytes are empty.
 *
 * @throws Error naming the file when it cannot be read
 */
export async function* readRecords(file: string, columns: readonly string[]): AsyncGenerator<ReadLine> {
  let lastLine = 1;
  try {
    for await (const line of parseFile(file, { from_line: 2, skip_empty_lines: true })) {
      lastLine = line.number;
      yield toLine(line, columns);
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    const broken = `from here on the file is no CSV: ${error.message}`;
    yield { line: lastLine + 1, broken, text: '', bytes: Buffer.alloc(0) };
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

interface ParsedLine {
  number: number;
  values: string[];
  /** As the file has it, without the end of the line. */
  bytes: Buffer;
  encoding: TextEncoding;
}

/**
 * Closes the file when the reader stops, early or not.
 *
 * The parser sees single bytes (as Latin-1): commas, quotes and line ends are never part of a longer character in UTF-8
 * or GB18030, so the original bytes of each line are kept, whatever is wrong with them.
 */
async function* parseFile(file: string, options: Options): AsyncGenerator<ParsedLine> {
  const { encoding, start } = await detectEncoding(file);
  // The parser cannot split bytes of UTF-16, so such a file has no readable header.
  if (encoding !== 'utf-8' && encoding !== 'gb18030') return;
  const decode = createDecode(encoding);
  const parser = parse({
    encoding: 'latin1',
    info: true,
    raw: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: MAX_LINE_BYTES,
    ...options,
  });
  const input = createReadStream(file, { start });
  // pipe() does not forward errors.
  input.on('error', (cause) => parser.destroy(new Error(`Cannot read ${file}: ${cause.message}`, { cause })));
  input.pipe(parser);
  try {
    for await (const item of parser) {
      const { info, raw, record } = item as { info: { lines: number }; raw: string; record: string[] };
      yield {
        number: info.lines,
        values: record.map(decode),
        bytes: Buffer.from(raw.replace(LINE_END, ''), 'latin1'),
        encoding,
      };
    }
  } finally {
    input.destroy();
  }
}

/** Decodes text that was read as Latin-1. */
function createDecode(encoding: TextEncoding): (text: string) => string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (text) => (NOT_ASCII.test(text) ? decoder.decode(Buffer.from(text, 'latin1')) : text);
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof CsvError;
}

function toLine({ number, values, bytes, encoding }: ParsedLine, columns: readonly string[]): ReadLine {
  const original = { line: number, text: textOf(bytes, encoding), bytes };
  const broken = findFault(values, columns, encoding);
  if (broken !== null) return { ...original, broken };
  return { ...original, record: Object.fromEntries(columns.map((column, i) => [column, values[i]!])) };
}

function findFault(
  values: readonly string[],
  columns: readonly string[],
  encoding: TextEncoding,
): string | null {
  if (values.length !== columns.length) return `has ${values.length} columns, not ${columns.length}`;
  for (const [i, value] of values.entries()) {
    if (value.length > MAX_CELL_CHARACTERS) {
      return `${columns[i]}: has ${value.length} characters; at most ${MAX_CELL_CHARACTERS} are stored`;
    }
    if (value.includes('\uFFFD')) return `holds bytes that are not ${encoding.toUpperCase()}`;
    if (value.includes('\0')) return 'holds a NUL character';
  }
  return null;
}

function textOf(bytes: Buffer, encoding: TextEncoding): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return text.length > MAX_TEXT_CHARACTERS ? `${text.slice(0, MAX_TEXT_CHARACTERS)}…` : text;
}
