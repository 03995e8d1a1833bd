import { searchForm } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { z } from 'zod';
import type { MaterialHoldingState } from '../generated/types.ts';
import { lastWholeMonth, monthsBetween, readMonth } from '../indices/months.ts';
import type { Material } from '../tables.ts';
import type { NextGrantModel } from './abolishable-materials.ts';
import type { readResolveMaterial } from './read-resolve-material.ts';
import { type MaterialCoordinateModel, needsOf } from './resolve-material.ts';

/** A reference: services says how often steps were taken. */
export interface MatterPapersModel {
  /** Code of the matter. */
  matter: string;
  /** As services gives it: see {@link itemUseShape}. */
  itemUse: unknown;
}

/** By basic code: the applications of each of the last whole months, newest first, that took a step which is a case of the item. */
const itemUseShape = z.record(z.string().max(100), z.array(z.number().int().nonnegative()).max(100));

/** A material of a matter, and what the graph holds of it. */
export interface MatterMaterialModel {
  /** Basic codes, in their order. */
  items: string[];
  material: Material;
  state: MaterialHoldingState;
  coordinates: MaterialCoordinateModel[];
  note: string | null;
  applicationsAYear: number;
  papersAYear: number;
}

/** A material as the guides of all regions have it that carry out an item. */
export interface ItemMaterialRow extends Record<string, unknown> {
  item: string;
  /** The one that asks for most papers. */
  material: Material;
  /** True when no region's guide asks for it any more. */
  isAbolished: boolean;
  regions: string[];
}

const MONTHS = 12;
/** Services counts three years. */
const MAX_MONTHS_AGO = 24;

type ResolveMaterial = Awaited<ReturnType<typeof readResolveMaterial>>;

/** Reads the materials of items by their basic codes. Uses the index service_items_basic_code. */
export function createReadItemMaterials(db: PostgresJsDatabase) {
  return async (items: readonly string[]): Promise<ItemMaterialRow[]> => {
    const rows = await db.execute<ItemMaterialRow>(sql`
      select basic_code as item,
        (array_agg(material order by (material ->> 'originals')::int + (material ->> 'copies')::int desc, code))[1] as material,
        bool_and((material ->> 'fromSharedData')::boolean) as "isAbolished",
        array_agg(distinct coalesce(region_code, '')) as regions
      from service_items cross join jsonb_array_elements(materials) as material
      where basic_code = any(${sql.param([...items])}::text[])
      group by basic_code, material ->> 'name' order by basic_code, material ->> 'name'`);
    return [...rows];
  };
}

interface MatterMaterialsOptions {
  /** The materials of an item, by its basic code. */
  loadMaterials: (item: string) => Promise<ItemMaterialRow[]>;
  readResolve: () => ReturnType<typeof readResolveMaterial>;
  now: () => Date;
}

/**
 * Finds which materials of matters the graph holds, and what abolishing them saves. Each throws PublicError INVALID_ARGUMENT for a month
 * that is none, or is not counted.
 */
export function createMatterMaterials({ loadMaterials, readResolve, now }: MatterMaterialsOptions) {
  /** Most papers first, then by name. */
  async function list(
    { itemUse }: MatterPapersModel,
    until: string | null | undefined,
  ): Promise<MatterMaterialModel[]> {
    const applications = applicationsByItem(itemUse, newestMonth(until, now()));
    const items = [...applications.keys()].sort();
    const rows = (await Promise.all(items.map((item) => loadMaterials(item)))).flat();
    const resolve = await readResolve();
    // Guides write one name in several ways; it is one thing all the same.
    const byName = Map.groupBy(rows, ({ material }) => searchForm(material.name));
    return [...byName.values()]
      .map((same) => materialOf(same, applications, resolve))
      .sort((one, other) => other.papersAYear - one.papersAYear || (nameOf(one) < nameOf(other) ? -1 : 1));
  }

  return {
    list,

    /** What is missing for materials in the state NEEDS_GRANT: most papers first. */
    async nextGrants(papers: MatterPapersModel, until: string | null | undefined): Promise<NextGrantModel[]> {
      const lacking = (await list(papers, until)).filter(({ state }) => state === 'NEEDS_GRANT');
      const resolve = await readResolve();
      const groups = Map.groupBy(lacking, (one) => needsOf(resolve(nameOf(one))));
      return [...groups]
        .map(([needs, materials]): NextGrantModel => {
          const missing = new Set(needs.split(' '));
          const [first] = materials;
          return {
            coordinates: first!.coordinates.filter(({ coordinate }) => missing.has(coordinate)),
            names: materials.map(nameOf).sort(),
            materials: materials.length,
            items: new Set(materials.flatMap(({ items }) => items)).size,
            papersAYear: materials.reduce((sum, { papersAYear }) => sum + papersAYear, 0),
            note: first!.note,
          };
        })
        .sort((one, other) => other.papersAYear - one.papersAYear);
    },
  };
}

function nameOf({ material }: Pick<MatterMaterialModel, 'material'>): string {
  return material.name;
}

/** How many months before the last whole one the twelve end. */
function newestMonth(until: string | null | undefined, now: Date): number {
  if (until == null) return 0;
  const ago = monthsBetween(readMonth('until', until), lastWholeMonth(now));
  if (ago >= 0 && ago <= MAX_MONTHS_AGO) return ago;
  throw new PublicError(
    'INVALID_ARGUMENT',
    `until must be one of the ${MAX_MONTHS_AGO + 1} last whole months: applications are counted for three years.`,
    { details: { argument: 'until' } },
  );
}

/** Applications of twelve months, by basic code. */
function applicationsByItem(itemUse: unknown, from: number): ReadonlyMap<string, number> {
  const read = itemUseShape.safeParse(itemUse);
  if (!read.success)
    throw new PublicError('INVALID_ARGUMENT', 'MatterPapers.itemUse has no counts by basic codes.');
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  return new Map(
    Object.entries(read.data).map(([item, counts]) => [item, sum(counts.slice(from, from + MONTHS))]),
  );
}

/** @param same what guides of the matter's items say of one material; not empty */
function materialOf(
  same: readonly ItemMaterialRow[],
  applications: ReadonlyMap<string, number>,
  resolve: ResolveMaterial,
): MatterMaterialModel {
  const { material } = same.reduce((most, one) =>
    papersOf(one.material) > papersOf(most.material) ? one : most,
  );
  const items = [...new Set(same.map(({ item }) => item))];
  const applicationsAYear = Math.max(...items.map((item) => applications.get(item)!));
  const found = {
    ...{ items, material, applicationsAYear },
    papersAYear: applicationsAYear * papersOf(material),
  };
  const { state, coordinates, regions, note } = resolve(material.name);
  if (same.every(({ isAbolished }) => isAbolished)) {
    const held = coordinates.filter(({ coordinate }) => coordinate === material.heldBy?.resource);
    return { ...found, state: 'ABOLISHED', coordinates: held, note: null };
  }
  const isEverywhere =
    regions === null ||
    same.every((one) => one.regions.every((code) => regions.some((region) => code.startsWith(region))));
  return { ...found, state: isEverywhere ? state : 'NEEDS_GRANT', coordinates, note };
}

function papersOf({ originals, copies }: Material): number {
  return originals + copies;
}
