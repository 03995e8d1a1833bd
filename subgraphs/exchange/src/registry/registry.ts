import type { Composer } from '@yiwang/composition';
import { PublicError } from '@yiwang/errors';
import type { PrivateKey, PublicKey } from '@yiwang/identity';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { AllowedAddresses } from '@yiwang/subgraph-kit/network';
import type { ClientTls } from '@yiwang/service/tls';
import { createRunCommand, type RunCommand } from './run-command.ts';

/** Settings of the operator for the registry. */
export interface RegistryOptions {
  /** Signs supergraphs; null when none is set. */
  signingKey: PrivateKey | null;
  /** Of the first operator: none when none is set, several while one replaces another. */
  operatorKeys: readonly PublicKey[];
  /** Whether departments may be at addresses of this machine. */
  allowLoopback: boolean;
  /** Unique-local IPv6 networks that departments may be in; none by default. */
  networks?: AllowedAddresses['networks'];
  /** How departments are reached over https, to be asked whether they verify their callers. */
  tls?: Pick<ClientTls, 'of'>;
  /** Days for which usage is kept. */
  usageDays: number;
}

/** What all commands of the registry need. */
export interface Registry extends RegistryOptions {
  db: PostgresJsDatabase;
  composer: Composer;
  runCommand: RunCommand;
}

export function openRegistry(db: PostgresJsDatabase, composer: Composer, options: RegistryOptions): Registry {
  return { ...options, db, composer, runCommand: createRunCommand(db, options.operatorKeys) };
}

/** @throws PublicError REGISTRY_NOT_CONFIGURED when the operator has set none */
export function requireSigningKey({ signingKey }: Pick<RegistryOptions, 'signingKey'>): PrivateKey {
  if (signingKey) return signingKey;
  throw new PublicError(
    'REGISTRY_NOT_CONFIGURED',
    'The registry has no key to sign supergraphs with: its operator must set REGISTRY_SIGNING_KEY.',
  );
}
