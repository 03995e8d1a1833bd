import { setTimeout as sleep } from 'node:timers/promises';
import { verifyGrants } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import type { WritableGrantBook } from '../../pipeline/authorization/grants.ts';
import type { RegistryClient } from './registry-client.ts';
import { RegistryError } from './registry-client.ts';
import type { RegistryKeys } from './registry-keys.ts';
import { retryUntilAnswered } from './retry-until-answered.ts';

/** A revoked grant ends within a second. */
const POLL_MS = 400;
/** The longest wait after failures, shorter than the time in which grants expire. */
const MAX_DELAY_MS = 2_000;
/** Rounds between two full reads: a registry that was restored from a backup has older versions than this gateway. */
const ROUNDS_UNTIL_ALL = 64;
/** Time between polls of a registry without grants. */
const RARE_MS = 10_000;

/**
 * Keeps the grants at what the registry says, until `stopping` aborts. It is separate from the poll for supergraphs, which may wait
 * until one is built.
 */
export async function pollGrants(
  client: RegistryClient,
  keys: Pick<RegistryKeys, 'current'>,
  book: WritableGrantBook,
  logger: Logger,
  stopping: AbortSignal,
): Promise<void> {
  let issuedAt = '';
  /** The keys by which the current grants were verified. */
  let verifiedBy: RegistryKeys['current'] | null = null;
  let round = 0;
  let isUnsupported = false;

  /** @throws RegistryError, IdentityError */
  async function catchUp(): Promise<void> {
    const after = round++ % ROUNDS_UNTIL_ALL === 0 ? null : book.version;
    const trusted = keys.current;
    // Grants by other keys are no longer trusted.
    const isAnew = trusted !== verifiedBy;
    const token = await client.grants(isAnew ? null : after, stopping);
    if (token !== null) {
      const given = await verifyGrants(trusted, token);
      const isNews = isAnew || given.version > (book.version ?? -1) || given.issuedAt > issuedAt;
      if (isNews && (isAnew || given.version !== book.version)) {
        book.replace(given.version, given.grants);
        logger.info({ version: given.version, grants: given.grants.length }, 'grants updated');
      }
      if (isNews) issuedAt = given.issuedAt;
      verifiedBy = trusted;
    }
    if (trusted === verifiedBy) book.confirm();
  }

  while (!stopping.aborted) {
    try {
      await retryUntilAnswered(catchUp, {
        logger,
        failing: 'the registry sends no grants; the current ones expire soon',
        recovered: 'the registry sends grants again',
        stopping,
        isFinal: isUnknownField,
        maxDelayMs: MAX_DELAY_MS,
      });
      isUnsupported = false;
    } catch {
      if (!isUnsupported) logger.warn('the registry does not support grants: no client has any');
      book.replace(book.version ?? 0, []);
      isUnsupported = true;
    }
    await sleep(isUnsupported ? RARE_MS : POLL_MS, undefined, { signal: stopping }).catch(() => {});
  }
}

/** Whether the registry has no such field; not every server sends a code with that error. */
function isUnknownField(error: unknown): boolean {
  if (!(error instanceof RegistryError)) return false;
  return (
    error.code === 'GRAPHQL_VALIDATION_FAILED' || error.message.includes('Cannot query field "grantsInForce"')
  );
}
