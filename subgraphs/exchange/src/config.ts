import { serviceSettings } from '@yiwang/subgraph-kit';
import { z } from 'zod';

/** Room for the schemas of many departments at once. */
const BODY_LIMIT_MIB = 32;

/** What the exchange reads beside the settings of every department. */
export const registrySettings = z.object({
  REGISTRY_SIGNING_KEY: z
    .string()
    .default('')
    .describe(
      'File of the private key (JSON Web Key, Ed25519) that signs supergraphs. Without it nothing can be published or rolled back.',
    ),

  REGISTRY_OPERATOR_KEY: z
    .string()
    .default('')
    .describe(
      'File of the public key of a first operator, who registers all other keys. Without it only keys that are registered already are accepted.',
    ),

  REGISTRY_ALLOW_LOOPBACK: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Whether departments may be published at addresses of this machine, as on a laptop.'),

  REGISTRY_USAGE_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3660)
    .default(400)
    .describe('Days for which it is kept who asked for which field.'),

  SHARING_RULE_SET: z
    .string()
    .default('REGULATION_2025')
    .describe(
      'Name of the rule set by which applications and reports are due: REGULATION_2025, MEASURES_2016, or one of SHARING_RULES.',
    ),

  SHARING_RULES: z
    .string()
    .default('')
    .describe('JSON file of further rule sets, as RULE_SETS of packages/working-days.'),

  SHARING_HOLIDAYS: z
    .string()
    .default('')
    .describe(
      'JSON file of the holidays of further years, as docs/sharing.md shows; those of 2024 to 2026 are built in.',
    ),

  CATALOGUE_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://127.0.0.1:4000/')
    .describe(
      'Address of the gateway as other platforms know it: exported catalogues name their entries beneath it, and send readers there.',
    ),
});

export type RegistryConfig = z.infer<typeof registrySettings>;

export const settings = serviceSettings(4005, BODY_LIMIT_MIB).extend(registrySettings.shape);
