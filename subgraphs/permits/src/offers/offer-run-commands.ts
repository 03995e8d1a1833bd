import { repairCode } from '@yiwang/codes';
import { type Db, runOnce, userError } from '@yiwang/subgraph-kit';
import { and, eq, isNull } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { ItemErrorCode } from '../generated/types.ts';
import { type ItemVersionRow, itemVersions } from '../items/item-tables.ts';
import { type Principal, requireOfficial } from '../items/versions/authorize-official.ts';
import { lockItem } from '../items/versions/change-version.ts';
import { idempotencyKeys } from '../tables.ts';
import { readList } from './check-entitlement.ts';
import { type OfferRunRow, offerRuns } from './offer-tables.ts';

export interface RunArguments {
  item: string;
  enterprise?: string | null | undefined;
  idempotencyKey: string;
}

/**
 * What officials do to start runs. It throws UserErrors, or PublicError FORBIDDEN.
 *
 * @param hasGateway without one, nobody can be asked
 * @param onStart called after the commit
 */
export function createOfferRunCommands(
  db: PostgresJsDatabase,
  { hasGateway, now, onStart }: { hasGateway: boolean; now: () => Date; onStart: () => void },
) {
  return {
    async run(caller: Principal, { idempotencyKey: key, ...args }: RunArguments): Promise<OfferRunRow> {
      const { user } = requireOfficial(caller, 'items:publish');
      const enterprise = args.enterprise ?? null;
      if (!hasGateway) {
        const message = 'Nobody can be asked who is entitled: this department has no gateway (GATEWAY_URL).';
        throw userError<ItemErrorCode>('GATEWAY_UNAVAILABLE', message, ['item']);
      }
      const at = now();
      const run = await db.transaction(async (tx) => {
        const input = { item: repairCode(args.item), enterprise };
        const command = { caller, key, name: 'runOffers', input, now: at };
        const { result } = await runOnce(tx, idempotencyKeys, command, async () => {
          const itemCode = await lockItem(tx, args.item);
          const version = await entitledVersion(tx, itemCode, enterprise);
          const running = enterprise === null ? await runningOf(tx, itemCode) : undefined;
          if (running) return String(running.id);
          const startedAt = at.toISOString();
          const [made] = await tx
            .insert(offerRuns)
            .values({ itemCode, version, uscc: enterprise, startedBy: user, startedAt, state: 'RUNNING' })
            .returning();
          return String(made!.id);
        });
        const [row] = await tx
          .select()
          .from(offerRuns)
          .where(eq(offerRuns.id, Number(result)));
        return row!;
      });
      onStart();
      return run;
    },
  };
}

async function runningOf(tx: Db, itemCode: string): Promise<OfferRunRow | undefined> {
  const [row] = await tx
    .select()
    .from(offerRuns)
    .where(and(eq(offerRuns.itemCode, itemCode), eq(offerRuns.state, 'RUNNING'), isNull(offerRuns.uscc)));
  return row;
}

/** @throws UserErrors NO_ENTITLEMENT */
async function entitledVersion(tx: Db, itemCode: string, enterprise: string | null): Promise<number> {
  const [row]: Pick<ItemVersionRow, 'version' | 'entitlement'>[] = await tx
    .select({ version: itemVersions.version, entitlement: itemVersions.entitlement })
    .from(itemVersions)
    .where(and(eq(itemVersions.itemCode, itemCode), eq(itemVersions.state, 'PUBLISHED')));
  if (!row || row.entitlement === null) {
    const message = `No published version of ${itemCode} says who is entitled to it.`;
    throw userError<ItemErrorCode>('NO_ENTITLEMENT', message, ['item']);
  }
  const list = readList(row.entitlement.document);
  if (enterprise !== null && (typeof list === 'string' || !list.variables.has('usccs'))) {
    const message =
      'The document that says who is entitled does not take $usccs: leave enterprise out, for a run over all.';
    throw userError<ItemErrorCode>('NO_ENTITLEMENT', message, ['enterprise']);
  }
  return row.version;
}
