import { COMPOSITION_LIBRARIES } from '@yiwang/composition/composition-library';
import { clientTlsSettings } from '@yiwang/service/tls';
import { serviceSettings } from '@yiwang/subgraph-kit';
import { z } from 'zod';
import { readNetworks } from '@yiwang/subgraph-kit/network';

function areNetworks(text: string): boolean {
  try {
    readNetworks(text);
    return true;
  } catch {
    return false;
  }
}

/** Enough to publish the schemas of many departments at once. */
const BODY_LIMIT_MIB = 32;

/** Settings of the exchange, besides those of every department. */
export const registrySettings = z.object({
  REGISTRY_SIGNING_KEY: z
    .string()
    .default('')
    .describe(
      'File of the private key (JSON Web Key, Ed25519) that signs supergraphs. It is read again when it changes. Without it nothing can be published or rolled back.',
    ),

  REGISTRY_OPERATOR_KEY: z
    .string()
    .default('')
    .describe(
      'File of the public key of a first operator, who registers all other keys, or of several (JSON Web Key Set), while one replaces another. It is read again when it changes. Without it only keys that are registered already are accepted.',
    ),

  REGISTRY_ALLOW_LOOPBACK: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Whether departments may be published at addresses of this machine, as on a laptop.'),

  REGISTRY_NETWORKS: z
    .string()
    .default('')
    .refine(areNetworks, { error: 'must be networks such as fd12:3456::/48, separated by commas' })
    .transform(readNetworks)
    .describe(
      'Unique-local networks of IPv6 in which departments may be published, such as fd12:3456::/48, with commas between them. None by default: clouds serve the credentials of machines in such networks.',
    ),

  ...clientTlsSettings,

  REGISTRY_COMPOSITION: z
    .enum(COMPOSITION_LIBRARIES)
    .default(COMPOSITION_LIBRARIES[0])
    .describe(
      'Library that composes what is checked and published: apollo (@apollo/composition, Elastic License 2.0) or guild (@theguild/federation-composition, MIT).',
    ),

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
    .describe('JSON file of further rule sets, as RULE_SETS of packages/codes.'),

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
      'Base URL at which other platforms reach the gateway. Identifiers and links in exported catalogues start with it.',
    ),
});

export type RegistryConfig = z.infer<typeof registrySettings>;

export const settings = serviceSettings(4005, BODY_LIMIT_MIB).extend(registrySettings.shape);
