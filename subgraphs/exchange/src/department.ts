import { fileURLToPath } from 'node:url';
import type { TableRights } from '@yiwang/subgraph-kit';

export const NAME = 'exchange';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * What the serving process may do with the rows of each table, besides those of the kit. Records, versions and signatures are only added
 * to; a key is revoked, a grant is ended, and nothing else of them changes.
 */
export const RIGHTS = {
  access_enterprises: 'select, insert',
  access_logs: 'select, insert, update (sequence, hash, seal)',
  accesses: 'select, insert',
  approvals: 'select, insert, update',
  audit_log: 'select, insert',
  corrections: 'select, insert, update',
  departments: 'select, insert',
  gateway_versions: 'select, insert, update, delete',
  gateways: 'select, insert, update (last_seen_at)',
  grant_version: 'select, update',
  grants: 'select, insert, update (ended_at, replaced_by, reason)',
  keys: 'select, insert, update (revoked_at, revoked_by)',
  operation_coordinates: 'select, insert',
  operation_days: 'select, insert, update, delete',
  operations: 'select, insert, update, delete',
  regions: 'select',
  sharing_applications: 'select, insert, update',
  sharing_events: 'select, insert',
  subgraph_versions: 'select, insert',
  supergraph_parts: 'select, insert',
  supergraph_versions: 'select, insert',
  supergraphs: 'select, insert, update (signature)',
  used_credentials: 'select, insert, delete',
  variants: 'select',
  verified_addresses: 'select, insert, update (verified_at)',
} as const satisfies TableRights;
