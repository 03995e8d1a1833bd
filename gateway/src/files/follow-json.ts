import { readFile } from 'node:fs/promises';
import type { Logger } from '@yiwang/observability';
import { follow, type FollowedFile } from './follow.ts';
import { watchFile } from './watch-file.ts';

/**
 * Takes in what a JSON file holds, and again whenever it changes, until it is disposed of.
 *
 * @param setting that names the file, for messages
 * @param take throws an Error that says what is wrong with the content
 * @throws SettingsError when the file cannot be read at the start, or is wrong
 */
export function followJson(
  named: { setting: string; file: string },
  take: (content: unknown) => void,
  logger: Logger,
): Promise<FollowedFile> {
  const read = async () => take(JSON.parse(await readFile(named.file, 'utf8')));
  return follow(named, read, watchFile, logger);
}
