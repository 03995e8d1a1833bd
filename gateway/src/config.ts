import { settings } from '@yiwang/config';
import { z } from 'zod';
import { accessSettings, checkAccessSettings } from './access/access-settings.ts';
import { limitSettings } from './limits/limit-settings.ts';
import { count, names } from './settings.ts';

/** Addresses by name; none by default. */
const urls = () =>
  z
    .string()
    .default('')
    .refine(
      (text) =>
        pairsOf(text).every(
          ([name, url]) => name !== '' && /^(wss?|https?):\/\/./i.test(url) && URL.canParse(url),
        ),
      { error: 'write name=address, with an address of ws, wss, http or https, and commas between several' },
    )
    .transform((text): Readonly<Record<string, string>> => Object.fromEntries(pairsOf(text)));

function pairsOf(text: string): [name: string, url: string][] {
  return text
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => {
      const [name = '', ...url] = pair.split('=');
      return [name.trim(), url.join('=').trim()];
    });
}

const MEBIBYTE = 1024 * 1024;

/** A variant is part of an address and of a file's name. */
const VARIANT = /^[a-z][a-z0-9-]{0,39}$/;
const VARIANT_RULE = 'a variant is written with lower-case letters, digits and hyphens';

/** Every setting of the gateway. Read from the environment; the command line overrides the first five. */
const settingsOfGateway = z.object({
  SUPERGRAPH: z
    .string()
    .default('')
    .describe(
      'File with the supergraph SDL, unless it comes from a registry. When the file changes, the gateway answers from the new one.',
    ),
  REGISTRY: z
    .string()
    .default('')
    .refine((url) => url === '' || (/^https?:/.test(url) && URL.canParse(url)), {
      error: 'must be an address of http or https',
    })
    .describe(
      'GraphQL address of the registry: that of the exchange department itself. The gateway asks it for supergraphs twice a second, and tells it which it runs.',
    ),
  PORT: settings.port(4000),
  HOST: settings.host(),
  ENGINE: z
    .enum(['compiled', 'apollo'], { error: 'choose one of: compiled, apollo' })
    .default('compiled')
    .describe(
      'How operations are executed: compiled is our own executor, apollo the vendor’s stock gateway.',
    ),

  REGISTRY_PUBLIC_KEY: z
    .string()
    .default('')
    .describe(
      'File with the public key of the registry, a JSON Web Key, or several as a JSON Web Key Set while the registry gets a new one. A supergraph that none of them has signed is never served. When the file changes, it is read again. Must be set with REGISTRY.',
    ),
  GATEWAY_NAME: z
    .string()
    .min(1)
    .max(40)
    .default('gateway')
    .describe(
      'What the registry and the departments know this gateway as. Each gateway has a name of its own.',
    ),
  GATEWAY_KEY: z
    .string()
    .default('')
    .describe(
      'File with the private key of this gateway, a JSON Web Key, whose public half the registry and the departments know. It vouches for who asks, without it nobody is vouched for. When the file changes, it is read again. Must be set with REGISTRY.',
    ),
  SUPERGRAPH_CACHE: z
    .string()
    .default('')
    .describe(
      'Folder for the last good supergraph of each variant, from which the gateway starts while the registry is down. Must be set with REGISTRY.',
    ),
  ...accessSettings,
  ACCESS_LOG: z
    .string()
    .default('')
    .describe(
      'Folder in which it is written down who reads what is shared with condition, before it is given out; see docs/access-log.md. Without it nothing of the kind is given out. Needs GATEWAY_KEY, which seals it.',
    ),

  VARIANT: z
    .string()
    .regex(VARIANT, { error: VARIANT_RULE })
    .default('internal')
    .describe('Variant of the schema that /graphql serves, of those in the registry.'),
  VARIANTS: names()
    .refine((list) => list.every((name) => VARIANT.test(name)), { error: VARIANT_RULE })
    .describe(
      'Further variants, with commas between them, each served at /<variant>/graphql. The gateway is ready when it has all of them.',
    ),
  STATISTICS_SAMPLE: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .default(100)
    .describe(
      'Percentage of the operations that are counted for the registry: who uses which field. Counts are scaled up accordingly. 0 counts none.',
    ),
  STATISTICS_INTERVAL_MS: count(10_000, 100, 600_000).describe(
    'Milliseconds between two reports of what was counted.',
  ),

  ...limitSettings,

  DEPARTMENT_TIMEOUT_MS: count(10_000, 100, 600_000).describe(
    'Milliseconds in which a department must have answered one request completely.',
  ),
  DEPARTMENT_ANSWER_LIMIT_BYTES: count(64 * MEBIBYTE, 1024, 512 * MEBIBYTE).describe(
    'Largest answer of a department to one request, in bytes.',
  ),
  DEPARTMENT_CONNECTIONS: count(64, 1, 10_000).describe('Most connections to one department at once.'),
  UNSHARED_DEPARTMENTS: names().describe(
    'Names of departments, with commas between them, that are sent every read. To all others, equal reads under way at the same time are sent once.',
  ),

  PLANNER_TIMEOUT_MS: count(5_000, 100, 600_000).describe(
    'Milliseconds in which the plan of an operation that was not asked before must be made. One that takes longer is refused, and not tried again for five minutes.',
  ),
  PLANNER_WAITING: count(256, 1, 100_000).describe(
    'Most operations that wait to be planned; further ones are refused.',
  ),
  PLANNER_MEMORY_MIB: count(1024, 64, 16_384).describe(
    'Largest heap of the planner, in MiB. It has one of its own, beside that of the gateway.',
  ),
  PLANNER_IDLE_MS: count(300_000, 0, 86_400_000).describe(
    'Milliseconds without a new operation after which the planner’s memory is given back; the next new operation then waits until the supergraph is read again. 0 keeps it.',
  ),
  WARM_UP_MS: count(10_000, 0, 600_000).describe(
    'Most milliseconds in which a changed supergraph waits until the operations that were asked for last are planned for it. 0 for none.',
  ),

  SUBSCRIPTION_URLS: urls().describe(
    'Where departments serve their subscriptions, as `name=address` with commas between them: `ws:` and `wss:` addresses speak graphql-transport-ws, `http:` and `https:` server-sent events. Any other department serves server-sent events at its own address.',
  ),
  SUBSCRIPTIONS: count(10_000, 1, 1_000_000).describe('Most subscriptions that clients have open at once.'),
  OPERATIONS_PER_WEBSOCKET: count(100, 1, 10_000).describe(
    'Most operations that one WebSocket runs at once, subscriptions among them.',
  ),

  OVERRIDE_LABELS: names().describe(
    'Labels of @override(from:, label:) that hold, with commas between them. No other does, but for percentages: percent(5) holds for 5 of 100 requests.',
  ),

  LOG_LEVEL: settings.logLevel(),
});

const NEEDED_WITH_REGISTRY = ['REGISTRY_PUBLIC_KEY', 'GATEWAY_KEY', 'SUPERGRAPH_CACHE'] as const;

export const gatewaySettings = settingsOfGateway.superRefine((given, { addIssue }) => {
  const refuse = (name: keyof typeof given, message: string) =>
    addIssue({ code: 'custom', path: [name], message });
  if (!given.SUPERGRAPH && !given.REGISTRY) {
    refuse(
      'SUPERGRAPH',
      'name the file of the supergraph with --supergraph FILE, or a registry with --registry URL',
    );
  }
  if (given.SUPERGRAPH && given.REGISTRY) {
    refuse('SUPERGRAPH', 'supergraphs come from a file or from the registry, not from both');
  }
  if (!given.REGISTRY && given.VARIANTS.length > 0) {
    refuse('VARIANTS', 'only a registry has variants');
  }
  for (const name of NEEDED_WITH_REGISTRY) {
    if (given.REGISTRY && !given[name]) refuse(name, 'must be set where there is a registry');
  }
  checkAccessSettings(given, refuse);
  if (given.ACCESS_LOG && !given.GATEWAY_KEY) {
    refuse('ACCESS_LOG', 'an access log is sealed: name the key of the gateway with GATEWAY_KEY');
  }
});

export type GatewayConfig = z.infer<typeof gatewaySettings>;
