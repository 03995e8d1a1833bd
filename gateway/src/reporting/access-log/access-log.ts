import type { Access } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';
import type { Logger } from '@yiwang/service/logging';
import { type ClientTls, NO_CLIENT_TLS } from '@yiwang/service/tls';
import type { GatewayKey } from '../../pipeline/authentication/gateway-key.ts';
import type { GatewayConfig } from '../../config/config.ts';
import { createRegistryClient } from '../../supergraph/registry/registry-client.ts';
import { type Journal, openJournal } from '@yiwang/access-log/journal';
import { depositSeals, type Witness } from './deposit-seals.ts';
import { shipAccesses } from './ship-accesses.ts';

/** The log of who reads which conditional data at this gateway. */
export interface AccessLog extends AsyncDisposable {
  /** Null while accesses can be logged; else the error for clients. */
  readonly refusal: PublicError | null;
  /**
   * Logs an access. Nothing may be answered before it resolves.
   *
   * @throws PublicError ACCESS_LOG_UNAVAILABLE
   */
  append(access: Omit<Access, 'at'>): Promise<void>;
  /** Records that the exchange has not stored; null while that is not known, or they are not shipped. */
  unshipped?(): number | null;
  /** Deposits the seals of the log with these witnesses from now on. */
  depositWith?(witnesses: () => readonly Witness[], tls?: Pick<ClientTls, 'of'>): void;
}

/** Opens the log that the settings name, and ships it to the exchange where there is one. */
export async function openAccessLog(
  config: Pick<GatewayConfig, 'ACCESS_LOG' | 'REGISTRY' | 'GATEWAY_NAME'>,
  key: GatewayKey | null,
  logger: Logger,
  tls: Pick<ClientTls, 'of'> = NO_CLIENT_TLS,
): Promise<AccessLog> {
  if (!config.ACCESS_LOG || !key) return NO_LOG;
  await using undo = new AsyncDisposableStack();
  const client = config.REGISTRY
    ? undo.use(await createRegistryClient(config.REGISTRY, config.GATEWAY_NAME, key, tls))
    : null;
  const never = new AbortController().signal;
  const journal = undo.use(
    await openJournal({
      folder: config.ACCESS_LOG,
      gateway: config.GATEWAY_NAME,
      key,
      logger,
      ...(client && { findEnd: () => client.recordAccesses('', never) }),
    }),
  );
  const shipping = client && undo.use(shipAccesses({ journal, client, logger }));
  const opened = undo.move();
  // Not spread: `refusal` is a getter.
  return Object.assign(logOf(journal), {
    unshipped: () => shipping?.unshipped() ?? null,
    depositWith: (witnesses: () => readonly Witness[], ofWitnesses?: Pick<ClientTls, 'of'>) =>
      void opened.use(depositSeals({ journal, witnesses, logger, ...(ofWitnesses && { tls: ofWitnesses }) })),
    [Symbol.asyncDispose]: () => close(journal, opened),
  });
}

export function logOf(journal: Pick<Journal, 'fault' | 'append'>): Pick<AccessLog, 'refusal' | 'append'> {
  return {
    get refusal() {
      return journal.fault === null ? null : unavailable(journal.fault);
    },
    append: (access) =>
      journal.append(access).catch((cause: unknown) => {
        throw unavailable(cause);
      }),
  };
}

/** The log of a gateway without one: it answers nothing conditional. */
const NO_LOG: AccessLog = {
  get refusal() {
    return unavailable(null);
  },
  append: () => Promise.reject(unavailable(null)),
  [Symbol.asyncDispose]: async () => {},
};

function unavailable(cause: unknown): PublicError {
  return new PublicError(
    'ACCESS_LOG_UNAVAILABLE',
    'Conditional data cannot be read now: the gateway cannot log who reads it. Try again later.',
    { cause },
  );
}

async function close(journal: Journal, opened: AsyncDisposable): Promise<void> {
  // Only what is sealed can be shipped.
  await journal.seal();
  await opened[Symbol.asyncDispose]();
}
