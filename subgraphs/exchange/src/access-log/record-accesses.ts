import { beginningOf, type Finding, type Position, verifyRecords } from '@yiwang/access-log';
import { PublicError } from '@yiwang/errors';
import { contents } from '@yiwang/identity';
import { eq, sql } from 'drizzle-orm';
import type { Db } from '../registry/database.ts';
import { checkGatewayName } from '../registry/names.ts';
import type { Registry } from '../registry/registry.ts';
import { readSigners, type Signer, useUp } from '../registry/signers.ts';
import { checkRecords, type ReceivedRecord } from './check-records.ts';
import { inTurns } from './in-turns.ts';
import { insertRecords } from './insert-records.ts';
import { createPartitions } from './partitions.ts';
import { readSealKeys } from './seal-keys.ts';
import { accessLogs, type AccessLogRow } from './tables.ts';

export interface AccessReport {
  gateway: string;
  /** Lines of its journal; see {@link checkRecords}. */
  journal: string;
  credential: string;
}

/**
 * Keeps what a gateway hands over of its access log, each record once. What was kept before must be the same; what is new
 * must follow it, and be sealed by the gateway.
 */
export function createRecordAccesses({ db, operatorKey }: Registry) {
  const makePartitions = createPartitions(db);

  return async function recordAccesses({ gateway, journal, credential }: AccessReport): Promise<Position> {
    const claim = { action: 'accesses', digest: contents.accesses(gateway, journal) };
    const signers = await readSigners(db, operatorKey, claim, [credential]);
    requireItself(signers, gateway);
    checkGatewayName(gateway);
    const received = await checkRecords(gateway, journal);
    if (received.length > 0) await makePartitions(received.map(({ record }) => record.at));
    return db.transaction(async (tx) => {
      await useUp(tx, signers);
      const end = await lockEnd(tx, gateway);
      const known = received.filter(({ record }) => record.sequence <= end.sequence);
      await checkKnown(tx, known);
      const added = received.slice(known.length);
      if (added.length === 0) return end;
      await checkAdded(tx, end, added);
      return add(tx, gateway, added);
    });
  };
}

/** Nobody speaks for a gateway here, not even an operator. @throws PublicError FORBIDDEN */
function requireItself(signers: readonly Signer[], gateway: string): void {
  if (signers.some(({ role, holder }) => role === 'GATEWAY' && holder === gateway)) return;
  throw new PublicError('FORBIDDEN', `No key of the gateway ${gateway} has signed.`);
}

/** The end of the log, for this transaction alone. */
async function lockEnd(tx: Db, gateway: string): Promise<AccessLogRow> {
  await tx
    .insert(accessLogs)
    .values({ gateway, ...beginningOf(gateway) })
    .onConflictDoNothing();
  const [end] = await tx.select().from(accessLogs).where(eq(accessLogs.gateway, gateway)).for('update');
  return end!;
}

/** @throws PublicError ACCESS_LOG_CONFLICT */
async function checkKnown(tx: Db, known: readonly ReceivedRecord[]): Promise<void> {
  if (known.length === 0) return;
  const [found] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count
    from unnest(${sql.param(known.map(({ record }) => record.at))}::text[],
      ${sql.param(known.map(({ record }) => record.gateway))}::text[],
      ${sql.param(known.map(({ record }) => String(record.sequence)))}::bigint[],
      ${sql.param(known.map(({ text }) => text))}::text[]) as asked(at, gateway, sequence, text)
    join accesses on accesses.at = asked.at::timestamptz and accesses.gateway = asked.gateway
      and accesses.sequence = asked.sequence and accesses.text = asked.text`);
  if (found!.count < known.length) {
    const { sequence } = known[0]!.record;
    throw conflict(`From record ${sequence} on, other records than these are kept.`);
  }
}

/** @throws PublicError ACCESS_LOG_GAP, ACCESS_LOG_CONFLICT, INVALID_ARGUMENT */
async function checkAdded(tx: Db, end: AccessLogRow, added: readonly ReceivedRecord[]): Promise<void> {
  const expected = end.sequence + 1;
  const { sequence, previous } = added[0]!.record;
  if (sequence > expected) {
    throw new PublicError('ACCESS_LOG_GAP', `Record ${expected} comes next, and not ${sequence}.`, {
      details: { expected },
    });
  }
  if (previous !== end.hash) {
    throw conflict(`Record ${sequence} does not follow the record ${end.sequence} that is kept.`);
  }
  const { finding } = await verifyRecords(inTurns(added), {
    gateway: end.gateway,
    keys: await readSealKeys(tx, end.gateway),
    // What is kept ends with a seal.
    start: { sequence: end.sequence, hash: end.hash, sealed: end.sequence },
  });
  if (finding) throw refuse(finding);
}

async function add(tx: Db, gateway: string, added: readonly ReceivedRecord[]): Promise<Position> {
  const { sequence, hash, seal } = await insertRecords(tx, added);
  await tx.update(accessLogs).set({ sequence, hash, seal }).where(eq(accessLogs.gateway, gateway));
  return { sequence, hash };
}

function conflict(message: string): PublicError {
  return new PublicError('ACCESS_LOG_CONFLICT', message);
}

function refuse({ reason, message }: Finding): PublicError {
  return new PublicError('INVALID_ARGUMENT', `${reason}: ${message}`);
}
