import type { CopyValue } from '@yiwang/subgraph-kit';

export const officialColumns = ['user', 'region_code', 'since'] as const;

/** Decides what is made up. */
export const OFFICIAL = 'official-001';

/** Made-up officials: one for the province, and one for 南京. */
const OFFICIALS = [
  [OFFICIAL, '32'],
  ['official-002', '3201'],
];
const SINCE = '2025-01-01';

export function* officialRows(): Generator<CopyValue[]> {
  for (const official of OFFICIALS) yield [...official, SINCE];
}
