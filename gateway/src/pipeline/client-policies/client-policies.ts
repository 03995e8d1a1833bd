import { type Client, PUBLIC_CLIENT } from '@yiwang/identity';
import type { Logger } from '@yiwang/service/logging';
import { z } from 'zod';
import type { GatewayConfig } from '../../config/config.ts';
import { followJson } from '../../util/files/follow.ts';

/** The limits of one client. */
export interface ClientPolicy {
  /** Operations a minute; 0 for no limit. */
  rate: number;
  /** Most cost of one operation. */
  cost: number;
  /** Cost a minute; 0 for no limit. */
  costRate: number;
  /** Whether the client may run trusted documents only. */
  persistedOnly: boolean;
  /** Whether the client may read the schema; the scope introspection also allows it. */
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

/** Policies by client id; `default` for clients that are not listed, `public` for anonymous clients. */
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
 * Creates the policies of clients: those of the settings, overridden by the file that CLIENTS names, which is followed.
 *
 * @throws SettingsError when the file is missing or invalid at the start
 */
export async function createClientPolicies(settings: Settings, logger: Logger): Promise<ClientPolicies> {
  let policies = policiesOf(settings, {});
  const file = settings.CLIENTS;
  const replace = (content: unknown) => {
    const { data, error } = policiesInFile.safeParse(content);
    if (error) throw new Error(z.prettifyError(error));
    policies = policiesOf(settings, data);
  };
  const followed = file ? await followJson({ setting: 'CLIENTS', file }, replace, logger) : null;

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

/** Returns the policy without undefined members. */
function given(policy: z.infer<typeof policyInFile> = {}): Partial<ClientPolicy> {
  return Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined));
}
