import { PublicError } from '@yiwang/errors';
import { PUBLIC_CLIENT } from '@yiwang/identity';
import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { Db } from '../shared/database.ts';
import type { UsageModel } from '../tables/registry-tables.ts';

const MAX_DAYS = 3660;

/** @throws PublicError INVALID_ARGUMENT */
export function checkDays(days: number): void {
  if (days < 1 || days > MAX_DAYS) {
    throw new PublicError('INVALID_ARGUMENT', `days must be between 1 and ${MAX_DAYS}; it is ${days}.`);
  }
}

/** Most users that are returned for one coordinate, or for one schema change. */
const MAX_USERS = 100;
/** Greatest Int of GraphQL. */
const MAX_INT = 2 ** 31 - 1;

/** Today in UTC, comparable to operation_days.day. */
export const today = sql`(now() at time zone 'utc')::date`;

/**
 * Returns, for each list of coordinates, who has used any of them: signed-in clients first, then by number of calls, most first.
 * An operation that uses several coordinates of one list is returned once.
 */
export type UsageOf = (lists: readonly (readonly string[])[]) => Promise<UsageModel[][]>;

/** True of rows whose client has not signed in. Its name is not verified, and one client may use any number of names. */
const isAnonymous = sql`(days.client is null or starts_with(days.client, ${`${PUBLIC_CLIENT.id}:`}))`;

/** Whether the client had signed in, so that its name is verified. */
export function isOfVerifiedClient({ client }: Pick<UsageModel, 'client'>): boolean {
  return client !== null && !client.startsWith(`${PUBLIC_CLIENT.id}:`);
}

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

/** @param days how many days back to look */
export function createUsageOf(db: Db, days: number): UsageOf {
  return async function usageOf(lists) {
    const coordinates = [...new Set(lists.flat())];
    if (coordinates.length === 0) return lists.map(() => []);
    const rows = Map.groupBy(await readUsage(db, coordinates, days), ({ coordinate }) => coordinate);
    return lists.map((list) => toModels(list.flatMap((coordinate) => rows.get(coordinate) ?? [])));
  };
}

/**
 * Usage by coordinate. A type's name stands for all of its fields. Uses the primary key of operation_coordinates: coordinates
 * collate by code unit, in which "/" follows ".".
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
      order by ${isAnonymous}, calls desc, operations.id
      limit ${MAX_USERS}
    ) as usage`);
}

/** A count as an Int of GraphQL; a greater one is cut to the greatest Int. */
export function clampInt(count: number | string): number {
  return Math.min(Number(count), MAX_INT);
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
      calls: clampInt(row.calls),
      errors: clampInt(row.errors),
      lastAt: row.last_at,
    }))
    .sort(
      (left, right) =>
        Number(isOfVerifiedClient(right)) - Number(isOfVerifiedClient(left)) || right.calls - left.calls,
    )
    .slice(0, MAX_USERS);
}

/** Loaders of usage; see prepareLoaders. */
export function prepareUsageLoaders(db: PostgresJsDatabase) {
  async function usedCoordinates(days: number): Promise<Set<string>> {
    const rows = await db.execute<{ coordinate: string }>(sql`
      select distinct coordinate
      from operation_coordinates
      where operation in (select operation from operation_days where day > ${today} - ${days}::int)`);
    return new Set(rows.map(({ coordinate }) => coordinate));
  }

  return {
    /** Who uses any of the coordinates, in the order of {@link UsageOf}. */
    fieldUsage: async (coordinates: readonly string[], days: number) =>
      (await createUsageOf(db, days)([coordinates]))[0]!,
    /** All coordinates that were used in the last `days` days. */
    usedCoordinates,
  };
}
