import type { Client } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import { z } from 'zod';
import { followJson } from '../files/follow-json.ts';
import { hashOf } from './hash-of.ts';

/** The client under which documents stand that every client may run. */
const EVERYONE = '*';

/** Documents that were looked at before a client was allowed to send them. */
export interface TrustedDocuments extends Disposable {
  /** The document with this hash that the client may run; undefined when there is none. */
  find(client: Client, hash: string): string | undefined;
  has(client: Client, source: string): boolean;
}

const documentsByHash = z.record(z.string(), z.string());

/** As the tools of Apollo's clients write it. */
const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

const documentsByClient = z.record(z.string().min(1), z.union([manifest, documentsByHash]));

interface Documents {
  byHash: ReadonlyMap<string, string>;
  sources: ReadonlySet<string>;
}

/**
 * The trusted documents of a file, as it is now.
 *
 * @param file empty for none
 * @throws SettingsError when the file is wrong at the start
 */
export async function createTrustedDocuments(file: string, logger: Logger): Promise<TrustedDocuments> {
  let byClient: ReadonlyMap<string, Documents> = new Map();
  const take = (content: unknown) => {
    const { data, error } = documentsByClient.safeParse(content);
    if (error) throw new Error(z.prettifyError(error));
    byClient = new Map(Object.entries(data).map(([client, given]) => [client, readDocuments(client, given)]));
  };
  const followed = file ? await followJson({ setting: 'PERSISTED_OPERATIONS', file }, take, logger) : null;

  return {
    find: ({ id }, hash) => byClient.get(id)?.byHash.get(hash) ?? byClient.get(EVERYONE)?.byHash.get(hash),
    has: ({ id }, source) =>
      (byClient.get(id)?.sources.has(source) || byClient.get(EVERYONE)?.sources.has(source)) ?? false,
    [Symbol.dispose]: () => followed?.[Symbol.dispose](),
  };
}

function readDocuments(
  client: string,
  given: z.infer<typeof manifest> | z.infer<typeof documentsByHash>,
): Documents {
  const pairs = isManifest(given)
    ? given.operations.map(({ id, body }) => [id, body] as const)
    : Object.entries(given);
  for (const [hash, source] of pairs) {
    const actual = hashOf(source);
    if (hash.toLowerCase() === actual) continue;
    throw new Error(`${client}: the SHA-256 of the document under ${hash} is ${actual}`);
  }
  return {
    byHash: new Map(pairs.map(([hash, source]) => [hash.toLowerCase(), source])),
    sources: new Set(pairs.map(([, source]) => source)),
  };
}

function isManifest(
  given: z.infer<typeof manifest> | z.infer<typeof documentsByHash>,
): given is z.infer<typeof manifest> {
  return typeof given['operations'] === 'object';
}
