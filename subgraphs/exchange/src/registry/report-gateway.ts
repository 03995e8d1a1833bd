import { PublicError } from '@yiwang/errors';
import { contents, type RunningContent } from '@yiwang/identity';
import { and, desc, eq, lte, notInArray, sql } from 'drizzle-orm';
import { consumeCredentials, readSigners, requireGateway } from '../credentials/signers.ts';
import type { Db } from '../shared/database.ts';
import { checkGatewayName } from '../shared/names.ts';
import { gateways, gatewayVersions, supergraphs, supergraphVersions } from '../tables/registry-tables.ts';
import { readCurrentVersion } from './current-graph.ts';
import type { SupergraphVersionModel } from './registry-models.ts';
import type { Registry } from './registry.ts';

const MAX_VARIANTS = 20;

export interface GatewayReport {
  gateway: string;
  running: readonly RunningContent[];
  credential: string;
}

/** Creates the command that stores which versions a gateway runs, and returns newer ones. */
export function createReportGateway({ db, operatorKeys }: Registry) {
  return async function reportGateway(report: GatewayReport): Promise<SupergraphVersionModel[]> {
    const { gateway, running, credential } = report;
    const claim = { action: 'report', digest: contents.report(gateway, running) };
    const signers = await readSigners(db, operatorKeys, claim, [credential]);
    requireGateway(signers, gateway);
    checkGatewayName(gateway);
    checkVariants(running);
    return db.transaction(async (tx) => {
      await consumeCredentials(tx, signers);
      await storeVersions(tx, gateway, running);
      // All variants get the same version, even if another one is published meanwhile.
      const current = (await readCurrentVersion(tx)) ?? 0;
      const newest = await Promise.all(running.map((version) => readNewer(tx, version, current)));
      return newest.filter((version) => version !== null);
    });
  };
}

/** @throws PublicError INVALID_ARGUMENT */
function checkVariants(running: readonly RunningContent[]): void {
  const names = running.map(({ variant }) => variant);
  if (names.length > MAX_VARIANTS || new Set(names).size < names.length) {
    throw new PublicError(
      'INVALID_ARGUMENT',
      `running must name at most ${MAX_VARIANTS} variants, each once.`,
    );
  }
}

async function storeVersions(tx: Db, name: string, running: readonly RunningContent[]): Promise<void> {
  await tx
    .insert(gateways)
    .values({ name, lastSeenAt: sql`now()` })
    .onConflictDoUpdate({ target: gateways.name, set: { lastSeenAt: sql`now()` } });
  const variants = running.map(({ variant }) => variant);
  await tx
    .delete(gatewayVersions)
    .where(and(eq(gatewayVersions.gateway, name), notInArray(gatewayVersions.variant, variants)));
  if (running.length === 0) return;
  await tx
    .insert(gatewayVersions)
    .values(running.map(({ variant, version }) => ({ gateway: name, variant, version: version ?? null })))
    .onConflictDoUpdate({
      target: [gatewayVersions.gateway, gatewayVersions.variant],
      set: { version: sql`excluded.version` },
      // Gateways report twice a second, and mostly nothing new.
      setWhere: sql`${gatewayVersions.version} is distinct from excluded.version`,
    });
}

async function readNewer(
  tx: Db,
  { variant, version }: RunningContent,
  current: number,
): Promise<SupergraphVersionModel | null> {
  const [newest] = await tx
    .select({
      version: supergraphVersions.version,
      variant: supergraphs.variant,
      createdAt: supergraphVersions.createdAt,
      reason: supergraphVersions.reason,
      note: supergraphVersions.note,
    })
    .from(supergraphs)
    .innerJoin(supergraphVersions, eq(supergraphVersions.version, supergraphs.version))
    .where(and(eq(supergraphs.variant, variant), lte(supergraphs.version, current)))
    .orderBy(desc(supergraphs.version))
    .limit(1);
  return newest && newest.version > (version ?? 0) ? newest : null;
}
