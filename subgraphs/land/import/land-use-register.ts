import { repairCode } from '@yiwang/codes';
import { Rejection, type Register, type RegisterRecord, requireText, upsert } from '@yiwang/subgraph-kit';

/** GB/T 21010-2017 土地利用现状分类 as a table. */
export const landUseRegister: Register<ReturnType<typeof clean>> = {
  name: 'land use codes',
  columns: ['code', 'level', 'parent', 'name'],
  // Administrative divisions have the same columns, and words for levels.
  recognises: ({ level }) => /^[12]$/.test(level!),
  clean,
  keyOf: ({ code }) => code,
  store: (sql, rows) => upsert(sql, 'land_uses', ['code'], rows),
};

function clean(record: RegisterRecord) {
  const code = repairCode(record['code']!);
  if (!/^\d{2}(\d{2})?$/.test(code)) throw new Rejection('code: a land use code has 2 or 4 digits');
  const level = code.length / 2;
  const parent = level === 2 ? code.slice(0, 2) : null;
  if (record['level'] !== String(level)) {
    throw new Rejection(`level is ${record['level']}, but the code is of level ${level}`);
  }
  if ((record['parent'] || null) !== parent) {
    throw new Rejection(`parent is ${record['parent']}, but the code lies beneath ${parent ?? 'nothing'}`);
  }
  return { code, level, parent_code: parent, name: requireText('name', record['name']!) };
}
