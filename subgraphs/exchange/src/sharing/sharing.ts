import type { PrivateKey } from '@yiwang/identity';
import type { RuleSet, WorkingCalendar } from '@yiwang/working-days';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** The rule set that holds here. */
export interface SharingRules extends RuleSet {
  name: string;
}

/** What the operator has set. */
export interface SharingOptions {
  rules: SharingRules;
  calendar: WorkingCalendar;
  now: () => Date;
}

/** What the commands of sharing share. */
export interface Sharing extends SharingOptions {
  db: PostgresJsDatabase;
  /** Signs grants; null when none is set. */
  signingKey: PrivateKey | null;
  /** Of what is in force. */
  readCatalogue: () => Promise<Catalogue>;
}
