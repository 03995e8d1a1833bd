import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Reads one of this folder's own tables, <name>.csv: UTF-8, header row. */
export function readTable<Column extends string>(
  name: 'departments' | 'filed-cases' | 'licences' | 'material-sources' | 'materials' | 'officials',
): Record<Column, string>[] {
  return parse(readFileSync(new URL(`./${name}.csv`, import.meta.url)), { columns: true });
}
