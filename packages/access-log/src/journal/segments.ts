import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Position } from '../chain.ts';
import { type JournalHead, writeHead } from '../journal-lines.ts';
import { type JournalFile, openJournalFile } from './journal-file.ts';

const DIGITS = 16;
const NAME = new RegExp(`^(\\d{${DIGITS}})\\.log$`);

/** A file of the journal: a head, then records in lines, each with its seal behind it where it has one. */
export interface Segment {
  path: string;
  /** Sequence of its first record. */
  first: number;
}

/** What the journal needs of the file system to write. */
export interface JournalFiles {
  open(path: string, flags: string): Promise<JournalFile>;
}

export const FILES: JournalFiles = { open: openJournalFile };

/** In the order of their records. */
export async function listSegments(folder: string): Promise<Segment[]> {
  const names = await readdir(folder);
  return names
    .map((name) => NAME.exec(name))
    .filter((match) => match !== null)
    .map(([name, first]) => ({ path: join(folder, name), first: Number(first) }))
    .sort((left, right) => left.first - right.first);
}

/** Begins a segment; whoever looks sees it with its head or not at all. */
export async function writeSegment(
  folder: string,
  files: JournalFiles,
  head: JournalHead,
): Promise<Segment & { bytes: number; file: JournalFile }> {
  const first = head.sequence + 1;
  const path = join(folder, `${String(first).padStart(DIGITS, '0')}.log`);
  const draft = `${path}.draft`;
  const line = Buffer.from(`${writeHead(head)}\n`);
  const file = await files.open(draft, 'w');
  try {
    await writeAll(file, line, 0);
    await file.datasync();
    await rename(draft, path);
    await syncFolder(folder);
  } catch (error) {
    await file.close();
    await Promise.all([draft, path].map((left) => rm(left, { force: true })));
    throw error;
  }
  return { path, first, bytes: line.length, file };
}

/** Removes segments whose records are all known elsewhere. The last one stays: it tells where the log goes on. */
export async function removeSegments(folder: string, known: Position['sequence']): Promise<void> {
  const segments = await listSegments(folder);
  for (const [index, { path }] of segments.entries()) {
    const next = segments[index + 1];
    if (!next || next.first > known + 1) return;
    await rm(path, { force: true });
  }
}

export async function writeAll(file: JournalFile, bytes: Buffer, from: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const writing = file.write(bytes, done, bytes.length - done, from + done);
    const { bytesWritten } = writing instanceof Promise ? await writing : writing;
    done += bytesWritten;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
