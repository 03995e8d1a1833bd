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
  GRANTS_MAX_AGE_MS: z.coerce
    .number()
    .int()
    .min(1_000)
    .max(3_600_000)
    .default(30_000)
    .describe('Milliseconds after which grants expire unless the registry or the file reconfirms them.'),
};

type AccessSettings = z.infer<z.ZodObject<typeof accessSettings>> & { REGISTRY: string };

/** Reports settings that do not go together. */
export function checkAccessSettings(
  { ACCESS, ISSUERS, GRANTS, REGISTRY }: AccessSettings,
  report: (name: keyof AccessSettings, message: string) => void,
): void {
  if (GRANTS && REGISTRY) report('GRANTS', 'grants come from a file or from the registry, not from both');
  if (ACCESS === 'open' && (ISSUERS || GRANTS || REGISTRY)) {
    report('ACCESS', 'open is for a supergraph of a file alone, without ISSUERS, GRANTS and registry');
  }
}
