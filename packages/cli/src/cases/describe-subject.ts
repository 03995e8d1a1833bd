import { moment } from '../report/style.ts';
import type { WholeCase } from './answers.ts';

/** What enterprises and land decide on, as facts of a case; empty for other departments. */
export function subjectFacts(one: WholeCase): [string, string][] {
  const { registration, planning, type, industry } = one;
  const money = (yuan: string | number | null | undefined) => (yuan == null ? '' : `${yuan} yuan`);
  return [
    ['kind of enterprise', type ? `${type.code ?? ''} ${type.name}`.trim() : ''],
    ['industry', industry ? `${industry.code} ${industry.name}` : ''],
    ['capital', money(one.capitalCny)],
    ['scope', one.businessScope ?? ''],
    ['address', one.address ?? ''],
    ['registered as', one.uscc ?? ''],
    ['unit', registration?.unit?.code ?? ''],
    ['holder', registration?.holderName ?? ''],
    ['holder before', registration?.holderBefore ?? ''],
    ['price', money(registration?.priceCny)],
    ['deed tax', registration?.deedTax ?? ''],
    ['project', planning ? `${planning.projectName}, ${planning.location}` : ''],
    ['area', planning ? `${planning.areaM2} m²` : ''],
    ['land use', planning?.landUse ? `${planning.landUse.code} ${planning.landUse.name}` : ''],
    ['planning permit', planning?.permit ?? ''],
    [
      'voided',
      one.voidedOn ?? (one.voidedAt ? `${moment(one.voidedAt)} ${one.voidReason ?? ''}`.trim() : ''),
    ],
  ];
}
