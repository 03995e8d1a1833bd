import { z } from 'zod';

/** The settings that decide who may read what; see docs/identity.md. */
export const accessSettings = {
  ACCESS: z
    .enum(['enforce', 'open'], { error: 'choose one of: enforce, open' })
    .default('enforce')
    .describe(
      'enforce: only clients who may read a field can read it, where the schema shares it with condition or requires a sign-in. open: everyone reads everything, to explore a supergraph of a file; not allowed with ISSUERS, GRANTS or a registry.',
    ),
  ISSUERS: z
    .string()
    .default('')
    .describe(
      'JSON file with the issuers whose tokens the gateway accepts; see docs/identity.md. It is read again when it changes. Without it, no client can sign in.',
    ),
  GRANTS: z
    .string()
    .default('')
    .describe(
      'JSON file with the active grants, for a gateway without a registry. It is read again when it changes.',
    ),
  MANDATES: z
    .string()
    .default('')
    .describe(
      'Name of the department that keeps the mandates, such as enterprises. The gateway fetches the mandates of a signed-in person at most once a second, and sends them to departments with each request. Requires GATEWAY_KEY. When empty, nobody can act for an enterprise.',
    ),
  GRANTS_MAX_AGE_MS: z.coerce
    .number()
    .int()
    .min(1_000)
    .max(3_600_000)
    .default(30_000)
    .describe(
      'Milliseconds after which grants expire unless the registry or the file reconfirms them, and subscriptions of persons whose mandates cannot be read end.',
    ),
};

type AccessSettings = z.infer<z.ZodObject<typeof accessSettings>> & {
  REGISTRY: string;
  GATEWAY_KEY: string;
};

/** Reports settings that do not go together. */
export function checkAccessSettings(
  { ACCESS, ISSUERS, GRANTS, MANDATES, REGISTRY, GATEWAY_KEY }: AccessSettings,
  report: (name: keyof AccessSettings, message: string) => void,
): void {
  if (GRANTS && REGISTRY) report('GRANTS', 'grants come from a file or from the registry, not from both');
  if (MANDATES && !GATEWAY_KEY)
    report('MANDATES', 'the gateway needs a key to ask for mandates: set GATEWAY_KEY');
  if (ACCESS === 'open' && (ISSUERS || GRANTS || REGISTRY)) {
    report('ACCESS', 'open is for a supergraph of a file alone, without ISSUERS, GRANTS and registry');
  }
}
