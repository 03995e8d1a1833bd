import { parseRegionCode, searchForm } from '@yiwang/codes';
import {
  cleanCode,
  Rejection,
  type Register,
  type RegisterRecord,
  requireText,
  upsert,
} from '@yiwang/subgraph-kit';
import { parseRegion } from '../src/regions/region-level.ts';

/** Administrative divisions 统计用区划代码 of one or more levels. */
export const divisionRegister: Register<ReturnType<typeof clean>> = {
  name: 'administrative divisions',
  columns: ['code', 'level', 'parent', 'name'],
  // Tables of codes have the same columns, and numbers for levels.
  recognises: ({ level }) => /^[a-z]+$/.test(level!),
  clean,
  keyOf: ({ code }) => code,
  store: (sql, rows) => upsert(sql, 'regions', ['code'], rows),
};

/** The code says level and parent too; a line that contradicts itself is rejected, not guessed at. */
function clean(record: RegisterRecord) {
  const { code, level, parent } = cleanCode('code', record['code']!, parseRegionCode);
  if (record['level']!.trim() !== level) {
    throw new Rejection(`level is ${record['level']}, but the code ${code} is of level ${level}`);
  }
  const given = record['parent']!.trim();
  const above = given ? cleanCode('parent', given, parseRegionCode).code : null;
  if (above !== parent) {
    throw new Rejection(`parent is ${given || 'empty'}, but the code ${code} is beneath ${parent ?? 'none'}`);
  }
  const name = requireText('name', record['name']!);
  return {
    code,
    level: parseRegion(code).level,
    parent_code: parent,
    name,
    search_name: searchForm(name),
    source: 'REGISTER',
    original: record,
  };
}
