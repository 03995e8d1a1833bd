import { stat } from 'node:fs/promises';
import type { Client } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import { follow } from '../files/follow.ts';
import { followJson } from '../files/follow-json.ts';
import { watchFolder } from '../files/watch-folder.ts';
import { documentsBeneath, type DocumentsByClient, documentsIn, EVERYONE } from './read-documents.ts';

/** Documents that were looked at before a client was allowed to send them. */
export interface TrustedDocuments extends Disposable {
  /** The document with this hash that the client may run; undefined when there is none. */
  find(client: Client, hash: string): string | undefined;
  has(client: Client, source: string): boolean;
}

const SETTING = 'PERSISTED_OPERATIONS';

/**
 * The trusted documents of a file or a folder, as it is now.
 *
 * @param file empty for none
 * @throws SettingsError when it is wrong at the start
 */
export async function createTrustedDocuments(file: string, logger: Logger): Promise<TrustedDocuments> {
  let byClient: DocumentsByClient = new Map();
  let sources: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  const take = (documents: DocumentsByClient) => {
    byClient = documents;
    sources = new Map([...documents].map(([client, list]) => [client, new Set(list.values())]));
  };
  const followed = file ? await followDocuments(file, take, logger) : null;

  return {
    find: ({ id }, hash) => byClient.get(id)?.get(hash) ?? byClient.get(EVERYONE)?.get(hash),
    has: ({ id }, source) => (sources.get(id)?.has(source) || sources.get(EVERYONE)?.has(source)) ?? false,
    [Symbol.dispose]: () => followed?.[Symbol.dispose](),
  };
}

async function followDocuments(
  file: string,
  take: (documents: DocumentsByClient) => void,
  logger: Logger,
): Promise<Disposable> {
  const named = { setting: SETTING, file };
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder
    ? follow(named, async () => take(await documentsBeneath(file)), watchFolder, logger)
    : followJson(named, (content) => take(documentsIn(content)), logger);
}
