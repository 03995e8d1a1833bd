import { defineWebhooks } from '@yiwang/subgraph-kit/webhook-table';

/** Addresses of programs that are told of cases. Source: mutations. */
export const webhooks = defineWebhooks();

export type WebhookModel = typeof webhooks.$inferSelect;
