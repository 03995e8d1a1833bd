import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type JournalHead, type LoggedText, readHead, readJournalLines } from '@yiwang/access-log';
import { CommandError } from '../shared/command-error.ts';
import { resolvePath } from '../shared/files.ts';

/** What a gateway keeps until it is handed over, or what was saved of a log. */
export interface LocalJournal {
  /** What comes before its first record. */
  head: JournalHead;
  records(): AsyncGenerator<LoggedText>;
}

/**
 * Opens a journal: a folder of segments, or one file.
 *
 * @throws CommandError when it is none
 */
export async function openJournal(path: string): Promise<LocalJournal> {
  const files = await segmentsOf(path);
  const head = files.length > 0 ? readHead((await firstLine(files[0]!)) ?? '') : null;
  if (!head) throw new CommandError(`${path} holds no journal of an access log.`);
  return { head, records: () => readJournalLines(linesOf(files)) };
}

async function segmentsOf(path: string): Promise<string[]> {
  const resolved = resolvePath(path);
  try {
    if (!(await stat(resolved)).isDirectory()) return [resolved];
    const names = await readdir(resolved);
    return names
      .filter((name) => name.endsWith('.log'))
      .sort()
      .map((name) => join(resolved, name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      throw new CommandError(
        `There is no journal ${path}. Name the folder of a gateway's ACCESS_LOG, or a file that --records has written.`,
      );
    }
    throw new CommandError(`The journal ${path} cannot be read (${code}).`);
  }
}

async function firstLine(file: string): Promise<string | undefined> {
  for await (const line of readLines(file)) return line;
  return undefined;
}

/** Without the heads. */
async function* linesOf(files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) {
    let isHead = true;
    for await (const line of readLines(file)) {
      if (!isHead) yield line;
      isHead = false;
    }
  }
}

/** Whole lines: a gateway at work may be in the middle of the last one. */
async function* readLines(path: string): AsyncGenerator<string> {
  await using file = await open(path, 'r');
  let rest = '';
  for await (const chunk of file.createReadStream({
    encoding: 'utf8',
    autoClose: false,
  }) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}
