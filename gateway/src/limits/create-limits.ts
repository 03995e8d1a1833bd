import type { Logger } from '@yiwang/observability';
import type { GatewayConfig } from '../config.ts';
import { createPersistedOperations, type PersistedOperations } from '../persisted/persisted-operations.ts';
import { createTrustedDocuments, type TrustedDocuments } from '../persisted/trusted-documents.ts';
import { type ClientPolicies, createClientPolicies } from './client-policies.ts';
import { createCounters } from './counter.ts';
import { createRates, type Rates } from './rates.ts';
import { createSignIns, type SignIns } from './sign-ins.ts';

/** What limits callers, whichever graph they ask. */
export interface Limits extends AsyncDisposable {
  policies: ClientPolicies;
  rates: Rates;
  signIns: SignIns;
  trusted: TrustedDocuments;
  persisted: PersistedOperations;
}

/** @throws SettingsError when a file that the settings name is wrong */
export async function createLimits(config: GatewayConfig, logger: Logger): Promise<Limits> {
  const policies = await createClientPolicies(config, logger);
  const trusted = await createTrustedDocuments(config.PERSISTED_OPERATIONS, logger);
  const counters = await createCounters(config.RATE_LIMIT_STORE, logger);
  return {
    policies,
    rates: createRates(counters),
    signIns: createSignIns(counters, config.RATE_LIMIT_SIGN_INS),
    trusted,
    persisted: createPersistedOperations(trusted, policies, config.PERSISTED_QUERIES),
    async [Symbol.asyncDispose]() {
      trusted[Symbol.dispose]();
      policies[Symbol.dispose]();
      await counters[Symbol.asyncDispose]();
    },
  };
}
