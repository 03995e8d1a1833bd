import { regionRange } from '@yiwang/codes';
import { type SQL, sql } from 'drizzle-orm';
import type { CaseIndexPartName, ItemIndexPartName } from '../generated/types.ts';
import type { Month } from './months.ts';

/** Where indices are looked at: a region with all beneath it, or what is its own alone. */
export interface IndexScope {
  regionCode: string;
  month: Month;
  isOwnOnly: boolean;
}

/** 网上办理深度 from which on an item can be applied for online 互联网受理, and is handled there 互联网办理. */
const APPLIED_ONLINE_DEPTH = 4;
const HANDLED_ONLINE_DEPTH = 5;
/** Stars from which on an applicant is satisfied 满意. */
const SATISFIED_STARS = 4;

/** What each part asks of an item, by the columns of {@link itemFacts}. */
export const ITEM_PARTS = {
  ONLINE: sql`coalesce(online_depth >= ${sql.raw(String(APPLIED_ONLINE_DEPTH))}, false)`,
  IN_GRAPH: sql`is_published`,
  COUNTER: sql`visits is not null and department_code is not null`,
  SAME_AS_CATALOGUE: sql`not deviates`,
  COMPLETE: sql`is_complete`,
  UNDISPUTED: sql`not is_disputed`,
  HANDLED_ONLINE: sql`coalesce(online_depth >= ${sql.raw(String(HANDLED_ONLINE_DEPTH))}, false)`,
  NO_VISIT: sql`coalesce(visits = 0, false)`,
} as const satisfies Record<Exclude<ItemIndexPartName, 'OFFERED'>, SQL>;

/** The cases that each part looks at, and what it asks of them. */
export const CASE_PARTS = {
  FILED_ONLINE: {
    day: sql`received_on`,
    among: sql`(filed_by is null or submitted_at is not null)`,
    counts: sql`filed_by is not null`,
  },
  IN_TIME: {
    day: sql`decided_on`,
    among: sql`decision is not null and due_on is not null`,
    counts: sql`decided_on <= due_on`,
  },
  SATISFIED: {
    day: sql`decided_on`,
    among: sql`decision is not null and rating is not null`,
    counts: sql`rating >= ${sql.raw(String(SATISFIED_STARS))}`,
  },
} as const satisfies Record<CaseIndexPartName, { day: SQL; among: SQL; counts: SQL }>;

/** Whether a region is in the scope. An index on the column serves it. */
export function isInScope(column: SQL, { regionCode, isOwnOnly }: IndexScope): SQL {
  if (isOwnOnly) return sql`${column} = ${regionCode}`;
  const { from, to } = regionRange(regionCode);
  return sql`${column} >= ${from} and ${column} < ${to}`;
}

export function isInMonth(column: SQL, { from, until }: Month): SQL {
  return sql`${column} >= ${from}::date and ${column} < ${until}::date`;
}

/**
 * The items of a scope with what {@link ITEM_PARTS} ask for, as a subquery. Columns of a service item are those of the guide that is published now; where
 * another one held when the month ended, that is read.
 */
export function itemFacts(scope: IndexScope): SQL {
  const { month } = scope;
  const [start, end] = [month.from, month.until].map((day) => sql`${`${day}T00:00:00+08:00`}::timestamptz`);
  const isNow = sql`(held.state = 'PUBLISHED' or ever.item_code is null)`;
  return sql`(
    with returned as materialized (
      select distinct service_item_code as code, defect ->> 'about' as about
      from case_events join cases on number = case_number cross join jsonb_array_elements(details -> 'defects') as defect
      where action = 'RETURN' and at >= ${start} and at < ${end} and defect ->> 'about' is not null
    ), disputed as materialized (
      select distinct service_item_code as code from case_prefills join cases on number = case_number
      where verdict = 'DISPUTED' and read_at >= ${start} and read_at < ${end}
    )
    select item.code, item.region_code, item.department_code, held.version is not null as is_published,
      case when ${isNow} then item.online_depth else (held.guide ->> 'onlineDepth')::int end as online_depth,
      case when ${isNow} then item.visits else (held.guide ->> 'visits')::int end as visits,
      item.basis is not null and case when ${isNow} then
        cardinality(item.conditions) > 0 and item.materials is not null and jsonb_array_length(item.steps) > 0
        and item.statutory_days is not null and item.promised_days is not null and item.visits is not null
        and item.fee_cny is not null and item.online_depth is not null
      else held.version is not null end is true as is_complete,
      catalogue.basic_code is null or catalogue.search_name <> item.search_name or catalogue.type <> item.type
        or coalesce(catalogue.basis <> item.basis, false) as deviates,
      item.code in (select code from disputed) or exists (
        select from returned cross join jsonb_array_elements(item.materials) as material
        where returned.code = item.code and returned.about in (material ->> 'name', material ->> 'code')
      ) as is_disputed
    from service_items as item
    left join item_versions as held
      on held.item_code = item.code and held.published_at < ${end} and (held.superseded_at is null or held.superseded_at >= ${end})
    left join (select distinct item_code from item_versions where published_at is not null) as ever on ever.item_code = item.code
    left join catalogue_items as catalogue on catalogue.basic_code = item.basic_code
    where ${isInScope(sql`item.region_code`, scope)}
  ) as facts`;
}

/**
 * Each region of a scope that offers anything, with each item of the catalogue that its level of government carries out, and the first service
 * item by which it offers it, or null; as a subquery.
 */
export function coverageFacts(scope: IndexScope): SQL {
  const here = isInScope(sql`region_code`, scope);
  return sql`(
    select region_code, catalogue.basic_code, offered.code
    from (select distinct region_code from service_items where ${here}) as regions
    join catalogue_items as catalogue on catalogue.levels is null or
      case length(region_code) when 2 then 'PROVINCE' when 4 then 'CITY' when 6 then 'COUNTY' when 9 then 'TOWN' else 'VILLAGE' end
        = any(catalogue.levels)
    left join (
      select region_code, basic_code, min(code) as code from service_items where ${here} group by region_code, basic_code
    ) as offered using (region_code, basic_code)
  ) as facts`;
}
