import type { Sql } from 'postgres';
import { type Repeated, repeat } from '../outbox/repeat.ts';
import { type DeliveryOptions, deliverNext } from './deliver.ts';

export interface WebhookSenderOptions extends DeliveryOptions {
  /** How many receivers are sent to at the same time: a slow one holds up only its own place. */
  concurrency?: number;
  pollMs?: number;
  onError?: (error: unknown) => void;
}

const CONCURRENCY = 4;
const POLL_MS = 1_000;

/** Sends the events of the outbox to webhooks, until it is disposed of. Each process of a department may have one: they share the work. */
export function startWebhookSender(
  sql: Sql,
  options: WebhookSenderOptions,
): AsyncDisposable & Pick<Repeated, 'wake'> {
  const { concurrency = CONCURRENCY, pollMs = POLL_MS, onError = () => {} } = options;
  const places = Array.from({ length: concurrency }, () =>
    repeat(() => deliverNext(sql, options), pollMs, onError),
  );
  return {
    wake() {
      for (const place of places) place.wake();
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(places.map((place) => place[Symbol.asyncDispose]()));
    },
  };
}
