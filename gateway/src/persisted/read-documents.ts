import { readFile } from 'node:fs/promises';
import { dirname, extname, join, sep } from 'node:path';
import { listFolder } from '../files/list-folder.ts';
import { isRecord } from '../is-record.ts';
import { type DocumentList, listOf, readList } from './document-list.ts';

/** The client under which documents stand that every client may run. */
export const EVERYONE = '*';

/** By client. */
export type DocumentsByClient = ReadonlyMap<string, DocumentList>;

/**
 * The documents of a JSON file: by client, and for each a list.
 *
 * @throws Error saying what is wrong, and where
 */
export function documentsIn(content: unknown): DocumentsByClient {
  if (!isRecord(content) || '' in content) {
    throw new Error('Invalid input: documents stand under the client that may run them');
  }
  return new Map(
    Object.entries(content).map(([client, list]) => [client, naming(client, () => readList(list))]),
  );
}

/**
 * The documents of a folder: those of a client in a folder of its name, those for everyone beside. A `.json` file is a list, a
 * `.graphql` or `.gql` file is one document; other files are left alone.
 *
 * @throws Error saying what is wrong, and where
 */
export async function documentsBeneath(folder: string): Promise<DocumentsByClient> {
  const byClient = new Map<string, Map<string, string>>();
  for (const path of await listFolder(folder)) {
    const read = READERS[extname(path)];
    if (!read) continue;
    const text = await readFile(join(folder, path), 'utf8');
    const [client, list] = naming(path, () => [clientOf(path), read(text)] as const);
    const known = byClient.get(client) ?? new Map<string, string>();
    for (const [hash, source] of list) known.set(hash, source);
    byClient.set(client, known);
  }
  return byClient;
}

const READERS: Readonly<Record<string, (text: string) => DocumentList>> = {
  '.json': (text) => readList(JSON.parse(text)),
  '.graphql': listOf,
  '.gql': listOf,
};

/** What no folder can be called, such as `https://portal.example`, is written in percent encoding. */
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
