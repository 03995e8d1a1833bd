import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { DataResourceModel } from '../catalogue/catalogue.ts';
import { clampInt } from '../usage/read-usage.ts';
import type { ResourceCallsModel, SharingStatisticsModel } from './statistics-models.ts';

interface CallsRow extends Record<string, unknown> {
  code: string;
  calls: string;
  errors: string;
}

/** How often resources were read, most calls first. An operation that selects several fields of one resource is counted once. */
export async function readResourceCalls(
  db: PostgresJsDatabase,
  resources: readonly DataResourceModel[],
  { from, until }: Pick<SharingStatisticsModel, 'from' | 'until'>,
  first: number,
): Promise<ResourceCallsModel[]> {
  const coordinates = resources.flatMap(({ code, fields }) =>
    fields.map(({ coordinate }) => ({ code, coordinate })),
  );
  const rows = await db.execute<CallsRow>(sql`
    select used.code, sum(days.calls)::bigint as calls, sum(days.errors)::bigint as errors
    from (
      select distinct asked.code, operation_coordinates.operation
      from unnest(
        ${sql.param(coordinates.map(({ coordinate }) => coordinate))}::text[], ${sql.param(coordinates.map(({ code }) => code))}::text[]
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
    calls: clampInt(calls),
    errors: clampInt(errors),
  }));
}
