import type { Sql } from 'postgres';
import type { OutboxSettings } from './outbox-settings.ts';
import { type Relay, startRelay } from './relay.ts';

interface OpenRelayOptions {
  /** The department's name. */
  department: string;
  /** Left out, as in tests, where no relay is started. */
  config?: OutboxSettings | undefined;
  /** Told of what fails while the department serves. */
  logger?: { warn(fields: object, message: string): void } | undefined;
  /** Ends the relay with the department. */
  stack?: AsyncDisposableStack | undefined;
}

/** Starts the relay of a department by its settings. Null where there are none, or nothing that ends it. */
export function openRelay(sql: Sql, { department, config, logger, stack }: OpenRelayOptions): Relay | null {
  if (!config || !stack) return null;
  return stack.use(
    startRelay(sql, {
      department,
      natsUrl: config.NATS_URL,
      retentionHours: config.OUTBOX_HOURS,
      onError: (error) => logger?.warn({ err: error }, 'what has changed cannot be published; trying again'),
    }),
  );
}
