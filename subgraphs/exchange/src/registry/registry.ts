import type { PrivateKey, PublicKey } from '@yiwang/identity';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type Attempts, createAttempts } from './attempts.ts';
import type { Composer } from '@yiwang/composition';

/** What the operator has set. */
export interface RegistryOptions {
  /** Signs supergraphs; null when none is set. */
  signingKey: PrivateKey | null;
  /** The first operator's; null when none is set. */
  operatorKey: PublicKey | null;
  /** Whether departments may be at addresses of this machine. */
  allowLoopback: boolean;
  /** For how many days it is kept who asked for which field. */
  usageDays: number;
}

/** What the commands of the registry share. */
export interface Registry extends RegistryOptions {
  db: PostgresJsDatabase;
  composer: Composer;
  attempt: Attempts;
}

export function openRegistry(db: PostgresJsDatabase, composer: Composer, options: RegistryOptions): Registry {
  return { ...options, db, composer, attempt: createAttempts(db, options.operatorKey) };
}
