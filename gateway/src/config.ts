import { settings } from '@yiwang/config';
import { z } from 'zod';

const count = (fallback: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);

/** A list with commas; none by default. */
const names = () =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    );

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

/** Every setting of the gateway. Read from the environment; the command line overrides the first four. */
export const gatewaySettings = z.object({
  SUPERGRAPH: z
    .string({ error: 'name the file of the supergraph with --supergraph FILE' })
    .describe('File with the supergraph SDL. When the file changes, the gateway answers from the new one.'),
  PORT: settings.port(4000),
  HOST: settings.host(),
  ENGINE: z
    .enum(['compiled', 'apollo'], { error: 'choose one of: compiled, apollo' })
    .default('compiled')
    .describe(
      'How operations are executed: compiled is our own executor, apollo the vendor’s stock gateway.',
    ),

  BODY_LIMIT_BYTES: settings.bodyLimitBytes(),
  OPERATION_MAX_TOKENS: count(10_000, 100, 1_000_000).describe(
    'Most tokens (names, numbers, brackets …) in a query.',
  ),
  OPERATION_MAX_DEPTH: count(20, 5, 100).describe('Deepest nesting of fields, with fragments spread out.'),
  OPERATION_MAX_FIELDS: count(2_000, 100, 100_000).describe(
    'Most fields in a query, with fragments spread out.',
  ),

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

export type GatewayConfig = z.infer<typeof gatewaySettings>;
