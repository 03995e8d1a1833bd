import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { DataResourceModel } from '../catalogue/models.ts';
import type { ResourceCallsModel, SharingStatisticsModel } from './models.ts';

/** Of GraphQL. */
const GREATEST_INT = 2 ** 31 - 1;

interface CallsRow extends Record<string, unknown> {
  code: string;
  calls: string;
  errors: string;
}

/** How often the resources were asked for, most calls first. An operation that uses several fields of one is counted once. */
export async function readResourceCalls(
  db: PostgresJsDatabase,
  resources: readonly DataResourceModel[],
  { from, until }: Pick<SharingStatisticsModel, 'from' | 'until'>,
  first: number,
): Promise<ResourceCallsModel[]> {
  const asked = resources.flatMap(({ code, fields }) =>
    fields.map(({ coordinate }) => ({ code, coordinate })),
  );
  const rows = await db.execute<CallsRow>(sql`
    select used.code, sum(days.calls)::bigint as calls, sum(days.errors)::bigint as errors
    from (
      select distinct asked.code, operation_coordinates.operation
      from unnest(
        ${sql.param(asked.map(({ coordinate }) => coordinate))}::text[], ${sql.param(asked.map(({ code }) => code))}::text[]
      ) as asked(coordinate, code)
      join operation_coordinates on operation_coordinates.coordinate = asked.coordinate
    ) as used
    join operation_days as days on days.operation = used.operation
    where days.day between ${from}::date and ${until}::date
    group by used.code
    order by calls desc, used.code
    limit ${first}`);
  return rows.map(({ code, calls, errors }) => ({
    code,
    calls: Math.min(Number(calls), GREATEST_INT),
    errors: Math.min(Number(errors), GREATEST_INT),
  }));
}
