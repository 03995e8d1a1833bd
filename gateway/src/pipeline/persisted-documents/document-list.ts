import { parse, print } from 'graphql';
import { z } from 'zod';
import { isRecord } from '../../util/is-record.ts';
import { hashOf } from './named-document.ts';

/** Documents by their SHA-256 in lower case. */
export type DocumentList = ReadonlyMap<string, string>;

/** The manifest of `@apollo/generate-persisted-query-manifest`. */
const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

/** The list of GraphQL Code Generator's client preset, with or without `sha256:` before the hash. */
const documentsByHash = z.record(z.string(), z.string());

const SHA_256 = /^(?:sha256:)?([0-9a-f]{64})$/i;

/**
 * Returns the documents of a list that a front-end tool wrote.
 *
 * @throws Error when it is no such list, or a document has another hash
 */
export function readList(content: unknown): DocumentList {
  const isManifest = isRecord(content) && 'format' in content;
  const pairs = isManifest
    ? parsed(manifest, content).operations.map(({ id, body }) => [id, body] as const)
    : Object.entries(parsed(documentsByHash, content));
  return new Map(pairs.map(([id, source]) => [checkedHash(id, source), source]));
}

/**
 * Returns the documents that clients may send for a document without a hash: the text itself, trimmed, and as graphql-js prints it.
 *
 * @throws Error when the text is no GraphQL
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
      `a document must be named by its SHA-256, which ${JSON.stringify(id)} is not; set hashAlgorithm: 'sha256' in GraphQL Code Generator`,
    );
  }
  const actual = hashOf(source);
  if (hash !== actual) throw new Error(`the SHA-256 of the document under ${id} is ${actual}`);
  return hash;
}
