import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import type { Publisher } from './messages.ts';
import { openNats } from './nats.ts';
import { publishRows, removePublished } from './publish-rows.ts';
import { repeat } from './repeat.ts';
import { MAX_ROWS, tellFollowers } from './tell-followers.ts';

export interface RelayOptions {
  /** Name of the department: the beginning of the subjects. */
  department: string;
  /** Servers of NATS with JetStream, such as nats://127.0.0.1:4222, with commas between. Empty for none. */
  natsUrl?: string;
  /** Opens what rows are published to instead of NATS; called again after it has failed. */
  openPublisher?: () => Promise<Publisher>;
  /** How long rows stay that were published, for those who ask for what they missed. */
  retentionHours?: number;
  /** How often the relay looks for rows that other processes have written. */
  pollMs?: number;
  /** Told of failures, after which the relay tries again. */
  onError?: (error: unknown) => void;
}

/** Publishes what stands in the outbox, until it is disposed of. */
export interface Relay extends AsyncDisposable {
  /** Looks at once. Call it when a transaction that wrote to the outbox is committed. */
  wake(): void;
}

/** So that many changes are told by one transaction, while they come one after the other. */
const REST_MS = 20;
/** Between clean-ups. */
const CLEANING_MS = 60_000;

/**
 * Starts the relay of one process. Each process of a department may have one: they take turns.
 *
 * Every row is published at least once, and the rows of a key in their order, at whatever moment relays are killed. Followers in
 * the department do not wait for NATS.
 */
export function startRelay(sql: Sql, options: RelayOptions): Relay {
  const { department, natsUrl = '', retentionHours = 168, pollMs = 200, onError = () => {} } = options;
  const openPublisher =
    options.openPublisher ?? (natsUrl === '' ? null : () => openNats(natsUrl, department));
  const followers = repeat(
    async () => {
      const told = await tellFollowers(sql, openPublisher === null);
      if (told > 0) publisher?.wake();
      if (told > 0 && told < MAX_ROWS) await sleep(REST_MS);
      return told > 0;
    },
    pollMs,
    onError,
  );
  let opened: Promise<Publisher> | null = null;
  const publisher = openPublisher
    ? repeat(
        async () => {
          opened ??= openPublisher();
          // What cannot be opened is opened anew the next time.
          const open = await opened.catch((error: unknown) => {
            opened = null;
            throw error;
          });
          return publishRows(sql, open);
        },
        pollMs,
        onError,
      )
    : null;
  const cleaning = repeat(
    async () => {
      await removePublished(sql, retentionHours);
      return false;
    },
    CLEANING_MS,
    onError,
  );
  return {
    wake: () => followers.wake(),
    async [Symbol.asyncDispose]() {
      await Promise.all([
        followers[Symbol.asyncDispose](),
        publisher?.[Symbol.asyncDispose](),
        cleaning[Symbol.asyncDispose](),
      ]);
      const open = await opened?.catch(() => null);
      await open?.[Symbol.asyncDispose]();
    },
  };
}
