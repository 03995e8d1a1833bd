import { stat } from 'node:fs/promises';
import type { Client } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import { follow, followJson } from '../../util/files/follow.ts';
import { documentsBeneath, type DocumentsByClient, documentsIn, EVERYONE } from './read-documents.ts';

/** The documents that an operator listed for each client. */
export interface TrustedDocuments extends Disposable {
  /** Returns the document with this hash that the client may run; undefined when there is none. */
  find(client: Client, hash: string): string | undefined;
  has(client: Client, source: string): boolean;
}

const SETTING = 'PERSISTED_OPERATIONS';

/**
 * Follows the trusted documents of a file or a folder.
 *
 * @param file empty for none
 * @throws SettingsError when the file or folder is missing or invalid at the start
 */
export async function createTrustedDocuments(file: string, logger: Logger): Promise<TrustedDocuments> {
  let byClient: DocumentsByClient = new Map();
  let sources: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  const replace = (documents: DocumentsByClient) => {
    byClient = documents;
    sources = new Map([...documents].map(([client, list]) => [client, new Set(list.values())]));
  };
  const followed = file ? await followDocuments(file, replace, logger) : null;

  return {
    find: ({ id }, hash) => byClient.get(id)?.get(hash) ?? byClient.get(EVERYONE)?.get(hash),
    has: ({ id }, source) => (sources.get(id)?.has(source) || sources.get(EVERYONE)?.has(source)) ?? false,
    [Symbol.dispose]: () => followed?.[Symbol.dispose](),
  };
}

async function followDocuments(
  file: string,
  replace: (documents: DocumentsByClient) => void,
  logger: Logger,
): Promise<Disposable> {
  const named = { setting: SETTING, file };
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder
    ? follow(named, async () => replace(await documentsBeneath(file)), logger)
    : followJson(named, (content) => replace(documentsIn(content)), logger);
}
