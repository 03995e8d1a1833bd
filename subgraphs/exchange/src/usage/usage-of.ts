import { sql } from 'drizzle-orm';
import type { UsageModel } from '../registry/stored-change.ts';
import type { Db } from '../registry/database.ts';

/** Of one coordinate; of one change. */
const MOST_USERS = 100;
/** Of GraphQL. */
const GREATEST_INT = 2 ** 31 - 1;

/** The day in UTC, as operation_days has it. */
export const today = sql`(now() at time zone 'utc')::date`;

/**
 * Who has used what, most calls first: for each list of coordinates those who used any of it. An operation that uses
 * several coordinates of one list is told once.
 */
export type UsageOf = (lists: readonly (readonly string[])[]) => Promise<UsageModel[][]>;

interface UsageRow extends Record<string, unknown> {
  coordinate: string;
  client: string | null;
  client_version: string | null;
  name: string | null;
  digest: string;
  calls: string;
  errors: string;
  last_at: string;
}

/** @param days counted back from now */
export function createUsageOf(db: Db, days: number): UsageOf {
  return async function usageOf(lists) {
    const coordinates = [...new Set(lists.flat())];
    if (coordinates.length === 0) return lists.map(() => []);
    const rows = Map.groupBy(await readUsage(db, coordinates, days), ({ coordinate }) => coordinate);
    return lists.map((list) => toModels(list.flatMap((coordinate) => rows.get(coordinate) ?? [])));
  };
}

/**
 * A type's name stands for all beneath it. Uses the primary key of operation_coordinates: coordinates collate by code
 * unit, and "/" follows ".".
 */
async function readUsage(db: Db, coordinates: readonly string[], days: number): Promise<UsageRow[]> {
  const isType = (coordinate: string) => !coordinate.includes('.');
  const from = coordinates.map((coordinate) => (isType(coordinate) ? `${coordinate}.` : coordinate));
  const to = coordinates.map((coordinate) => (isType(coordinate) ? `${coordinate}/` : coordinate));
  return db.execute<UsageRow>(sql`
    select asked.coordinate, usage.*
    from unnest(${sql.param(coordinates)}::text[], ${sql.param(from)}::text[], ${sql.param(to)}::text[])
      as asked(coordinate, "from", "to")
    cross join lateral (
      select days.client, days.client_version, operations.name, operations.digest,
        sum(days.calls)::bigint as calls, sum(days.errors)::bigint as errors, max(days.last_at) as last_at
      from (
        select distinct operation from operation_coordinates
        where operation_coordinates.coordinate between asked."from" and asked."to"
      ) as used
      join operations on operations.id = used.operation
      join operation_days as days on days.operation = used.operation
      where days.day > ${today} - ${days}::int
      group by operations.id, days.client, days.client_version
      order by calls desc, operations.id
      limit ${MOST_USERS}
    ) as usage`);
}

function toModels(rows: readonly UsageRow[]): UsageModel[] {
  const byUser = new Map(
    rows.map((row) => [JSON.stringify([row.digest, row.name, row.client, row.client_version]), row]),
  );
  return [...byUser.values()]
    .map((row) => ({
      client: row.client,
      clientVersion: row.client_version,
      operation: row.name,
      digest: row.digest,
      calls: Math.min(Number(row.calls), GREATEST_INT),
      errors: Math.min(Number(row.errors), GREATEST_INT),
      lastAt: row.last_at,
    }))
    .sort((left, right) => right.calls - left.calls)
    .slice(0, MOST_USERS);
}
