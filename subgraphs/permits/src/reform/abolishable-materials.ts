import { regionRange, repairCode } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import {
  checkPageSize,
  type Connection,
  defineKeyset,
  type PageArguments,
  toPage,
} from '@yiwang/subgraph-kit';
import { type SQL, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { AbolishableMaterialFilter, MaterialHoldingState } from '../generated/types.ts';
import { checkFilter, readDepartment } from '../service-item-filter.ts';
import type { Material } from '../tables.ts';
import { lastWholeMonth, monthsBefore, readMonth } from '../indices/months.ts';
import { countReceived } from './received-totals.ts';
import { readResolveMaterial } from './read-resolve-material.ts';
import { type MaterialCoordinateModel, needsOf, type ResolvedMaterial } from './resolve-material.ts';
import type { ReadSharedFields } from './shared-fields.ts';

/** A material of an item, and what the graph holds of it. */
export interface AbolishableMaterialModel {
  itemCode: string;
  /** 1, 2, 3 … in its guide. */
  place: number;
  material: Material;
  state: MaterialHoldingState;
  coordinates: MaterialCoordinateModel[];
  note: string | null;
  casesAYear: number;
  papersAYear: number;
}

export type AbolishableMaterialConnectionModel = Connection<AbolishableMaterialModel>;

/** What would be abolished by the same grants. */
export interface NextGrantModel {
  coordinates: MaterialCoordinateModel[];
  names: string[];
  materials: number;
  items: number;
  papersAYear: number;
  note: string | null;
}

/** Which materials are looked at. */
export interface MaterialQuestion {
  items?: readonly string[] | null | undefined;
  filter?: AbolishableMaterialFilter | null | undefined;
  until?: string | null | undefined;
}

/** By papers a year, most first, then item and place. */
export const abolishableMaterialCursor = defineKeyset('abolishableMaterials', ['integer', 'text', 'integer']);

const MAX_ITEMS = 100;
const MONTHS = 12;

interface FoundRow extends Record<string, unknown> {
  itemCode: string;
  place: number;
  material: Material;
  state: MaterialHoldingState;
  casesAYear: number;
  papersAYear: number;
}

interface GroupRow extends Record<string, unknown> {
  needs: string;
  names: string[];
  materials: number;
  items: number;
  papersAYear: number;
}

/** Finds which materials the graph holds, and what abolishing them saves. */
export function createAbolishableMaterials(
  db: PostgresJsDatabase,
  readSharedFields: ReadSharedFields,
  now: () => Date,
) {
  return { list, ofItems, nextGrants };

  /** @throws PublicError INVALID_ARGUMENT, MALFORMED_CODE, UNKNOWN_CODE, CONTRADICTORY_FILTER, MALFORMED_CURSOR */
  async function list(
    question: MaterialQuestion,
    { first, after }: PageArguments,
  ): Promise<AbolishableMaterialConnectionModel> {
    checkPageSize(first);
    const behind = after == null ? undefined : behindMaterial(abolishableMaterialCursor.decode(after));
    const { ranked, resolved, statesWanted } = await rank(question);
    const wanted = sql`(${statesWanted}::text[] is null or state = any(${statesWanted}::text[]))`;
    // Counted with them: to rank all takes longer than to count.
    const rows = await db.execute<FoundRow & { total: number }>(sql`
      ${ranked}, wanted as (select *, (count(*) over ())::int as total from ranked where ${wanted})
      select code as "itemCode", place, material, state, cases as "casesAYear", papers as "papersAYear", total
      from wanted where ${behind ?? sql`true`} order by papers desc, code, place limit ${first + 1}`);
    const total = rows[0]?.total;
    return {
      ...toPage(
        [...rows].map((row) => modelOf(row, resolved)),
        first,
      ),
      async countAll() {
        if (total !== undefined) return total;
        const [none] = await db.execute<{ count: number }>(
          sql`${ranked} select count(*)::int as count from ranked where ${wanted}`,
        );
        return none!.count;
      },
    };
  }

  /** All materials of these items, by place in their guides. */
  async function ofItems(codes: readonly string[]): Promise<AbolishableMaterialModel[]> {
    const { ranked, resolved } = await rank(
      {},
      sql`service_items.code = any(${sql.param([...codes])}::text[])`,
    );
    const rows = await db.execute<FoundRow>(sql`
      ${ranked} select code as "itemCode", place, material, state, cases as "casesAYear", papers as "papersAYear"
      from ranked order by code, place`);
    return [...rows].map((row) => modelOf(row, resolved));
  }

  /** What is missing for materials in the state NEEDS_GRANT, by the grants that would abolish them: most papers first. */
  async function nextGrants(question: MaterialQuestion, first: number): Promise<NextGrantModel[]> {
    checkPageSize(first);
    const { ranked, resolved } = await rank(question);
    const rows = await db.execute<GroupRow>(sql`
      ${ranked} select needs, array_agg(distinct material ->> 'name' order by material ->> 'name') as names, count(*)::int as materials,
        count(distinct code)::int as items, sum(papers)::int as "papersAYear"
      from ranked where state = 'NEEDS_GRANT' group by needs order by sum(papers) desc, needs limit ${first}`);
    return [...rows].map(({ needs, ...row }) => {
      const { coordinates, note } = resolved.get(row.names[0]!)!;
      const missing = new Set(needs.split(' '));
      return { ...row, note, coordinates: coordinates.filter(({ coordinate }) => missing.has(coordinate)) };
    });
  }

  /** The statement's beginning, by which `ranked` has each material of the items with its state. */
  async function rank({ items, filter, until }: MaterialQuestion, chosen?: SQL) {
    const matching = chosen ?? conditions(items, filter);
    const last = until == null ? lastWholeMonth(now()) : readMonth('until', until);
    const resolve = await readResolveMaterial(db, readSharedFields);
    const names = await db.execute<{ name: string }>(sql`
      select distinct material ->> 'name' as name from service_items, jsonb_array_elements(materials) as material where ${matching}`);
    const resolved = new Map([...names].map(({ name }) => [name, resolve(name)]));
    const known = [...resolved].map(([name, found]) => ({
      name,
      state: found.state,
      regions: found.regions,
      needs: needsOf(found),
    }));
    const ranked = sql`
      with filed as (
        ${countReceived(monthsBefore(last, MONTHS - 1).from, last.until)}
      ), known as (
        select * from jsonb_to_recordset(${JSON.stringify(known)}::text::jsonb)
          as one(name text, state text, needs text, regions jsonb)
      ), ranked as (
        select service_items.code, place::int as place, material, coalesce(cases, 0) as cases,
          coalesce(cases, 0) * ((material ->> 'originals')::int + (material ->> 'copies')::int) as papers, needs,
          case
            when (material ->> 'fromSharedData')::boolean then 'ABOLISHED'
            when known.state = 'WITHIN_GRANT' and jsonb_typeof(regions) = 'array' and not exists (
              select from jsonb_array_elements_text(regions) as covered(region) where starts_with(region_code, region)
            ) then 'NEEDS_GRANT'
            else known.state
          end as state
        from service_items cross join jsonb_array_elements(materials) with ordinality as listed(material, place)
        join known on known.name = material ->> 'name' left join filed on filed.code = service_items.code
        where ${matching}
      )`;
    const states = filter?.states;
    if (states && states.length === 0) {
      throw new PublicError('CONTRADICTORY_FILTER', 'filter.states is empty: leave it out for all states.');
    }
    return { ranked, resolved, statesWanted: sql.param(states ? [...states] : null) };
  }
}

function modelOf(row: FoundRow, resolved: ReadonlyMap<string, ResolvedMaterial>): AbolishableMaterialModel {
  const { heldBy } = row.material;
  const { coordinates, note } = resolved.get(row.material.name)!;
  if (row.state !== 'ABOLISHED') return { ...row, coordinates, note };
  const held = heldBy && coordinates.filter(({ coordinate }) => coordinate === heldBy.resource);
  return { ...row, coordinates: held ?? [], note: null };
}

function conditions(
  items: MaterialQuestion['items'],
  filter: AbolishableMaterialFilter | null | undefined,
): SQL {
  if (items && (items.length === 0 || items.length > MAX_ITEMS)) {
    throw new PublicError(
      'INVALID_ARGUMENT',
      `items must have 1 to ${MAX_ITEMS} codes. Leave it out for all items.`,
    );
  }
  const { region, department } = filter ?? {};
  checkFilter({ region });
  const code = readDepartment({ department });
  const range = region ? regionRange(region) : null;
  return sql.join(
    [
      sql`true`,
      ...(items ? [sql`service_items.code = any(${sql.param(items.map(repairCode))}::text[])`] : []),
      ...(range
        ? [sql`service_items.region_code >= ${range.from} and service_items.region_code < ${range.to}`]
        : []),
      ...(code === null ? [] : [sql`service_items.department_code = ${code}`]),
    ],
    sql` and `,
  );
}

function behindMaterial([papers, code, place]: readonly string[]): SQL {
  return sql`(-papers, code, place) > (-(${papers}::bigint), ${code}::text, ${place}::bigint)`;
}
