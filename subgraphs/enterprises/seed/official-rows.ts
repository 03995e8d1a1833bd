import { readFileSync } from 'node:fs';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { parse } from 'csv-parse/sync';

/** Before every made-up registration. */
const FIRST_DAY = '2019-01-01';

/** Decides what is made up. */
export const OFFICIAL = 'official-001';

export const officialColumns = ['user', 'region_code', 'since'] as const;

/** The officials of officials.csv, who decide registrations. */
export function* officialRows(): Generator<CopyValue[]> {
  const lines = parse<{ user: string; region: string }>(
    readFileSync(new URL('officials.csv', import.meta.url)),
    { columns: true },
  );
  for (const { user, region } of lines) yield [user, region, FIRST_DAY];
}
