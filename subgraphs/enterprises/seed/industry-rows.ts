import { INDUSTRY_DIVISIONS, INDUSTRY_SECTIONS } from '@yiwang/codes';
import { COMMON_INDUSTRIES } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';

export const industryColumns = ['code', 'level', 'parent_code', 'name'] as const;

/**
 * Sections, divisions, and the classes that made-up enterprises belong to. The groups between them,
 * and all other classes, come with the import of the standard's table; until then a class hangs
 * beneath its division.
 */
export function* industryRows(): Generator<CopyValue[]> {
  for (const [code, name] of Object.entries(INDUSTRY_SECTIONS)) yield [code, 1, null, name];
  for (const [code, { section, name }] of INDUSTRY_DIVISIONS) yield [code, 2, section, name];
  for (const { code, name } of COMMON_INDUSTRIES) yield [code, 4, code.slice(0, 2), name];
}
