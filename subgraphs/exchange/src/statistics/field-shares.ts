import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { FieldShares } from '../generated/types.ts';
import { type ClassesOfVersion, NO_FIELDS } from './field-classes.ts';

/** Counts the fields of departments by sharing class, and those conditional ones for which a grant is in force. */
export function fieldShares(
  departments: readonly string[],
  classesOf: ClassesOfVersion,
  grantsOf: Granted,
): FieldShares {
  const perDepartment = departments.map((department) => ({
    classes: classesOf.get(department) ?? NO_FIELDS,
    grantedFields: grantsOf.get(department)?.fields ?? new Set<string>(),
  }));
  const sum = (count: (one: (typeof perDepartment)[number]) => number) =>
    perDepartment.reduce((total, one) => total + count(one), 0);
  const unconditional = sum(({ classes }) => classes.unconditional);
  const conditional = sum(({ classes }) => classes.conditional.length);
  const notShared = sum(({ classes }) => classes.notShared);
  const granted = sum(
    ({ classes, grantedFields }) =>
      classes.conditional.filter((coordinate) => grantedFields.has(coordinate)).length,
  );
  const fields = unconditional + conditional + notShared;
  const share = (count: number) => (fields === 0 ? null : count / fields);
  return {
    fields,
    unconditional,
    conditional,
    notShared,
    granted,
    unconditionalShare: share(unconditional),
    sharedShare: share(unconditional + granted),
  };
}

/** The grants in force at one moment, by department. */
export type Granted = ReadonlyMap<string, { grants: number; fields: ReadonlySet<string> }>;

interface GrantedRow extends Record<string, unknown> {
  /** Counts up from 1, in the order of the moments. */
  ordinal: string;
  department: string;
  grants: number;
  fields: string[];
}

/** Reads the grants in force at each moment. A grant that was reordinald or revoked ended at that time. */
export async function readGranted(db: PostgresJsDatabase, moments: readonly Date[]): Promise<Granted[]> {
  const rows = await db.execute<GrantedRow>(sql`
    select asked.ordinal, grants.department, count(distinct grants.sequence)::int as grants,
      array_agg(distinct field.coordinate) as fields
    from unnest(${sql.param(moments.map((moment) => moment.toISOString()))}::text[]) with ordinality as asked(at, ordinal)
    join grants on grants."from" <= asked.at::timestamptz
      and least(grants.until, coalesce(grants.ended_at, grants.until)) > asked.at::timestamptz
    cross join unnest(grants.fields) as field(coordinate)
    group by asked.ordinal, grants.department`);
  const byPlace = Map.groupBy(rows, ({ ordinal }) => Number(ordinal));
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
