import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import type { Position } from './chain.ts';
import type { LoggedText } from './check-record.ts';

/** The first line of a file of the journal: what came before it. */
export interface JournalHead extends Position {
  gateway: string;
  /** Sequence of the last record with a seal; 0 when there is none. */
  sealed: number;
}

const head = z.strictObject({
  journal: z.literal(1),
  gateway: z.string(),
  sequence: z.int().min(0),
  hash: z.string(),
  sealed: z.int().min(0),
});

export function writeHead({ gateway, sequence, hash, sealed }: JournalHead): string {
  return canonicalJson({ journal: 1, gateway, sequence, hash, sealed });
}

/** Null when the line is no head. */
export function readHead(line: string): JournalHead | null {
  try {
    const { gateway, sequence, hash, sealed } = head.parse(JSON.parse(line));
    return { gateway, sequence, hash, sealed };
  } catch {
    return null;
  }
}

/** A seal stands in a line of its own behind its record. Records are JSON objects, and seals are not. */
export function isSealLine(line: string): boolean {
  return !line.startsWith('{');
}

const LINE_BREAK = 0x0a;
const BRACE = 0x7b;

/** Where the last line that is a seal ends, in whole lines of a journal; 0 when none is. */
export function endOfLastSeal(lines: Buffer): number {
  let end = lines.lastIndexOf(LINE_BREAK) + 1;
  while (end > 0) {
    const start = end === 1 ? 0 : lines.lastIndexOf(LINE_BREAK, end - 2) + 1;
    if (lines[start] !== BRACE) return end;
    end = start;
  }
  return 0;
}

/** Records with their seals, from the lines of a journal without its head. */
export async function* readJournalLines(
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<LoggedText> {
  let record: LoggedText | null = null;
  for await (const line of lines) {
    if (isSealLine(line) && record?.seal === null) {
      record.seal = line;
      continue;
    }
    if (record) yield record;
    // A seal that stands alone is no record; whoever verifies says so.
    record = { text: line, seal: null };
  }
  if (record) yield record;
}
