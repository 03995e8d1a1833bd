import { foldWidth, normaliseName, repairCode, searchForm } from '@yiwang/codes';
import { Rejection, type Register, type RegisterRecord, requireText, upsert } from '@yiwang/subgraph-kit';
import type { Sql } from 'postgres';
import { isCode } from '../src/codes.ts';
import type { ServiceLevel } from '../src/generated/types.ts';
import { readType } from './read-type.ts';

/** 行使层级, highest first, as the register writes them in one cell. */
const LEVELS: readonly (readonly [name: string, level: ServiceLevel])[] = [
  ['国家级', 'NATION'],
  ['省级', 'PROVINCE'],
  ['市级', 'CITY'],
  ['县级', 'COUNTY'],
  ['乡级', 'TOWN'],
  ['村级', 'VILLAGE'],
];

/** The basic catalogue 基本目录 of a province: what must be the same wherever it is carried out. */
export const catalogueRegister: Register<ReturnType<typeof clean>> = {
  name: 'basic catalogue',
  columns: ['basic_code', 'item_name', 'task_type', 'task_type_name', 'basis', 'levels'],
  clean,
  keyOf: ({ basic_code }) => basic_code,
  store: (sql, rows) => upsert(sql, 'catalogue_items', ['basic_code'], rows),
};

function clean(record: RegisterRecord) {
  const code = repairCode(requireText('basic_code', record['basic_code']!));
  if (!isCode('CatalogueItem.basicCode', code)) {
    throw new Rejection('basic_code: it must have 12 letters and digits');
  }
  const name = normaliseName(requireText('item_name', record['item_name']!));
  return {
    basic_code: code,
    name,
    search_name: searchForm(name),
    type: readType(record['task_type']!, record['task_type_name']!),
    basis: normaliseName(record['basis']!) || null,
    levels: readLevels(record['levels']!),
    source: 'REGISTER',
  };
}

/** Levels with 、 or a comma between them. @returns an array as PostgreSQL writes it; null when the cell is empty */
function readLevels(text: string): string | null {
  const names = foldWidth(text)
    .split(/[、,;\s]+/)
    .filter(Boolean);
  if (names.length === 0) return null;
  for (const name of names) {
    if (!LEVELS.some(([known]) => known === name))
      throw new Rejection(`levels: ${name} is no level of government`);
  }
  const levels = LEVELS.filter(([name]) => names.includes(name)).map(([, level]) => level);
  return `{${levels.join(',')}}`;
}

/**
 * Adds to the catalogue what it does not hold of the items of another register: of several with one code, the first. The register of the
 * catalogue itself replaces it.
 *
 * @param rows of service_items
 */
export async function deriveCatalogue(
  sql: Sql,
  rows: readonly {
    basic_code: string | null;
    name: string;
    search_name: string;
    type: string;
    source: string;
  }[],
): Promise<void> {
  const derived = rows.flatMap(({ basic_code, name, search_name, type, source }) =>
    basic_code === null ? [] : [{ basic_code, name, search_name, type, source }],
  );
  if (derived.length === 0) return;
  await sql`insert into catalogue_items ${sql(derived)} on conflict (basic_code) do nothing`;
}
