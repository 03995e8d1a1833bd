import { type FileHandle, open } from 'node:fs/promises';
import { endOfLastSeal, isSealLine } from '../journal-lines.ts';
import { sealedPosition } from '../seal.ts';
import type { Journal } from './journal.ts';
import { JournalError } from './journal-error.ts';
import type { Segment } from './segments.ts';

/** One call carries no more than this; more only where seals stand further apart. */
const MAX_BYTES = 1024 * 1024;
const LINE_BREAK = 0x0a;

/** A piece of the journal. */
export interface Batch {
  /** Sequence of its last record. */
  last: number;
  /** Its lines as they are in the file, each with its line break. The last one is a seal. */
  text: string;
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
  await using file = await open(segment.path, 'r');
  const { size } = await file.stat();
  const sealed = Math.min(size, segment.bytes);
  let offset = bookmark.offset ?? (await offsetOf(file, segment, bookmark.sequence, sealed));
  bookmark.offset = offset;
  for (let length = MAX_BYTES; offset < sealed;) {
    const lines = await read(file, offset, Math.min(sealed, offset + length));
    const end = endOfLastSeal(lines);
    if (end === 0) {
      if (offset + length >= sealed) return;
      length *= 2;
      continue;
    }
    offset += end;
    length = MAX_BYTES;
    const { text, last } = batchOf(lines.subarray(0, end), segment);
    bookmark.sequence = last + 1;
    bookmark.offset = offset;
    yield { last, text };
  }
}

function batchOf(lines: Buffer, { path }: Segment): Batch {
  const text = lines.toString();
  const seal = text.slice(text.lastIndexOf('\n', text.length - 2) + 1, -1);
  const position = sealedPosition(seal);
  if (!position) throw new JournalError(`${path} is damaged: what stands for a seal is none.`);
  return { last: position.sequence, text };
}

/** Where a record begins; the end of what is sealed when it stands further back. */
async function offsetOf(
  file: FileHandle,
  { first }: Segment,
  sequence: number,
  sealed: number,
): Promise<number> {
  let isHead = true;
  let number = first;
  for await (const { line, offset } of readLines(file, sealed)) {
    if (!isHead && !isSealLine(line)) {
      if (number === sequence) return offset;
      number++;
    }
    isHead = false;
  }
  return sealed;
}

/** Whole lines, each with where it begins. */
async function* readLines(file: FileHandle, to: number): AsyncGenerator<{ line: string; offset: number }> {
  let rest = Buffer.alloc(0);
  let offset = 0;
  for (let from = 0; from < to;) {
    const bytes = await read(file, from, Math.min(to, from + MAX_BYTES));
    from += bytes.length;
    rest = Buffer.concat([rest, bytes]);
    let begin = 0;
    for (let end = rest.indexOf(LINE_BREAK); end >= 0; end = rest.indexOf(LINE_BREAK, begin)) {
      yield { line: rest.toString('utf8', begin, end), offset: offset + begin };
      begin = end + 1;
    }
    rest = rest.subarray(begin);
    offset += begin;
  }
}

/** @throws when the file ends before */
async function read(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(to - from);
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, from + done);
    if (bytesRead === 0) throw new JournalError('A file of the journal is shorter than it was.');
    done += bytesRead;
  }
  return bytes;
}
