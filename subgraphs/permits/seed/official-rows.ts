import { childrenOfRegion } from '@yiwang/codes';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { DEPARTMENT_KINDS, PROVINCE, usccOf } from './departments.ts';

export const officialColumns = ['user', 'department_code', 'region_code', 'since'] as const;

/** Long before anything that they decide. */
const SINCE = '2020-01-01';

/** For the province and each city one official, `official-32` or `official-3204`, who decides for all departments there. */
export function* officialRows(): Generator<CopyValue[]> {
  for (const region of [PROVINCE, ...childrenOfRegion(PROVINCE).map(({ code }) => code)]) {
    for (const kind of DEPARTMENT_KINDS.values()) {
      yield [`official-${region}`, usccOf(kind, region), region, SINCE];
    }
  }
}
