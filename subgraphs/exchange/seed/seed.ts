import { searchForm } from '@yiwang/codes';
import { readSettings } from '@yiwang/service/settings';
import type { CopyValue, DepartmentSeed } from '@yiwang/subgraph-kit';
import { parseRegion } from '../src/regions/region-level.ts';
import { type Division, listTowns, listUpperLevels, listVillages } from './divisions.ts';
import { seedSettings, villageProvinces } from './settings.ts';

const COLUMNS = ['code', 'level', 'parent_code', 'name', 'search_name', 'source'];

/** The regions of China. They are real, so the scale does not change them. */
export const seed: DepartmentSeed = {
  tables() {
    const { VILLAGE_PROVINCES } = readSettings(seedSettings, process.env);
    const divisions = [
      ...listUpperLevels(),
      ...listTowns(),
      ...listVillages(villageProvinces(VILLAGE_PROVINCES)),
    ];
    return [
      {
        table: 'regions',
        columns: COLUMNS,
        rows: toRows(divisions),
        expected: divisions.length,
        isReference: true,
      },
    ];
  },
};

function* toRows(divisions: readonly Division[]): Generator<CopyValue[]> {
  for (const { code, name } of divisions) {
    const place = parseRegion(code);
    yield [place.code, place.level, place.parentCode, name, searchForm(name), 'REGISTER'];
  }
}
