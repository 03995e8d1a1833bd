import { searchForm } from '@yiwang/codes';
import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { parseRegion } from '../../src/regions/region-level.ts';

/** Real codes and names: a branch down to a village, a city without counties, a municipality with its placeholder. */
const REGIONS: readonly (readonly [code: string, name: string])[] = [
  ['11', '北京市'],
  ['1101', '市辖区'],
  ['110101', '东城区'],
  ['32', '江苏省'],
  ['3205', '苏州市'],
  ['320506', '吴中区'],
  ['320583', '昆山市'],
  ['320583100', '玉山镇'],
  ['320583100001', '同心社区'],
  ['320583101', '巴城镇'],
  ['44', '广东省'],
  ['4419', '东莞市'],
  ['441900003', '东城街道'],
];

export async function fillRegions({ sql }: TestDatabase): Promise<void> {
  const rows = REGIONS.map(([code, name]) => {
    const { level, parentCode } = parseRegion(code);
    return { code, level, parent_code: parentCode, name, search_name: searchForm(name), source: 'REGISTER' };
  });
  await sql`insert into regions ${sql(rows)}`;
}
