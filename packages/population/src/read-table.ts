import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** Reads one of this package's own tables, data/<name>.csv: UTF-8, header row. */
export function readTable<Column extends string>(
  name: 'counties' | 'industries' | 'persons',
): Record<Column, string>[] {
  return parse(readFileSync(new URL(`../data/${name}.csv`, import.meta.url)), { columns: true });
}
