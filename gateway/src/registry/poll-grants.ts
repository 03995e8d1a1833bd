import { setTimeout as sleep } from 'node:timers/promises';
import { verifyGrants } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import type { WritableGrantBook } from '../grants/grant-book.ts';
import { backOffMs } from './back-off.ts';
import type { RegistryClient } from './registry-client.ts';
import { RegistryError } from './registry-error.ts';
import type { RegistryKeys } from './registry-keys.ts';

/** What is revoked is refused within a second. */
const POLL_MS = 400;
/** Grants are forgotten soon: it is not waited longer than this. */
const LONGEST_DELAY_MS = 2_000;
/** All are asked for once in so many rounds: a registry that was restored from a copy has older versions than are known here. */
const ROUNDS_UNTIL_ALL = 64;
/** For a registry that knows nothing of grants. */
const RARE_MS = 10_000;

/**
 * Keeps the book at what the registry grants, until `stopping` aborts. Beside the poll for supergraphs, which may have to
 * wait until one is built.
 */
export async function pollGrants(
  client: RegistryClient,
  keys: Pick<RegistryKeys, 'current'>,
  book: WritableGrantBook,
  logger: Logger,
  stopping: AbortSignal,
): Promise<void> {
  let issuedAt = '';
  /** What is known was signed by one of these. */
  let knownBy: RegistryKeys['current'] | null = null;
  let failures = 0;
  let lastFault: string | null = null;
  let knowsNone = false;

  /** @throws RegistryError, IdentityError */
  async function catchUp(after: number | null): Promise<void> {
    const trusted = keys.current;
    // What other keys vouched for nobody does any longer.
    const isAnew = trusted !== knownBy;
    const token = await client.grants(isAnew ? null : after, stopping);
    if (token !== null) {
      const given = await verifyGrants(trusted, token);
      const isNews = isAnew || given.version > (book.version ?? -1) || given.issuedAt > issuedAt;
      if (isNews && (isAnew || given.version !== book.version)) {
        book.replace(given.version, given.grants);
        logger.info({ version: given.version, grants: given.grants.length }, 'grants taken');
      }
      if (isNews) issuedAt = given.issuedAt;
      knownBy = trusted;
    }
    if (trusted === knownBy) book.confirm();
  }

  for (let round = 0; !stopping.aborted; round++) {
    try {
      await catchUp(round % ROUNDS_UNTIL_ALL === 0 ? null : book.version);
      if (lastFault !== null) logger.info('the registry tells grants again');
      failures = 0;
      lastFault = null;
      knowsNone = false;
    } catch (err) {
      if (stopping.aborted) return;
      if (isUnknownField(err)) {
        if (!knowsNone) logger.warn('the registry knows nothing of grants: nobody has any');
        if (book.version !== null) book.replace(book.version, []);
        knowsNone = true;
      } else {
        failures++;
        const fault = err instanceof RegistryError ? (err.code ?? 'no answer') : String(err);
        if (fault !== lastFault)
          logger.warn({ err }, 'no grants from the registry; those before hold a while');
        lastFault = fault;
      }
    }
    await sleep(delayMs(), undefined, { signal: stopping }).catch(() => {});
  }

  function delayMs(): number {
    if (knowsNone) return RARE_MS;
    return failures === 0 ? POLL_MS : Math.min(backOffMs(failures), LONGEST_DELAY_MS);
  }
}

/** Not every server gives a code with it. */
function isUnknownField(error: unknown): boolean {
  if (!(error instanceof RegistryError)) return false;
  return (
    error.code === 'GRAPHQL_VALIDATION_FAILED' || error.message.includes('Cannot query field "grantsInForce"')
  );
}
