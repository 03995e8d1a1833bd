import { anyOf, createRowsLoader } from '@yiwang/subgraph-kit';
import { eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { pairColumns, pairKey } from '../shared/pair-key.ts';
import { gateways, gatewayVersions } from '../tables/registry-tables.ts';
import type { GatewayModel } from './registry-models.ts';

/** A gateway with one of the versions that it runs. */
interface RunningGateway extends GatewayModel {
  variant: string;
  version: number | null;
}

/** Loaders of gateways and the versions that they run; see prepareLoaders. */
export function prepareGatewayLoaders(db: PostgresJsDatabase) {
  const all = db.select().from(gateways).orderBy(gateways.name).prepare('gateways');

  const versions = db
    .select()
    .from(gatewayVersions)
    .where(anyOf(gatewayVersions.gateway, sql.placeholder('keys')))
    .orderBy(gatewayVersions.variant)
    .prepare('versions_of_gateways');

  /** Uses the index gateway_versions_version. */
  const running = db
    .select({
      name: gateways.name,
      lastSeenAt: gateways.lastSeenAt,
      version: gatewayVersions.version,
      variant: gatewayVersions.variant,
    })
    .from(gatewayVersions)
    .innerJoin(gateways, eq(gateways.name, gatewayVersions.gateway))
    .where(
      sql`(${gatewayVersions.version}, ${gatewayVersions.variant}) in (
        select * from unnest(${sql.placeholder('numbers')}::integer[], ${sql.placeholder('names')}::text[]))`,
    )
    .orderBy(gateways.name)
    .prepare('gateways_running');

  return {
    /** By name. */
    gateways: (): Promise<GatewayModel[]> => all.execute(),
    /** By variant. */
    versionsOfGateway: createRowsLoader<typeof gatewayVersions.$inferSelect>(
      ({ gateway }) => gateway,
      (names) => versions.execute({ keys: names }),
    ),
    /** Key: pairKey(version, variant). By name. */
    gatewaysRunning: createRowsLoader<RunningGateway>(
      ({ version, variant }) => pairKey(version!, variant),
      (pairs) => running.execute(pairColumns(pairs)),
    ),
  };
}
