import type { Access } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';
import type { Logger } from '@yiwang/observability';
import type { GatewayKey } from '../access/gateway-key.ts';
import type { GatewayConfig } from '../config.ts';
import { createRegistryClient } from '../registry/registry-client.ts';
import { type Journal, openJournal } from './journal/journal.ts';
import { shipAccesses } from './ship-accesses.ts';

/** Where this gateway writes down who reads what. */
export interface AccessLog extends AsyncDisposable {
  /** Null when accesses can be written down now; else what callers are told. */
  readonly refusal: PublicError | null;
  /** Resolves when it is written down: only then may anything be given out. @throws PublicError ACCESS_LOG_UNAVAILABLE */
  append(access: Omit<Access, 'at'>): Promise<void>;
}

/** Opens the log that the settings name, and hands it over to the exchange where there is one. */
export async function openAccessLog(
  config: Pick<GatewayConfig, 'ACCESS_LOG' | 'REGISTRY' | 'GATEWAY_NAME'>,
  key: GatewayKey | null,
  logger: Logger,
): Promise<AccessLog> {
  if (!config.ACCESS_LOG || !key) return NO_LOG;
  await using undo = new AsyncDisposableStack();
  const client = config.REGISTRY
    ? undo.use(await createRegistryClient(config.REGISTRY, config.GATEWAY_NAME, key))
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
  if (client) undo.use(shipAccesses({ journal, client, logger }));
  const opened = undo.move();
  // Not spread: whether it can be written to is asked anew each time.
  return Object.assign(logOf(journal), { [Symbol.asyncDispose]: () => close(journal, opened) });
}

export function logOf(
  journal: Pick<Journal, 'fault' | 'append'>,
): Omit<AccessLog, typeof Symbol.asyncDispose> {
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

/** Whoever keeps no log gives out nothing that has to be in it. */
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
    'Data that is shared with condition is not given out now: the gateway cannot write down who reads it.',
    { cause },
  );
}

async function close(journal: Journal, opened: AsyncDisposable): Promise<void> {
  // What is sealed can be handed over before the last moment.
  await journal.seal();
  await opened[Symbol.asyncDispose]();
}
