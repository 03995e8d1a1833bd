import { readTable } from './read-table.ts';
import { createWeightTable } from './weight-table.ts';

export interface CommonIndustry {
  /** 4 digits: a class of GB/T 4754-2017. */
  code: string;
  /** Its name in the standard. */
  name: string;
  /** What an enterprise of the class calls its trade in its name. */
  words: readonly string[];
  /** Items of a business scope that need a permit (许可项目); may be empty. */
  licensed: readonly string[];
  /** Items that need none (一般项目). */
  general: readonly string[];
}

const rows = readTable<'code' | 'name' | 'weight' | 'words' | 'licensed' | 'general'>('industries');

/** The classes that made-up enterprises belong to, in order of code: the most common ones of the province. */
export const COMMON_INDUSTRIES: readonly CommonIndustry[] = rows.map((row) => ({
  code: row.code,
  name: row.name,
  words: row.words.split(' '),
  licensed: row.licensed === '' ? [] : row.licensed.split('；'),
  general: row.general.split('；'),
}));

export const INDUSTRY_WEIGHTS = createWeightTable(
  COMMON_INDUSTRIES.map((industry, index) => [industry, Number(rows[index]!.weight)] as const),
);
