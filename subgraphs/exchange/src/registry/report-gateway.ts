import { contents, type RunningContent } from '@yiwang/identity';
import { PublicError } from '@yiwang/errors';
import { and, desc, eq, notInArray, sql } from 'drizzle-orm';
import { checkGatewayName } from './names.ts';
import type { Db } from './database.ts';
import type { SupergraphVersionModel } from './models.ts';
import type { Registry } from './registry.ts';
import { requireGateway } from './permissions.ts';
import { readSigners, useUp } from './signers.ts';
import { gateways, gatewayVersions, supergraphs, supergraphVersions } from './tables.ts';

const MOST_VARIANTS = 20;

export interface GatewayReport {
  gateway: string;
  running: readonly RunningContent[];
  credential: string;
}

/** Notes what a gateway runs, and tells it of newer versions. */
export function createReportGateway({ db, operatorKey }: Registry) {
  return async function reportGateway(asked: GatewayReport): Promise<SupergraphVersionModel[]> {
    const { gateway, running, credential } = asked;
    const claim = { action: 'report', digest: contents.report(gateway, running) };
    const signers = await readSigners(db, operatorKey, claim, [credential]);
    requireGateway(signers, gateway);
    checkGatewayName(gateway);
    checkVariants(running);
    return db.transaction(async (tx) => {
      await useUp(tx, signers);
      await noteVersions(tx, gateway, running);
      const newest = await Promise.all(running.map((version) => readNewer(tx, version)));
      return newest.filter((version) => version !== null);
    });
  };
}

/** @throws PublicError INVALID_ARGUMENT */
function checkVariants(running: readonly RunningContent[]): void {
  const names = running.map(({ variant }) => variant);
  if (names.length > MOST_VARIANTS || new Set(names).size < names.length) {
    throw new PublicError(
      'INVALID_ARGUMENT',
      `running must name at most ${MOST_VARIANTS} variants, each once.`,
    );
  }
}

async function noteVersions(tx: Db, name: string, running: readonly RunningContent[]): Promise<void> {
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
      // Gateways report twice a second, and seldom something new.
      setWhere: sql`${gatewayVersions.version} is distinct from excluded.version`,
    });
}

async function readNewer(
  tx: Db,
  { variant, version }: RunningContent,
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
    .where(eq(supergraphs.variant, variant))
    .orderBy(desc(supergraphs.version))
    .limit(1);
  return newest && newest.version > (version ?? 0) ? newest : null;
}
