import { readFile } from 'node:fs/promises';
import { dirname, extname, join, sep } from 'node:path';
import { listFolder } from '../../util/files/list-folder.ts';
import { isRecord } from '../../util/is-record.ts';
import { type DocumentList, listOf, readList } from './document-list.ts';

/** The client id under which a file lists documents for every client. */
export const EVERYONE = '*';

/** The documents of each client. */
export type DocumentsByClient = ReadonlyMap<string, DocumentList>;

/**
 * Returns the documents of a JSON file, which lists them by client.
 *
 * @throws Error naming what is invalid, and where
 */
export function documentsIn(content: unknown): DocumentsByClient {
  if (!isRecord(content) || '' in content) {
    throw new Error('Invalid input: list documents under the id of the client that may run them, or under *');
  }
  return new Map(
    Object.entries(content).map(([client, list]) => [client, naming(client, () => readList(list))]),
  );
}

/**
 * Returns the documents of a folder: those of a client are in a folder of its name, those for everyone beside it. A `.json` file is a
 * list, a `.graphql` or `.gql` file is one document; other files are ignored.
 *
 * @throws Error naming what is invalid, and where
 */
export async function documentsBeneath(folder: string): Promise<DocumentsByClient> {
  const byClient = new Map<string, Map<string, string>>();
  for (const path of await listFolder(folder)) {
    const read = READERS[extname(path)];
    if (!read) continue;
    const text = await readFile(join(folder, path), 'utf8');
    const [client, list] = naming(path, () => [clientOf(path), read(text)] as const);
    const ofClient = byClient.get(client) ?? new Map<string, string>();
    for (const [hash, source] of list) ofClient.set(hash, source);
    byClient.set(client, ofClient);
  }
  return byClient;
}

const READERS: Readonly<Record<string, (text: string) => DocumentList>> = {
  '.json': (text) => readList(JSON.parse(text)),
  '.graphql': listOf,
  '.gql': listOf,
};

/** Returns the client of a file. A folder has the client's id in percent encoding: `https://portal.example` is no folder name. */
function clientOf(path: string): string {
  const folder = dirname(path);
  return folder === '.' ? EVERYONE : decodeURIComponent(folder.split(sep)[0]!);
}

function naming<Result>(place: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    throw new Error(`${place}: ${(cause as Error).message}`, { cause });
  }
}
