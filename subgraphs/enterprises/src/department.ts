import { fileURLToPath } from 'node:url';
import type { TableRights } from '@yiwang/subgraph-kit';

export const NAME = 'enterprises';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Counts that seed and import bring up to date. */
export const VIEWS = ['enterprise_counts'];

/**
 * What the serving process may do with the rows of each table, besides those of the kit. The register is added to by cases that are
 * granted; whoever locks an enterprise needs the right to change a column, and its initials follow from its name. A mandate is ended,
 * and nothing else of it changes. What was voided is removed by the database (`void_registration`).
 */
export const RIGHTS = {
  enterprises: 'select, insert, update (name_initials)',
  former_names: 'select',
  industries: 'select',
  mandate_events: 'select, insert',
  mandates: 'select, insert, update (revoked_at, revoked_by, revoked_as, reason, version)',
  name_reservations: 'select, insert, update',
  registration_changes: 'select',
  voided_registrations: 'select',
} as const satisfies TableRights;

/** Types of registers, which a replica may answer. What is decided on, such as cases, is of the primary. */
export const REPLICA_TYPES: readonly string[] = [
  'Enterprise',
  'EnterpriseType',
  'RegisteredCapital',
  'FormerName',
  'RegistrationChange',
  'Industry',
  'Region',
];
