import { fileURLToPath } from 'node:url';
import { type DepartmentGauge, overdueCases, type TableRights } from '@yiwang/subgraph-kit';

export const NAME = 'permits';
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * What the serving process may do with the rows of each table, besides those of the kit. Of a permit, only its end and its suspension
 * change. What was voided is removed by the database (`void_permit`).
 */
export const RIGHTS = {
  case_materials: 'select, insert, update (material), delete',
  // Written by triggers.
  case_times: 'select',
  case_totals: 'select',
  catalogue_items: 'select',
  item_version_events: 'select, insert',
  item_versions: 'select, insert, update',
  material_sources: 'select, insert, update, delete',
  offer_feeds: 'select, insert, update',
  offer_runs: 'select, insert, update',
  offers: 'select, insert, update',
  permit_events: 'select, insert',
  permits: 'select, insert, update (ended_on, ended_by, suspended_on)',
  received_totals: 'select, insert',
  service_items: 'select, update',
  voided_permits: 'select',
} as const satisfies TableRights;

/** Counts that seed and import bring up to date. */
export const VIEWS = ['permit_counts'];

/** Types of registers, which a replica may answer. What is decided on, such as cases, is of the primary. */
export const REPLICA_TYPES: readonly string[] = [
  'ServiceItem',
  'CatalogueItem',
  'ServiceDepartment',
  'ServiceGuide',
  'GuideMaterial',
  'GuideStep',
  'Permit',
  'Enterprise',
  'Region',
];

/** Overdue cases by the type of their item (ServiceItemType): items are too many for a metric. */
export const GAUGES: readonly DepartmentGauge[] = [
  overdueCases({ cases: '(select type from service_items where code = service_item_code)' }),
];
