import { catchUserErrors } from '@yiwang/subgraph-kit';
import type { WebhookErrorCode, WebhookRow } from '@yiwang/subgraph-kit/webhooks';
import { CASE_CHANGED } from '@yiwang/subgraph-kit/cases';
import type { Resolvers } from '../generated/types.ts';

/** Kinds of events that webhooks are sent, by their names in the schema. */
export const WEBHOOK_TOPICS = { CASE_CHANGED } as const;

export const webhookQueries = {
  async myWebhooks(_root, _args, { commands, caller }) {
    // An application that acts for itself has none.
    return caller.user === null ? [] : commands.webhooks.list(caller);
  },
} satisfies Resolvers['Query'];

export const webhookMutations = {
  registerWebhook: (_root, { input, idempotencyKey }, { commands, caller }) =>
    payload(
      () =>
        commands.webhooks.register(
          { caller, idempotencyKey },
          { url: input.url, topics: (input.topics ?? []).map((topic) => WEBHOOK_TOPICS[topic]) },
        ),
      true,
    ),
  rotateWebhookSecret: (_root, { id, idempotencyKey }, { commands, caller }) =>
    payload(() => commands.webhooks.rotateSecret({ caller, idempotencyKey }, id), true),
  enableWebhook: (_root, { id, idempotencyKey }, { commands, caller }) =>
    payload(() => commands.webhooks.enable({ caller, idempotencyKey }, id)),
  removeWebhook: (_root, { id }, { commands, caller }) =>
    payload(() => commands.webhooks.remove({ caller }, id)),
  async testWebhook(_root, { id }, { commands, caller }) {
    const { result, userErrors } = await catchUserErrors<
      { status: number | null; error: string | null },
      WebhookErrorCode
    >(() => commands.webhooks.test({ caller }, id));
    return { status: result?.status ?? null, error: result?.error ?? null, userErrors };
  },
} satisfies Resolvers['Mutation'];

export const webhookTypes = {
  Webhook: {
    topics: ({ topics }) =>
      Object.entries(WEBHOOK_TOPICS).flatMap(([name, topic]) =>
        topics.includes(topic) ? [name as keyof typeof WEBHOOK_TOPICS] : [],
      ),
    state: ({ disabledAt, failingSince }) =>
      disabledAt !== null ? 'DISABLED' : failingSince !== null ? 'FAILING' : 'ACTIVE',
  },
} satisfies Pick<Resolvers, 'Webhook'>;

async function payload(command: () => Promise<WebhookRow>, showsSecret = false) {
  const { result, userErrors } = await catchUserErrors<WebhookRow, WebhookErrorCode>(command);
  return { webhook: result, secret: showsSecret ? (result?.secret ?? null) : null, userErrors };
}
