import { open } from 'node:fs/promises';
import { beginningOf, type LoggedText, readRecord, writeHead } from '@yiwang/access-log';
import { CommandError } from '../shared/command-error.ts';
import { resolvePath } from '../shared/files.ts';

/**
 * Passes records on, and writes them to a file in the form of a journal, which can be verified without the exchange. It is for this user only: it
 * names people.
 *
 * @throws CommandError when the file is there already, or cannot be written
 */
export async function* saveRecords(
  records: AsyncIterable<LoggedText>,
  gateway: string,
  path: string,
): AsyncGenerator<LoggedText> {
  const file = await open(resolvePath(path), 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(
      error.code === 'EEXIST'
        ? `${path} is there already; it is left as it is.`
        : `${path} cannot be written (${error.code}).`,
    );
  });
  await using _closing = file;
  let isFirst = true;
  for await (const item of records) {
    if (isFirst) await file.write(`${headOf(item, gateway)}\n`);
    isFirst = false;
    await file.write(item.seal === null ? `${item.text}\n` : `${item.text}\n${item.seal}\n`);
    yield item;
  }
}

/** What comes before the first record, as that says. */
function headOf({ text }: LoggedText, gateway: string): string {
  const record = readRecord(text);
  const before =
    record && record.sequence > 1 ? { sequence: record.sequence - 1, hash: record.previous } : null;
  return writeHead({ gateway, ...(before ?? beginningOf(gateway)), sealed: 0 });
}
