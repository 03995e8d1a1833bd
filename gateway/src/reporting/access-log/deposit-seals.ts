import { setTimeout as sleep } from 'node:timers/promises';
import { sealedPosition } from '@yiwang/access-log';
import type { Journal } from '@yiwang/access-log/journal';
import type { Logger } from '@yiwang/service/logging';
import type { ClientTls } from '@yiwang/service/tls';
import type { GraphDepartment } from '../../supergraph/departments-of.ts';
import { postJson } from '../../util/post-json.ts';

/** Time between two deposits: newer records are not anchored yet. */
const INTERVAL_MS = 2000;
const TIMEOUT_MS = 3000;
/** A witness that does not accept a seal is tried again after this time. */
const RETRY_MS = 60_000;
/** How many witnesses keep each seal, if as many accept it. */
const MAX_WITNESSES = 3;

/** A department that keeps seals of gateways. */
export interface Witness {
  name: string;
  /** Address of its GraphQL. */
  url: string;
}

export interface DepositOptions {
  journal: Pick<Journal, 'whenSealed' | 'lastSeal'>;
  /** Returns the witnesses of the current supergraph. */
  witnesses: () => readonly Witness[];
  logger: Logger;
  /** How they are reached over https. */
  tls?: Pick<ClientTls, 'of'>;
  intervalMs?: number;
}

/**
 * Deposits the newest seal with witnesses, at most every two seconds, so that the operator of the exchange cannot cut off the end of
 * the log. No request waits for it. Disposing of it deposits a last time.
 */
export function depositSeals({
  journal,
  witnesses,
  logger,
  tls,
  intervalMs = INTERVAL_MS,
}: DepositOptions): AsyncDisposable {
  const stopping = new AbortController();
  /** By name: when to try the witness again. */
  const retryAtMs = new Map<string, number>();
  let deposited = 0;
  let lastFault: string | null = null;

  /** @returns how many witnesses keep it */
  async function deposit(seal: string): Promise<number> {
    const now = performance.now();
    const ready = witnesses().filter(({ name }) => (retryAtMs.get(name) ?? 0) <= now);
    let count = 0;
    const waiting = [...ready];
    while (count < MAX_WITNESSES && waiting.length > 0) {
      const next = waiting.splice(0, MAX_WITNESSES - count);
      const outcomes = await Promise.all(next.map((witness) => depositWith(witness, seal)));
      count += outcomes.filter(Boolean).length;
    }
    return count;
  }

  async function depositWith({ name, url }: Witness, seal: string): Promise<boolean> {
    try {
      const body = JSON.stringify({ seal });
      const { status, text } = await postJson(new URL('seals', url), body, {
        timeoutMs: TIMEOUT_MS,
        tls: tls?.of(name),
      });
      if (status === 200) return true;
      if (text.includes('"ACCESS_LOG_CONFLICT"')) {
        logger.error(
          { department: name, answer: text },
          'a department holds a different seal of this gateway: two gateways have one name, or the journal was set back',
        );
      }
    } catch (err) {
      logger.debug({ err, department: name }, 'a department did not accept a seal');
    }
    retryAtMs.set(name, performance.now() + RETRY_MS);
    return false;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await journal.whenSealed(deposited, stopping.signal);
      if (stopping.signal.aborted) return;
      await depositNewest();
      await sleep(intervalMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  async function depositNewest(): Promise<void> {
    const seal = journal.lastSeal;
    // There is no supergraph yet.
    if (witnesses().length === 0) return;
    const sequence = seal === null ? 0 : (sealedPosition(seal)?.sequence ?? 0);
    if (seal === null || sequence <= deposited) return;
    const count = await deposit(seal);
    if (count > 0) deposited = sequence;
    const fault = count > 0 ? null : 'no department accepts seals of the access log: its end is not anchored';
    if (fault !== lastFault && fault !== null) logger.warn(fault);
    if (fault !== lastFault && fault === null)
      logger.info('departments accept seals of the access log again');
    lastFault = fault;
  }

  const running = run();
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await running;
      await depositNewest();
    },
  };
}

/**
 * Makes the function that returns the witnesses, by name: the departments that the setting names, or all of the supergraph except the
 * one that keeps the log.
 *
 * @param departmentsOf returns the same list as long as the supergraph is the same
 */
export function createWitnessesOf(
  departmentsOf: () => readonly GraphDepartment[],
  { ACCESS_LOG_WITNESSES: named, REGISTRY }: { ACCESS_LOG_WITNESSES: readonly string[]; REGISTRY: string },
): () => readonly Witness[] {
  let departments: readonly GraphDepartment[] = [];
  let witnesses: readonly Witness[] = [];
  const keeper = REGISTRY && URL.canParse(REGISTRY) ? new URL(REGISTRY).href : null;

  return function witnessesOf() {
    const current = departmentsOf();
    if (current === departments) return witnesses;
    departments = current;
    witnesses = departments.filter(
      ({ name, url }) =>
        URL.canParse(url) && (named.length > 0 ? named.includes(name) : new URL(url).href !== keeper),
    );
    return witnesses;
  };
}
