import { searchForm } from '@yiwang/codes';
import { GENERATED_SOURCE } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { readTable } from './read-table.ts';

export const materialSourceColumns = [
  'pattern',
  'coordinate',
  'department',
  'sharing',
  'basis',
  'note',
  'checked_at',
  'source',
] as const;

/** The day on which the mapping was compared with the schemas of this repository. */
const CHECKED = '2025-12-31T00:00:00Z';

/** Names of materials that are frequent in guides, and where the graph holds what they prove. */
export function* materialSourceRows(): Generator<CopyValue[]> {
  type Column = 'material' | 'coordinate' | 'department' | 'sharing' | 'basis' | 'note';
  for (const row of readTable<Column>('material-sources')) {
    const { material, coordinate, department, sharing, basis, note } = row;
    const checked = [coordinate, department, sharing, basis, note || null, CHECKED];
    yield [searchForm(material), ...checked, GENERATED_SOURCE];
  }
}
