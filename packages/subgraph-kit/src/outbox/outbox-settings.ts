import { z } from 'zod';

/** The settings of a department that has an outbox, besides those of every department. */
export const outboxSettings = z.object({
  NATS_URL: z
    .string()
    .default('')
    .describe(
      'Servers of NATS with JetStream to which the department publishes what has changed, such as nats://127.0.0.1:4222, with commas between. Without it only its own subscribers are told.',
    ),
  OUTBOX_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(8760)
    .default(168)
    .describe(
      'How many hours what was published stays in the outbox, for those who ask for what they missed.',
    ),
});

export type OutboxSettings = z.infer<typeof outboxSettings>;
