import { parseIndustryCode } from '@yiwang/codes';
import type { FilingPeriod, TaxKind } from '../enums.ts';

export interface AssessmentRule {
  kind: TaxKind;
  filingPeriod: FilingPeriod;
  /** Divisions of GB/T 4754 that owe it, first and last of each range. Null for every taxpayer. */
  divisions: readonly (readonly [first: number, last: number])[] | null;
  basis: string;
}

/**
 * What a tax office decides 税种核定 when a taxpayer registers. A new taxpayer is a small-scale one 小规模纳税人 until it asks to be a
 * general one, and so declares VAT, and what is computed on it, by quarter.
 */
export const ASSESSMENT_RULES: readonly AssessmentRule[] = [
  {
    kind: 'VALUE_ADDED_TAX',
    filingPeriod: 'QUARTERLY',
    divisions: null,
    basis: '增值税暂行条例实施细则 第三十九条',
  },
  {
    kind: 'CORPORATE_INCOME_TAX',
    filingPeriod: 'QUARTERLY',
    divisions: null,
    basis: '企业所得税法 第五十四条',
  },
  {
    kind: 'INDIVIDUAL_INCOME_TAX',
    filingPeriod: 'MONTHLY',
    divisions: null,
    basis: '个人所得税法 第十四条',
  },
  {
    kind: 'URBAN_CONSTRUCTION_TAX',
    filingPeriod: 'QUARTERLY',
    divisions: null,
    basis: '城市维护建设税法 第七条',
  },
  { kind: 'STAMP_DUTY', filingPeriod: 'YEARLY', divisions: null, basis: '印花税法 第十六条' },
  {
    kind: 'CONSUMPTION_TAX',
    filingPeriod: 'QUARTERLY',
    divisions: [
      [15, 16],
      [25, 25],
    ],
    basis: '消费税暂行条例 第十四条',
  },
  { kind: 'RESOURCE_TAX', filingPeriod: 'QUARTERLY', divisions: [[6, 12]], basis: '资源税法 第十二条' },
  {
    kind: 'ENVIRONMENTAL_PROTECTION_TAX',
    filingPeriod: 'QUARTERLY',
    divisions: [
      [13, 43],
      [44, 46],
    ],
    basis: '环境保护税法 第十八条',
  },
];

/**
 * The taxes that a new taxpayer must declare.
 *
 * @param industry well-formed code of GB/T 4754; a section, or null, owes only what all owe
 */
export function taxesOf(industry: string | null): readonly AssessmentRule[] {
  const division = industry === null ? null : parseIndustryCode(industry).division;
  return ASSESSMENT_RULES.filter(
    ({ divisions }) =>
      divisions === null ||
      (division !== null &&
        divisions.some(([first, last]) => Number(division) >= first && Number(division) <= last)),
  );
}
