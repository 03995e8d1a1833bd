import type { Sql } from 'postgres';

/** Persons who apply for themselves; each has one in so many of half of the cases. */
const PERSONS = 2_000;
/** Items that all cases are about: so that offices have much to do. */
const ITEMS = 40;

/** Whose lists are measured. */
export interface FilledCases {
  /** `sub` of a person who applies for himself. */
  person: string;
  /** USCC of an enterprise. */
  enterprise: string;
  /** `sub` of an official. */
  official: string;
  /** An item whose form takes the answers of submission-form.ts. */
  item: string;
  /** How many cases each of them has. */
  counts: { person: number; enterprise: number; official: number };
}

/**
 * Adds cases at every state, half of them of persons and half of enterprises, three in ten at the office; and an official of the
 * office that has most to do.
 *
 * @param sql of the database of permits, as its owner
 * @param usccs of enterprises that apply
 */
export async function fillCases(sql: Sql, count: number, usccs: readonly string[]): Promise<FilledCases> {
  await sql`
    with items as (
      select row_number() over (order by code) - 1 as place, code, department_code, region_code from (
        select i.* from service_items i join item_versions v on v.item_code = i.code and v.state = 'PUBLISHED'
        where i.department_code is not null and i.region_code is not null order by code limit ${ITEMS}) as first_ones
    )
    insert into cases (number, state, version, applicant_uscc, applicant_user, filed_by, form_version, form, submitted_at,
      decision, decided_on, accepted_on, due_on, statutory_due_on, act_by, suspended_on,
      service_item_code, department_code, region_code, received_on, source)
    select 'BENCH-' || i, state, 3,
      case when i % 2 = 0 then (string_to_array(${usccs.join(',')}, ','))[1 + (i / 2) % ${usccs.length}::int] end,
      case when i % 2 = 1 then 'bench-person-' || (i / 2) % ${PERSONS}::int end,
      'bench-person-' || i % ${PERSONS}::int, 1, '{"contact": "张三", "phone": "13800138000"}'::jsonb, now(),
      case when state = 'DELIVERED' then 'GRANTED' end,
      case when state = 'DELIVERED' then current_date - i % 500 end,
      case when state in ('DELIVERED', 'ACCEPTED', 'UNDER_REVIEW') then current_date - i % 500 end,
      case when state in ('DELIVERED', 'ACCEPTED', 'UNDER_REVIEW') then current_date + i % 20 end,
      case when state in ('DELIVERED', 'ACCEPTED', 'UNDER_REVIEW') then current_date + i % 30 end,
      case when state in ('SUBMITTED', 'ACCEPTED', 'UNDER_REVIEW') then current_date + i % 20 end,
      null, code, department_code, region_code, current_date - i % 700, 'GRAPH'
    from generate_series(0, ${count - 1}::int) as i
      join items on place = (i / 7) % (select count(*) from items)
      cross join lateral (select (array['DRAFT', 'SUBMITTED', 'ACCEPTED', 'UNDER_REVIEW', 'DELIVERED',
        'DELIVERED', 'DELIVERED', 'DELIVERED', 'DELIVERED', 'DELIVERED'])[1 + (i / 3) % 10] as state) as chosen`;
  await sql`vacuum analyze cases`;

  const person = 'bench-person-1';
  const official = 'bench-official';
  const [enterprise] = usccs;
  const [office] = await sql<{ department: string; region: string; count: number }[]>`
    select department_code as department, region_code as region, count(*)::int as count
    from cases where act_by is not null and source = 'GRAPH' group by 1, 2 order by count(*) desc limit 1`;
  await sql`insert into officials ${sql({
    user: official,
    department_code: office!.department,
    region_code: office!.region,
    since: '2020-01-01',
  })}`;
  const [renewal] = await sql<{ code: string }[]>`
    select item_code as code from item_versions join service_items on code = item_code
    where state = 'PUBLISHED' and region_code is not null and form::jsonb->'properties' ? 'hasChanged' order by 1 limit 1`;
  const [own] = await sql<{ person: number; enterprise: number }[]>`
    select (select count(*)::int from cases where applicant_user = ${person}) as person,
      (select count(*)::int from cases where applicant_uscc = ${enterprise!}) as enterprise`;
  return {
    person,
    enterprise: enterprise!,
    official,
    item: renewal!.code,
    counts: { ...own!, official: office!.count },
  };
}
