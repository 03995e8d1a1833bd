import { z } from 'zod';

/** The settings of who may read what; see docs/identity.md. */
export const accessSettings = {
  ACCESS: z
    .enum(['enforce', 'open'], { error: 'choose one of: enforce, open' })
    .default('enforce')
    .describe(
      'enforce: what the schema shares with condition, or asks a sign-in for, is read by those only who may. open: everyone reads everything, to explore a supergraph of a file; cannot be had with ISSUERS, GRANTS or a registry.',
    ),
  ISSUERS: z
    .string()
    .default('')
    .describe(
      'JSON file with the issuers whose tokens are accepted; see docs/identity.md. When it changes, it is read again. Without it nobody can sign in.',
    ),
  GRANTS: z
    .string()
    .default('')
    .describe(
      'JSON file with the grants that are in force, where there is no registry to tell them. When it changes, it is read again.',
    ),
  GRANTS_MAX_AGE_MS: z.coerce
    .number()
    .int()
    .min(1_000)
    .max(3_600_000)
    .default(30_000)
    .describe(
      'Milliseconds after which grants hold no longer when neither registry nor file has told that they still do.',
    ),
};

type AccessSettings = z.infer<z.ZodObject<typeof accessSettings>> & { REGISTRY: string };

/** @param refuse is told what does not go together */
export function checkAccessSettings(
  { ACCESS, ISSUERS, GRANTS, REGISTRY }: AccessSettings,
  refuse: (name: keyof AccessSettings, message: string) => void,
): void {
  if (GRANTS && REGISTRY) refuse('GRANTS', 'grants come from a file or from the registry, not from both');
  if (ACCESS === 'open' && (ISSUERS || GRANTS || REGISTRY)) {
    refuse('ACCESS', 'open is for a supergraph of a file alone, without ISSUERS, GRANTS and registry');
  }
}
