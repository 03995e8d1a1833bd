import { z } from 'zod';

/** How long a department's prepare.ts waits for locks; see `LockPatience`. */
export const migrationSettings = z.object({
  MIGRATION_LOCK_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(10)
    .max(60_000)
    .default(2_000)
    .describe(
      'Milliseconds that a migration waits for the lock of a table before it gives up and tries again later. Meanwhile every statement that wants the table waits behind it, so this is the longest pause that a migration causes by waiting.',
    ),
  MIGRATION_PATIENCE_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(86_400_000)
    .default(300_000)
    .describe(
      'Milliseconds in which a migration tries again to lock its tables; then prepare fails, and has changed nothing.',
    ),
});
