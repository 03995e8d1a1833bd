import { LAND_USES } from '@yiwang/codes';
import type { CopyValue } from '@yiwang/subgraph-kit';

export const landUseColumns = ['code', 'level', 'parent_code', 'name'] as const;

/** All of GB/T 21010-2017. */
export function* landUseRows(): Generator<CopyValue[]> {
  for (const { code, level, parent, name } of LAND_USES)
    yield [code, level === 'class' ? 1 : 2, parent, name];
}
