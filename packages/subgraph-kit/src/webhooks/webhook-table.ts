import { bigint, index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export type WebhookTable = ReturnType<typeof defineWebhooks>;
export type WebhookRow = WebhookTable['$inferSelect'];

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/**
 * Addresses of the programs of others to which the events of a department are sent. Loads only Drizzle, for drizzle-kit.
 *
 * @example export const webhooks = defineWebhooks();
 */
export function defineWebhooks() {
  return pgTable(
    'webhooks',
    {
      id: text().primaryKey(),
      /** The person who registered it (`sub` of the token): told of what that person may see, and of nothing else. */
      owner: text().notNull(),
      /** The client by which it was registered. */
      client: text().notNull(),
      url: text().notNull(),
      /** `whsec_` and 32 random bytes in base64, which both sides have: messages are signed with it. */
      secret: text().notNull(),
      /** The secret before the last change, and until when messages are signed with both. */
      formerSecret: text('former_secret'),
      formerUntil: moment('former_until'),
      /** Kinds of events, as in the outbox. */
      topics: text().array().notNull(),
      createdAt: moment('created_at').notNull(),
      /** Position in the outbox up to which everything is delivered. */
      position: bigint({ mode: 'bigint' }).notNull(),
      /** Failures since the last delivery. */
      attempts: integer().notNull().default(0),
      failingSince: moment('failing_since'),
      lastError: text('last_error'),
      lastDeliveryAt: moment('last_delivery_at'),
      /** When something may be sent next; also a lease, while a process sends. */
      nextAttemptAt: moment('next_attempt_at').notNull(),
      /** Null while it is in use. */
      disabledAt: moment('disabled_at'),
    },
    (table) => [index('webhooks_owner').on(table.owner), index('webhooks_due').on(table.nextAttemptAt)],
  );
}
