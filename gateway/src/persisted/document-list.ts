import { parse, print } from 'graphql';
import { z } from 'zod';
import { isRecord } from '../is-record.ts';
import { hashOf } from './hash-of.ts';

/** Texts of documents, by their SHA-256 in lower case. */
export type DocumentList = ReadonlyMap<string, string>;

/** As `@apollo/generate-persisted-query-manifest` writes it. */
const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

/** As the client preset of GraphQL Code Generator writes it, `sha256:` before the hash or not. */
const documentsByHash = z.record(z.string(), z.string());

const SHA_256 = /^(?:sha256:)?([0-9a-f]{64})$/i;

/**
 * A list of documents, as the tools of front ends write it.
 *
 * @throws Error when it is none, or one of its documents has another hash
 */
export function readList(content: unknown): DocumentList {
  const isManifest = isRecord(content) && 'format' in content;
  const pairs = isManifest
    ? parsed(manifest, content).operations.map(({ id, body }) => [id, body] as const)
    : Object.entries(parsed(documentsByHash, content));
  return new Map(pairs.map(([id, source]) => [checkedHash(id, source), source]));
}

/**
 * A document that has no hash beside it: as it is written, without blanks around it, and as clients print it.
 *
 * @throws Error when it is no GraphQL
 */
export function listOf(text: string): DocumentList {
  const sources = [text, text.trim(), print(parse(text))];
  return new Map(sources.map((source) => [hashOf(source), source]));
}

function parsed<Schema extends z.ZodType>(schema: Schema, content: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(content);
  if (error) throw new Error(z.prettifyError(error));
  return data;
}

function checkedHash(id: string, source: string): string {
  const hash = SHA_256.exec(id)?.[1]?.toLowerCase();
  if (hash === undefined) {
    throw new Error(
      `a document is named by its SHA-256, which ${JSON.stringify(id)} is not; GraphQL Code Generator names them so with hashAlgorithm: 'sha256'`,
    );
  }
  const actual = hashOf(source);
  if (hash !== actual) throw new Error(`the SHA-256 of the document under ${id} is ${actual}`);
  return hash;
}
