import { open } from 'node:fs/promises';
import { beginningOf, type Position, readHead } from '@yiwang/access-log';
import { bookmarkAt, type Journal, readBatches } from '@yiwang/access-log/journal';

/** Part of the journal, up to a seal. */
export interface LogPage {
  /** The record before the first one. Older files of the log may have expired. */
  before: Position;
  /** The lines of the file, each with its line break; empty after the last seal. */
  lines: string;
}

/**
 * Reads about a MiB of the records after one.
 *
 * @param after number of the record; 0 for the oldest one kept
 */
export async function readPage(
  journal: Pick<Journal, 'end' | 'sealedSegments'>,
  after: number,
): Promise<LogPage> {
  const [oldest] = await journal.sealedSegments();
  if (!oldest || after >= journal.end.sequence) return { before: positionOf(journal), lines: '' };
  const isCut = after + 1 < oldest.first;
  const first = isCut ? oldest.first : after + 1;
  const before = isCut || after === 0 ? await headOf(oldest.path) : null;
  for await (const { text } of readBatches(journal, bookmarkAt(first))) {
    return { before: before ?? { sequence: after, hash: '' }, lines: text };
  }
  return { before: positionOf(journal), lines: '' };
}

function positionOf({ end }: Pick<Journal, 'end'>): Position {
  return { sequence: end.sequence, hash: end.hash };
}

async function headOf(path: string): Promise<Position> {
  await using file = await open(path, 'r');
  for await (const line of file.readLines({ autoClose: false })) {
    const head = readHead(line);
    if (head) return { sequence: head.sequence, hash: head.hash };
    break;
  }
  return beginningOf('');
}
