import { beginningOf, type Finding, type Position, verifyRecords } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';
import { contents, type PublicKey } from '@yiwang/identity';
import { databaseFault } from '@yiwang/subgraph-kit';
import { eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { consumeCredentials, readSigners, type Signer } from '../credentials/signers.ts';
import type { Db } from '../shared/database.ts';
import { checkGatewayName } from '../shared/names.ts';
import { type AccessLogRow, accessLogs } from '../tables/access-tables.ts';
import { checkRecords, type ReceivedRecord, yieldRegularly } from './check-records.ts';
import { insertRecords } from './insert-records.ts';
import { readSealKeys } from './read-logs.ts';

export interface AccessReport {
  gateway: string;
  /** Lines of its journal; see {@link checkRecords}. */
  journal: string;
  credential: string;
}

export interface AccessLogOptions {
  db: PostgresJsDatabase;
  /** The first operator's; null when none is set. */
  operatorKeys: readonly PublicKey[];
}

/**
 * Creates the command that stores what a gateway sends of its access log, each record once. Records that are stored already must
 * be the same; new ones must follow the last one that is stored, and must be sealed by the gateway.
 */
export function createRecordAccesses({ db, operatorKeys }: AccessLogOptions) {
  const partitions = createPartitions(db);

  return async function recordAccesses({ gateway, journal, credential }: AccessReport): Promise<Position> {
    const claim = { action: 'accesses', digest: contents.accesses(gateway, journal) };
    const signers = await readSigners(db, operatorKeys, claim, [credential]);
    requireOwnKey(signers, gateway);
    checkGatewayName(gateway);
    const received = await checkRecords(gateway, journal);
    const store = () =>
      db.transaction(async (tx) => {
        await consumeCredentials(tx, signers);
        const end = await lockEnd(tx, gateway);
        const stored = received.filter(({ record }) => record.sequence <= end.sequence);
        await checkStored(tx, stored);
        const added = received.slice(stored.length);
        if (added.length === 0) return end;
        await checkAdded(tx, end, added);
        return addRecords(tx, gateway, added);
      });
    if (received.length === 0) return store();
    const times = received.map(({ record }) => record.at);
    await partitions.ensure(times);
    try {
      return await store();
    } catch (error) {
      if (databaseFault(error) !== NO_PARTITION) throw error;
      // The month was dropped since this process made it or found it.
      partitions.forget();
      await partitions.ensure(times);
      return store();
    }
  };
}

/** PostgreSQL's code for a row that no partition takes, and for one that a check refuses, of which these tables have none. */
const NO_PARTITION = '23514';

/**
 * Only the gateway itself may write to its log. An operator's key is not accepted.
 *
 * @throws PublicError FORBIDDEN
 */
function requireOwnKey(signers: readonly Signer[], gateway: string): void {
  if (signers.some(({ role, holder }) => role === 'GATEWAY' && holder === gateway)) return;
  throw new PublicError('FORBIDDEN', `This must be signed with a key of the gateway ${gateway}.`);
}

/** The end of the log, locked until the transaction ends. */
async function lockEnd(tx: Db, gateway: string): Promise<AccessLogRow> {
  await tx
    .insert(accessLogs)
    .values({ gateway, ...beginningOf(gateway) })
    .onConflictDoNothing();
  const [end] = await tx.select().from(accessLogs).where(eq(accessLogs.gateway, gateway)).for('update');
  return end!;
}

/** @throws PublicError ACCESS_LOG_CONFLICT when other records are stored in their place */
async function checkStored(tx: Db, stored: readonly ReceivedRecord[]): Promise<void> {
  if (stored.length === 0) return;
  const [found] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count
    from unnest(${sql.param(stored.map(({ record }) => record.at))}::text[],
      ${sql.param(stored.map(({ record }) => record.gateway))}::text[],
      ${sql.param(stored.map(({ record }) => String(record.sequence)))}::bigint[],
      ${sql.param(stored.map(({ text }) => text))}::text[]) as asked(at, gateway, sequence, text)
    join accesses on accesses.at = asked.at::timestamptz and accesses.gateway = asked.gateway
      and accesses.sequence = asked.sequence and accesses.text = asked.text`);
  if (found!.count < stored.length) {
    const { sequence } = stored[0]!.record;
    throw conflict(`The records from ${sequence} on differ from those that are stored.`);
  }
}

/** @throws PublicError ACCESS_LOG_GAP, ACCESS_LOG_CONFLICT, INVALID_ARGUMENT */
async function checkAdded(tx: Db, end: AccessLogRow, added: readonly ReceivedRecord[]): Promise<void> {
  const expected = end.sequence + 1;
  const { sequence, previous } = added[0]!.record;
  if (sequence > expected) {
    throw new PublicError('ACCESS_LOG_GAP', `The next record must be ${expected}, not ${sequence}.`, {
      details: { expected },
    });
  }
  if (previous !== end.hash) {
    throw conflict(`Record ${sequence} does not follow record ${end.sequence}, the last one that is stored.`);
  }
  const { finding } = await verifyRecords(yieldRegularly(added), {
    gateway: end.gateway,
    keys: await readSealKeys(tx, end.gateway),
    // What is stored ends with a seal.
    start: { sequence: end.sequence, hash: end.hash, sealed: end.sequence },
  });
  if (finding) throw invalid(finding);
}

async function addRecords(tx: Db, gateway: string, added: readonly ReceivedRecord[]): Promise<Position> {
  const { sequence, hash, seal } = await insertRecords(tx, added);
  await tx.update(accessLogs).set({ sequence, hash, seal }).where(eq(accessLogs.gateway, gateway));
  return { sequence, hash };
}

function conflict(message: string): PublicError {
  return new PublicError('ACCESS_LOG_CONFLICT', message);
}

function invalid({ reason, message }: Finding): PublicError {
  return new PublicError('INVALID_ARGUMENT', `${reason}: ${message}`);
}

/**
 * Creates the partitions for records of some times, and for the next month, unless it has done so before. A function of the database creates them, because
 * the role of the serving process may not create tables.
 */
function createPartitions(db: PostgresJsDatabase) {
  const existing = new Set<string>();

  return {
    async ensure(times: readonly string[]): Promise<void> {
      const months = new Set([...times, nextMonth()].map((at) => at.slice(0, 7)));
      const missing = [...months].filter((month) => !existing.has(month));
      if (missing.length === 0) return;
      const firstDays = `{${missing.map((month) => `${month}-01`).join()}}`;
      await db.execute(sql`select make_access_partitions(${firstDays}::text::date[])`);
      for (const month of missing) existing.add(month);
    },
    forget: () => existing.clear(),
  };
}

function nextMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)).toISOString();
}
