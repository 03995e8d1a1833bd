import { open } from 'node:fs/promises';
import { isSealLine } from '@yiwang/access-log';
import type { AccessContent } from '@yiwang/identity';
import type { Journal } from './journal.ts';
import type { Segment } from './segments.ts';

/** One call carries no more than this, and what comes up to the next seal: at most as much again. */
const MOST_RECORDS = 1000;
const MOST_CHARACTERS = 1_000_000;

/** Records in the order of their numbers; the last one has a seal. */
export interface Batch {
  first: number;
  records: readonly AccessContent[];
}

/** Where reading goes on, so that a file is read once. */
export interface Bookmark {
  /** Of the next record. */
  sequence: number;
  /** Of the segment that holds it. */
  segment: number;
  /** In bytes; null when it is not known where the record stands. */
  offset: number | null;
}

export function bookmarkAt(sequence: number): Bookmark {
  return { sequence, segment: 0, offset: null };
}

/**
 * Reads what is sealed, from a bookmark on, which it moves behind each batch that was used. Holds one batch in memory.
 *
 * @throws when the journal begins behind the bookmark
 */
export async function* readBatches(
  journal: Pick<Journal, 'sealedSegments'>,
  bookmark: Bookmark,
): AsyncGenerator<Batch> {
  const segments = await journal.sealedSegments();
  const start = segments.findLastIndex(({ first }) => first <= bookmark.sequence);
  if (start < 0) {
    if (segments.length === 0) return;
    throw new Error(
      `Record ${bookmark.sequence} is asked for; the journal begins with ${segments[0]!.first}.`,
    );
  }
  for (const segment of segments.slice(start)) {
    if (segment.first !== bookmark.segment) {
      bookmark.segment = segment.first;
      bookmark.offset = null;
    }
    yield* readSegment(segment, bookmark);
  }
}

async function* readSegment(segment: Segment & { bytes: number }, bookmark: Bookmark): AsyncGenerator<Batch> {
  const isKnown = bookmark.offset !== null;
  let offset = bookmark.offset ?? 0;
  let sequence = isKnown ? bookmark.sequence : segment.first;
  const { sequence: from } = bookmark;
  let run: AccessContent[] = [];
  let batch: AccessContent[] = [];
  let characters = 0;

  function take(): Batch {
    const taken = { first: bookmark.sequence, records: batch };
    bookmark.sequence += batch.length;
    bookmark.offset = offset;
    batch = [];
    characters = 0;
    return taken;
  }

  let isHead = !isKnown;
  for await (const line of readLines(segment.path, offset, segment.bytes)) {
    offset += Buffer.byteLength(line) + 1;
    if (isHead) {
      isHead = false;
      continue;
    }
    if (!isSealLine(line)) {
      if (sequence >= from) run.push({ text: line, seal: null });
      sequence++;
      continue;
    }
    const last = run.at(-1);
    if (!last) continue;
    last.seal = line;
    batch.push(...run);
    characters += run.reduce((sum, { text }) => sum + text.length, 0);
    run = [];
    if (batch.length >= MOST_RECORDS || characters >= MOST_CHARACTERS) yield take();
  }
  if (batch.length > 0) yield take();
}

/** Whole lines. */
async function* readLines(path: string, from: number, to: number): AsyncGenerator<string> {
  if (from >= to) return;
  await using file = await open(path, 'r');
  const input = file.createReadStream({ start: from, end: to - 1, encoding: 'utf8', autoClose: false });
  let rest = '';
  for await (const chunk of input as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}
