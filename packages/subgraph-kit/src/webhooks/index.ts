export { type DeliveryOptions, deliverNext } from './deliver.ts';
export { type Receipt, sendMessage, type WebhookMessage } from './send-message.ts';
export {
  createWebhookCommands,
  type WebhookCommand,
  type WebhookErrorCode,
  type WebhookOptions,
} from './webhook-commands.ts';
export { startWebhookSender, type WebhookSenderOptions } from './webhook-sender.ts';
export type { WebhookRow, WebhookTable } from './webhook-table.ts';
