import { z } from 'zod';

/** What the verification of certificates adds to the settings; the gateway is that of GATEWAY_URL. */
export const verificationSettings = {
  CERTIFICATE_CACHE_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .max(3600)
    .default(60)
    .describe(
      'Seconds for which keys and status lists of departments are kept, so that certificates can be verified without asking again: so late, beside CERTIFICATE_STATUS_SECONDS of the department, is a revocation seen.',
    ),
  CERTIFICATE_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(60_000)
    .default(3_000)
    .describe('Milliseconds to wait for the keys or the status list of a department.'),
};

export type VerificationSettings = z.infer<z.ZodObject<typeof verificationSettings>>;
