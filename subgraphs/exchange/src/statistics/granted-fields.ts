import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';

/** What was granted at one moment, by department. */
export type Granted = ReadonlyMap<string, { grants: number; fields: ReadonlySet<string> }>;

interface GrantedRow extends Record<string, unknown> {
  place: string;
  department: string;
  grants: number;
  fields: string[];
}

/** The grants in force at each of the moments. One that was replaced or revoked ended then. */
export async function grantedAt(db: PostgresJsDatabase, moments: readonly Date[]): Promise<Granted[]> {
  const rows = await db.execute<GrantedRow>(sql`
    select asked.place, grants.department, count(distinct grants.sequence)::int as grants,
      array_agg(distinct field.coordinate) as fields
    from unnest(${sql.param(moments.map((moment) => moment.toISOString()))}::text[]) with ordinality as asked(at, place)
    join grants on grants."from" <= asked.at::timestamptz
      and least(grants.until, coalesce(grants.ended_at, grants.until)) > asked.at::timestamptz
    cross join unnest(grants.fields) as field(coordinate)
    group by asked.place, grants.department`);
  const byPlace = Map.groupBy(rows, ({ place }) => Number(place));
  return moments.map(
    (_, i) =>
      new Map(
        (byPlace.get(i + 1) ?? []).map(({ department, grants, fields }) => [
          department,
          { grants, fields: new Set(fields) },
        ]),
      ),
  );
}
