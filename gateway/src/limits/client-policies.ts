import { type Client, PUBLIC_CLIENT } from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import { z } from 'zod';
import type { GatewayConfig } from '../config.ts';
import { followJson } from '../files/follow-json.ts';

/** What a client may ask for. */
export interface ClientPolicy {
  /** Operations a minute; 0 for no limit. */
  rate: number;
  /** Most cost of one operation. */
  cost: number;
  /** Cost a minute; 0 for no limit. */
  costRate: number;
  /** Runs trusted documents only. */
  persistedOnly: boolean;
  /** May read the schema; whoever has the scope may as well. */
  introspection: boolean;
}

export interface ClientPolicies extends Disposable {
  of(client: Client): ClientPolicy;
}

const policyInFile = z.strictObject({
  rate: z.int().min(0).optional(),
  cost: z.int().min(1).optional(),
  costRate: z.int().min(0).optional(),
  persistedOnly: z.boolean().optional(),
  introspection: z.boolean().optional(),
});

/** By client; `default` for those that are not named, `public` for whoever did not sign in. */
const policiesInFile = z.record(z.string().min(1), policyInFile);

type Settings = Pick<
  GatewayConfig,
  | 'CLIENTS'
  | 'COST_LIMIT'
  | 'INTROSPECTION'
  | 'RATE_LIMIT_REQUESTS'
  | 'RATE_LIMIT_PUBLIC_REQUESTS'
  | 'RATE_LIMIT_COST'
  | 'RATE_LIMIT_PUBLIC_COST'
>;

/**
 * The policies of clients: of the settings, and over them of the file that CLIENTS names, as it is now.
 *
 * @throws SettingsError when the file is wrong at the start
 */
export async function createClientPolicies(settings: Settings, logger: Logger): Promise<ClientPolicies> {
  let policies = policiesOf(settings, {});
  const file = settings.CLIENTS;
  const take = (content: unknown) => {
    const { data, error } = policiesInFile.safeParse(content);
    if (error) throw new Error(z.prettifyError(error));
    policies = policiesOf(settings, data);
  };
  const followed = file ? await followJson({ setting: 'CLIENTS', file }, take, logger) : null;

  return {
    of: ({ id }) => policies.byClient.get(id) ?? policies.fallback,
    [Symbol.dispose]: () => followed?.[Symbol.dispose](),
  };
}

function policiesOf(settings: Settings, inFile: z.infer<typeof policiesInFile>) {
  const shared = { cost: settings.COST_LIMIT, persistedOnly: false };
  const signedIn: ClientPolicy = {
    ...shared,
    rate: settings.RATE_LIMIT_REQUESTS,
    costRate: settings.RATE_LIMIT_COST,
    introspection: settings.INTROSPECTION !== 'scope',
    ...given(inFile['default']),
  };
  const everyone: ClientPolicy = {
    ...shared,
    rate: settings.RATE_LIMIT_PUBLIC_REQUESTS,
    costRate: settings.RATE_LIMIT_PUBLIC_COST,
    introspection: settings.INTROSPECTION === 'everyone',
    ...given(inFile[PUBLIC_CLIENT.id]),
  };
  const named = Object.entries(inFile).map(
    ([id, policy]) => [id, { ...signedIn, ...given(policy) }] as const,
  );
  return {
    fallback: signedIn,
    byClient: new Map<string, ClientPolicy>([...named, [PUBLIC_CLIENT.id, everyone]]),
  };
}

/** Without what is left out. */
function given(policy: z.infer<typeof policyInFile> = {}): Partial<ClientPolicy> {
  return Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined));
}
