import { parseRegionCode } from '@yiwang/codes';
import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { CaseIndexPartName, ComparedLevel, ItemIndexPartName } from '../generated/types.ts';
import {
  CASE_PARTS,
  coverageFacts,
  type IndexScope,
  isInMonth,
  isInScope,
  ITEM_PARTS,
  itemFacts,
} from './index-facts.ts';
import { readMonth, thisMonth } from './months.ts';

type PartName = ItemIndexPartName | CaseIndexPartName;

/** How many count for a part, and how many there are. */
export interface IndexPartModel<Name extends PartName = PartName> {
  name: Name;
  scope: IndexScope;
  numerator: number;
  denominator: number;
}

export type ItemIndexModel = { parts: IndexPartModel<ItemIndexPartName>[] };
export type CaseIndexModel = { parts: IndexPartModel<CaseIndexPartName>[] };

/** Which statement counts the parts of an index. */
type Source = 'items' | 'coverage' | 'cases';

export interface ServiceIndicesModel extends IndexScope {
  count: (source: Source) => Promise<PartCounts>;
  compare: (by: ComparedLevel) => Promise<ServiceIndicesModel[]>;
}

type PartCounts = Partial<Record<PartName, { numerator: number; denominator: number }>>;
/** By the beginning of the region's code. */
type Groups = ReadonlyMap<string, PartCounts>;

const DIGITS: Readonly<Record<ComparedLevel, number>> = { CITY: 4, COUNTY: 6 };

/** Counts the five indices; the formulas are in the schema. */
export function createServiceIndices(db: PostgresJsDatabase, now: () => Date) {
  const counters: Readonly<Record<Source, (scope: IndexScope, digits: number) => Promise<Groups>>> = {
    items: countItems,
    coverage: countCoverage,
    cases: countCases,
  };

  /** @throws PublicError INVALID_ARGUMENT for what is no month */
  return function serviceIndices(region: string, month: string | null | undefined): ServiceIndicesModel {
    const scope: IndexScope = {
      regionCode: parseRegionCode(region).code,
      month: month == null ? thisMonth(now()) : readMonth('month', month),
      isOwnOnly: false,
    };
    return {
      ...scope,
      count: once(async (source) => only(await counters[source](scope, scope.regionCode.length))),
      compare: (by) => compare(scope, DIGITS[by]),
    };
  };

  /** One statement of each kind counts all regions of a level. */
  async function compare(scope: IndexScope, digits: number): Promise<ServiceIndicesModel[]> {
    if (scope.regionCode.length >= digits) return [];
    const [items, coverage, cases] = await Promise.all([
      countItems(scope, digits),
      countCoverage(scope, digits),
      countCases(scope, digits),
    ]);
    const groups = { items, coverage, cases };
    const codes = [...new Set([...items.keys(), ...coverage.keys(), ...cases.keys()])].sort();
    return codes.map((regionCode) => ({
      ...{ regionCode, month: scope.month, isOwnOnly: regionCode.length < digits },
      count: (source) => Promise.resolve(groups[source].get(regionCode) ?? {}),
      compare: () => Promise.resolve([]),
    }));
  }

  async function countItems(scope: IndexScope, digits: number): Promise<Groups> {
    const names = Object.keys(ITEM_PARTS) as (keyof typeof ITEM_PARTS)[];
    const counts = names.map(
      (name) => sql`count(*) filter (where ${ITEM_PARTS[name]})::int as ${sql.identifier(name)}`,
    );
    const rows = await db.execute<Record<string, number> & { region: string; items: number }>(sql`
      select left(region_code, ${digits}) as region, count(*)::int as items, ${sql.join(counts, sql`, `)}
      from ${itemFacts(scope)} group by 1`);
    return new Map(
      [...rows].map(({ region, items, ...of }) => [
        region,
        Object.fromEntries(names.map((name) => [name, { numerator: of[name]!, denominator: items }])),
      ]),
    );
  }

  async function countCoverage(scope: IndexScope, digits: number): Promise<Groups> {
    const rows = await db.execute<{ region: string; numerator: number; denominator: number }>(sql`
      select left(region_code, ${digits}) as region, count(code)::int as numerator, count(*)::int as denominator
      from ${coverageFacts(scope)} group by 1`);
    return new Map([...rows].map(({ region, ...OFFERED }) => [region, { OFFERED }]));
  }

  /** Uses the indexes cases_received_facts and cases_decided_facts. */
  async function countCases(scope: IndexScope, digits: number): Promise<Groups> {
    const names = Object.keys(CASE_PARTS) as CaseIndexPartName[];
    const parts = names.map((name) => {
      const { day, among, counts } = CASE_PARTS[name];
      return sql`select ${name} as name, left(region_code, ${digits}) as region, count(*) filter (where ${counts})::int as numerator,
        count(*)::int as denominator
        from cases where ${isInMonth(day, scope.month)} and ${isInScope(sql`region_code`, scope)} and ${among} group by 2`;
    });
    const rows = await db.execute<{ name: string; region: string; numerator: number; denominator: number }>(
      sql.join(parts, sql` union all `),
    );
    const groups = new Map<string, PartCounts>();
    for (const { name, region, ...counts } of rows) {
      groups.set(region, { ...groups.get(region), [name]: counts });
    }
    return groups;
  }
}

/** The part with its counts: nothing where a scope has none. */
export function partsOf<Name extends PartName>(
  scope: IndexScope,
  counts: PartCounts,
  names: readonly Name[],
): IndexPartModel<Name>[] {
  return names.map((name) => ({ name, scope, ...(counts[name] ?? { numerator: 0, denominator: 0 }) }));
}

function only(groups: Groups): PartCounts {
  return groups.values().next().value ?? {};
}

/** Counts each source once, however many indices ask for it. */
function once(count: (source: Source) => Promise<PartCounts>): (source: Source) => Promise<PartCounts> {
  const counted = new Map<Source, Promise<PartCounts>>();
  return (source) => {
    const found = counted.get(source) ?? count(source);
    counted.set(source, found);
    return found;
  };
}
