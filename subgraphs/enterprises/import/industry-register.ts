import { INDUSTRY_LEVELS, parseIndustryCode } from '@yiwang/codes';
import {
  cleanCode,
  cleanText,
  Rejection,
  type Register,
  type RegisterRecord,
  requireText,
  upsert,
} from '@yiwang/subgraph-kit';

/** GB/T 4754-2017 国民经济行业分类 as a table. */
export const industryRegister: Register<ReturnType<typeof clean>> = {
  name: 'industry codes',
  columns: ['code', 'level', 'parent', 'name', 'note'],
  clean,
  keyOf: ({ code }) => code,
  store: (sql, rows) => upsert(sql, 'industries', ['code'], rows),
};

function clean(record: RegisterRecord) {
  const { code, level, parent } = cleanCode('code', record['code']!, parseIndustryCode);
  const number = INDUSTRY_LEVELS.indexOf(level) + 1;
  if (record['level'] !== String(number)) {
    throw new Rejection(`level is ${record['level']}, but the code is of level ${number}`);
  }
  return {
    code,
    level: number,
    parent_code: parent,
    name: requireText('name', record['name']!),
    note: cleanText(record['note']!),
  };
}
