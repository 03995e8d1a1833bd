import { settings, telemetrySettings } from '@yiwang/service/settings';
import { serverTlsSettings } from '@yiwang/service/tls';
import { z } from 'zod';
import { accessSettings, checkAccessSettings } from './access-settings.ts';
import { limitSettings } from './limit-settings.ts';
import { departmentSettings } from './department-settings.ts';
import { count, names } from '../util/settings.ts';

/** A setting of addresses by name; none by default. */
const urls = () =>
  z
    .string()
    .default('')
    .refine(
      (text) =>
        pairsOf(text).every(
          ([name, url]) => name !== '' && /^(wss?|https?):\/\/./i.test(url) && URL.canParse(url),
        ),
      { error: 'must be name=address, with a ws, wss, http or https address, and commas between several' },
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

/** A variant is part of an address and of a file name. */
const VARIANT = /^[a-z][a-z0-9-]{0,39}$/;
const VARIANT_RULE = 'a variant has lower-case letters, digits and hyphens only, and begins with a letter';

/** Every setting of the gateway. Read from the environment; the command line overrides the first five. */
const settingsOfGateway = z.object({
  SUPERGRAPH: z
    .string()
    .default('')
    .describe(
      'File with the supergraph SDL, unless it comes from a registry. When the file changes, the gateway swaps to the new supergraph.',
    ),
  REGISTRY: z
    .string()
    .default('')
    .refine((url) => url === '' || (/^https?:/.test(url) && URL.canParse(url)), {
      error: 'must be an address of http or https',
    })
    .describe(
      'GraphQL address of the registry: that of the exchange department itself. The gateway polls it for supergraphs twice a second, and reports which one it runs.',
    ),
  PORT: settings.port(4000),
  HOST: settings.host(),
  ...serverTlsSettings,
  ENGINE: z
    .enum(['compiled', 'apollo'], { error: 'choose one of: compiled, apollo' })
    .default('compiled')
    .describe(
      'How the gateway executes operations: compiled is our own executor, apollo the vendor’s stock gateway.',
    ),

  DRAIN_MS: settings.drainMs(),
  REGISTRY_PUBLIC_KEY: z
    .string()
    .default('')
    .describe(
      'File with the public key of the registry, a JSON Web Key, or several as a JSON Web Key Set while the registry changes its key. A supergraph that none of them signed is never served. The file is read again when it changes. Required with REGISTRY.',
    ),
  GATEWAY_NAME: z
    .string()
    .min(1)
    .max(40)
    .default('gateway')
    .describe('Name of this gateway at the registry and the departments. No two gateways may have the same.'),
  GATEWAY_KEY: z
    .string()
    .default('')
    .describe(
      'File with the private key of this gateway, a JSON Web Key. Its public half must be registered with the registry and the departments. The gateway signs with it who sends each request; without it, requests to departments are unsigned. The file is read again when it changes. Required with REGISTRY.',
    ),
  SUPERGRAPH_CACHE: z
    .string()
    .default('')
    .describe(
      'Folder for the last good supergraph of each variant, from which the gateway starts while the registry is down, and for what was planned for them, so that a gateway that starts again need not plan it again. Required with REGISTRY.',
    ),
  ...accessSettings,
  ACCESS_LOG: z
    .string()
    .default('')
    .describe(
      'Folder of the access log, to which each read of conditional data is written before the data is returned; see docs/access-log.md. Without it conditional data is refused. Requires GATEWAY_KEY, which seals the log.',
    ),
  ACCESS_LOG_WITNESSES: names().describe(
    'Departments, with commas between them, that keep the newest seal of the access log: the first three that accept it. Without the setting, any department of the graph except the one that keeps the log.',
  ),

  VARIANT: z
    .string()
    .regex(VARIANT, { error: VARIANT_RULE })
    .default('internal')
    .describe('Variant of the schema that /graphql serves; the registry lists them.'),
  VARIANTS: names()
    .refine((list) => list.every((name) => VARIANT.test(name)), { error: VARIANT_RULE })
    .describe(
      'Further variants, with commas between them, each served at /<variant>/graphql. The gateway is ready when it serves all of them.',
    ),
  PUBLIC_VARIANT: z
    .string()
    .regex(VARIANT, { error: VARIANT_RULE })
    .or(z.literal(''))
    .default('')
    .describe(
      'Variant of the schema that anonymous clients get, at every address. With a registry it is `public` by default; the name of VARIANT shows them what everyone sees. With a file they see what everyone sees, unless this is `public` or `departments`: the gateway then makes that variant from the tags and sharing classes of the file.',
    ),
  STATISTICS_SAMPLE: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .default(100)
    .describe(
      'Percentage of the operations that usage reporting counts for the registry. Counts are scaled up accordingly. 0 counts none.',
    ),
  STATISTICS_INTERVAL_MS: count(10_000, 100, 600_000).describe('Milliseconds between two usage reports.'),

  ...limitSettings,

  ...departmentSettings,
  UNSHARED_DEPARTMENTS: names().describe(
    'Names of departments, with commas between them, that receive every read. For all others, equal reads in flight at the same time are sent once.',
  ),

  PLANNER_TIMEOUT_MS: count(5_000, 100, 600_000).describe(
    'Milliseconds in which a new operation must be planned. One that takes longer is refused, and not tried again for five minutes.',
  ),
  PLANNER_WAITING: count(256, 1, 100_000).describe(
    'Maximum number of operations that wait to be planned; further ones are refused.',
  ),
  PLANNER_WAITING_PER_CALLER: count(64, 1, 100_000).describe(
    'Of those, the most of one client, or of one address of anonymous clients; further ones are refused.',
  ),
  PLANNER_BUDGET_MS: count(15_000, 0, 60_000).describe(
    'Milliseconds of planning that one client, or one address of anonymous clients, may use each minute; after that its new operations are refused until its use has worn off. 0 for no limit.',
  ),
  PLANNER_MEMORY_MIB: count(1024, 64, 16_384).describe(
    'Maximum heap of the planner, in MiB; it is separate from that of the gateway.',
  ),
  PLANNER_IDLE_MS: count(300_000, 0, 86_400_000).describe(
    'Milliseconds without a new operation after which the planner frees its memory; the next new operation then waits until the planner has read the supergraph again. 0 keeps it.',
  ),
  WARM_UP_MS: count(10_000, 0, 600_000).describe(
    'Maximum milliseconds that a new supergraph waits while the latest operations are planned for it. 0 for none.',
  ),

  SUBSCRIPTION_URLS: urls().describe(
    'Where departments serve their subscriptions, as `name=address` with commas between them: `ws:` and `wss:` addresses use graphql-transport-ws, `http:` and `https:` addresses server-sent events. Any other department serves server-sent events at its own address.',
  ),
  SUBSCRIPTIONS: count(10_000, 1, 1_000_000).describe('Maximum number of open subscriptions.'),
  SUBSCRIPTIONS_PER_CALLER: count(2_000, 1, 1_000_000).describe(
    'Of those, the most of one client, or of one address of anonymous clients.',
  ),
  OPERATIONS_PER_WEBSOCKET: count(100, 1, 10_000).describe(
    'Maximum number of operations that one WebSocket runs at once, including subscriptions.',
  ),

  OVERRIDE_LABELS: names().describe(
    'Labels of @override(from:, label:) that are active, with commas between them. No other label is, except percentages: percent(5) is active for 5 of 100 requests.',
  ),

  PLAYGROUND_TABS: z
    .string()
    .default('')
    .describe(
      'Folder of .graphql files: the queries that the playground shows to a browser that opens it for the first time, sorted by name. A .json file of the same name holds the variables.',
    ),
  LOCAL_WORK: z
    .string()
    .default('')
    .describe(
      'File in which npm start describes the system that it runs. With it the gateway serves a page of addresses at /, tokens at a click in the playground, and each department alone at /departments/<name>/graphql. Only with HOST on loopback, and not in production.',
    ),

  ...telemetrySettings,
  LOG_LEVEL: settings.logLevel(),
});

/** The tags that each variant leaves out which can be made from a file; the registry makes the same variants. */
export const EXCLUDED_TAGS: Readonly<Record<string, readonly string[]>> = {
  departments: ['internal'],
  public: ['internal', 'departments'],
};

const NEEDED_WITH_REGISTRY = ['REGISTRY_PUBLIC_KEY', 'GATEWAY_KEY', 'SUPERGRAPH_CACHE'] as const;

export const gatewaySettings = settingsOfGateway.superRefine((given, { addIssue }) => {
  const report = (name: keyof typeof given, message: string) =>
    addIssue({ code: 'custom', path: [name], message });
  if (!given.SUPERGRAPH && !given.REGISTRY) {
    report(
      'SUPERGRAPH',
      'name the file of the supergraph with --supergraph FILE, or a registry with --registry URL',
    );
  }
  if (given.SUPERGRAPH && given.REGISTRY) {
    report('SUPERGRAPH', 'supergraphs come from a file or from the registry, not from both');
  }
  if (!given.REGISTRY && given.VARIANTS.length > 0) {
    report('VARIANTS', 'needs a registry: a file has no further variants');
  }
  if (given.SUPERGRAPH && given.PUBLIC_VARIANT && !(given.PUBLIC_VARIANT in EXCLUDED_TAGS)) {
    report('PUBLIC_VARIANT', `must be ${Object.keys(EXCLUDED_TAGS).join(' or ')} for a supergraph of a file`);
  }
  for (const name of NEEDED_WITH_REGISTRY) {
    if (given.REGISTRY && !given[name]) report(name, 'must be set with REGISTRY');
  }
  checkAccessSettings(given, report);
  if (given.ACCESS_LOG && !given.GATEWAY_KEY) {
    report('ACCESS_LOG', 'needs GATEWAY_KEY: the key of the gateway seals the access log');
  }
});

/** Returns the variant of anonymous clients; null where they see what everyone sees. */
export function publicVariantOf({ REGISTRY, PUBLIC_VARIANT, VARIANT }: GatewayConfig): string | null {
  const variant = PUBLIC_VARIANT || (REGISTRY ? 'public' : VARIANT);
  return variant === VARIANT ? null : variant;
}

export type GatewayConfig = z.infer<typeof gatewaySettings>;
