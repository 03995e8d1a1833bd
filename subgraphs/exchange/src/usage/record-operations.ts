import type { OperationContent } from '@yiwang/identity';
import { sql } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';

/** Adds the counts of a checked report to those of the same operation, client and day. */
export async function recordOperations(tx: Db, reported: readonly OperationContent[]): Promise<void> {
  if (reported.length === 0) return;
  const operations = sorted(new Map(reported.map((operation) => [operationOf(operation), operation])));
  await addOperations(tx, operations);
  await addCounts(tx, sumCounts(reported));
}

/** Inserts operations with the coordinates that they use. Those of an operation that is stored already do not change. */
async function addOperations(tx: Db, operations: readonly OperationContent[]): Promise<void> {
  const added = await tx.execute<{ id: number; digest: string; name: string | null }>(sql`
    insert into operations (digest, name)
    select * from unnest(${texts(operations, 'digest')}::text[], ${texts(operations, 'name')}::text[])
    on conflict do nothing
    returning id, digest, name`);
  const byOperation = new Map(operations.map((operation) => [operationOf(operation), operation]));
  const pairs = added.flatMap(({ id, digest, name }) => {
    const { coordinates } = byOperation.get(operationOf({ digest, name }))!;
    return coordinates.map((coordinate) => ({ id: String(id), coordinate }));
  });
  if (pairs.length === 0) return;
  await tx.execute(sql`
    insert into operation_coordinates (operation, coordinate)
    select * from unnest(
      ${sql.param(pairs.map(({ id }) => id))}::integer[], ${sql.param(pairs.map(({ coordinate }) => coordinate))}::text[])
    on conflict do nothing`);
}

/** Sends days and times as text, and casts them in SQL: with Drizzle the driver cannot encode arrays of them. */
async function addCounts(tx: Db, counts: readonly Count[]): Promise<void> {
  await tx.execute(sql`
    insert into operation_days (operation, day, variant, client, client_version, calls, errors, last_at)
    select operations.id, asked.day::date, asked.variant, asked.client, asked.client_version, asked.calls, asked.errors,
      asked.last_at::timestamptz
    from unnest(
      ${texts(counts, 'digest')}::text[], ${texts(counts, 'name')}::text[], ${texts(counts, 'day')}::text[],
      ${texts(counts, 'variant')}::text[], ${texts(counts, 'client')}::text[],
      ${texts(counts, 'clientVersion')}::text[], ${texts(counts, 'count')}::bigint[],
      ${texts(counts, 'errors')}::bigint[], ${texts(counts, 'until')}::text[]
    ) with ordinality
      as asked(digest, name, day, variant, client, client_version, calls, errors, last_at, place)
    join operations on operations.digest = asked.digest and operations.name is not distinct from asked.name
    order by asked.place
    on conflict on constraint operation_days_of_client do update set
      calls = operation_days.calls + excluded.calls,
      errors = operation_days.errors + excluded.errors,
      last_at = greatest(operation_days.last_at, excluded.last_at)`);
}

/** One row of operation_days. */
interface Count extends Omit<OperationContent, 'coordinates' | 'from'> {
  day: string;
}

/**
 * One count for each row, since a statement may change a row only once. All reports are written in the same order, so that two of
 * them never deadlock.
 */
function sumCounts(reported: readonly OperationContent[]): Count[] {
  const sums = new Map<string, Count>();
  for (const operation of reported) {
    const until = new Date(operation.until).toISOString();
    const day = until.slice(0, 10);
    const { variant, client, clientVersion } = operation;
    const row = JSON.stringify([operationOf(operation), day, variant, client ?? null, clientVersion ?? null]);
    const sum = sums.get(row);
    sums.set(row, {
      ...operation,
      day,
      count: operation.count + (sum?.count ?? 0),
      errors: operation.errors + (sum?.errors ?? 0),
      until: sum && sum.until > until ? sum.until : until,
    });
  }
  return sorted(sums);
}

function operationOf({ digest, name }: Pick<OperationContent, 'digest' | 'name'>): string {
  return JSON.stringify([digest, name ?? null]);
}

function sorted<Value>(rows: ReadonlyMap<string, Value>): Value[] {
  return [...rows].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
}

function texts<Row>(rows: readonly Row[], column: keyof Row) {
  return sql.param(rows.map((row) => (row[column] == null ? null : String(row[column]))));
}
