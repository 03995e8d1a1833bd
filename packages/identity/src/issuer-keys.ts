import { readFile, stat } from 'node:fs/promises';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { IssuerUnavailableError } from './identity-error.ts';
import type { Issuer, KeySource } from './issuer.ts';

/**
 * `fresh`: keys that were withdrawn are forgotten after this. `cooldown`: an unknown key is looked for at most this often,
 * because whoever makes keys up must not make us call.
 */
const ADDRESS_MS = { fresh: 10 * 60_000, cooldown: 30_000 };
const FILE_MS = { fresh: 5_000, cooldown: 1_000 };
/** So long may an issuer be away before its tokens are no longer accepted. */
const STALE_MS = 60 * 60_000;
/** After a failure. */
const RETRY_MS = 1_000;
const TIMEOUT_MS = 5_000;
const MAX_BYTES = 512 * 1024;

/** Milliseconds, from any beginning; it never goes back. */
export type Clock = () => number;

type LocalKeys = ReturnType<typeof createLocalJWKSet>;

/**
 * Finds the key of a token. Keys that are elsewhere are fetched when the first token needs them, and again when they get
 * old or a token names one that is not among them.
 *
 * What it makes throws an IssuerUnavailableError while the keys cannot be had.
 */
export function createIssuerKeys({ issuer, keys: source }: Issuer, now: Clock): JWTVerifyGetKey {
  if ('set' in source) return createLocalJWKSet(source.set);
  let known: { keys: LocalKeys; readAt: number } | null = null;
  let triedAt = -Infinity;
  let failed: unknown = null;
  let reading: Promise<void> | null = null;
  const read = readerOf(source);
  const { fresh, cooldown } = 'file' in source ? FILE_MS : ADDRESS_MS;

  /** Many tokens may wait for one answer. */
  function refresh(): Promise<void> {
    reading ??= read()
      .then((keys) => {
        known = { keys: createLocalJWKSet(keys), readAt: now() };
        failed = null;
      })
      .catch((cause: unknown) => {
        failed = cause;
      })
      .finally(() => {
        triedAt = now();
        reading = null;
      });
    return reading;
  }

  async function current(): Promise<LocalKeys> {
    const age = known ? now() - known.readAt : Infinity;
    if (age > fresh && (reading || now() - triedAt > RETRY_MS)) {
      const refreshed = refresh();
      if (age > STALE_MS) await refreshed;
    }
    if (known && now() - known.readAt <= STALE_MS) return known.keys;
    throw new IssuerUnavailableError(
      `The keys of the issuer ${issuer} cannot be had: ${(failed as Error | null)?.message ?? 'it did not answer'}`,
      failed,
    );
  }

  return async (header, token) => {
    const keys = await current();
    try {
      return await keys(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      if (!reading && now() - triedAt < cooldown) throw error;
      await refresh();
      return (await current())(header, token);
    }
  };
}

function readerOf(source: Exclude<KeySource, { set: unknown }>): () => Promise<JSONWebKeySet> {
  const read = 'file' in source ? () => readKeyFile(source.file) : () => fetchKeys(source.url);
  return async () => JSON.parse(await read()) as JSONWebKeySet;
}

async function readKeyFile(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > MAX_BYTES) throw new Error(`${file} is too large for a set of keys.`);
  return readFile(file, 'utf8');
}

async function fetchKeys(url: string): Promise<string> {
  const response = await fetch(url, {
    headers: { accept: 'application/jwk-set+json, application/json' },
    // The keys of an issuer are where its configuration says, not where an answer points to.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status !== 200 || !response.body) {
    await response.body?.cancel();
    throw new Error(`${url} answers with status ${response.status}.`);
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body) {
    bytes += part.length;
    if (bytes > MAX_BYTES) throw new Error(`${url} answers with more than a set of keys.`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
