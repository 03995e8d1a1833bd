import { dateOfDay, GENERATED_SOURCE, type Population } from '@yiwang/population';
import type { CopyValue } from '@yiwang/subgraph-kit';
import { createCases } from './cases.ts';
import { authorityFor } from './departments.ts';
import { itemCodeFor } from './item-code.ts';
import type { Licence } from './licences.ts';

export const caseColumns = [
  'number',
  'service_item_code',
  'applicant_uscc',
  'region_code',
  'state',
  'decision',
  'received_on',
  'due_on',
  'decided_on',
  'timeline',
  'source',
] as const;

export const permitColumns = [
  'number',
  'name',
  'service_item_code',
  'holder_uscc',
  'issuing_authority',
  'region_code',
  'valid_from',
  'valid_until',
  'ended_on',
  'ended_by',
  'case_number',
  'source',
] as const;

export function* caseRows(population: Population): Generator<CopyValue[]> {
  const casesOf = createCases(population);
  for (let i = 0; i < population.size; i++) {
    const enterprise = population.enterprise(i);
    for (const { k, offer, course } of casesOf(i, enterprise)) {
      yield [
        caseNumber(enterprise.regionCode, course.receivedDay, i, k),
        itemCodeFor(offer, enterprise.regionCode),
        enterprise.uscc,
        enterprise.regionCode,
        course.state,
        course.decision,
        dateOfDay(course.receivedDay),
        dateOrNull(course.dueDay),
        dateOrNull(course.decidedDay),
        JSON.stringify(course.timeline),
        GENERATED_SOURCE,
      ];
    }
  }
}

export function* permitRows(population: Population): Generator<CopyValue[]> {
  const casesOf = createCases(population);
  const authorityOf = createAuthorities();
  for (let i = 0; i < population.size; i++) {
    const enterprise = population.enterprise(i);
    const { regionCode } = enterprise;
    for (const { k, offer, course, permit } of casesOf(i, enterprise)) {
      const { licence } = offer;
      if (permit === null || licence.permit === null) continue;
      yield [
        `${licence.permit.prefix}${regionCode}${serial(i, k)}`,
        licence.permit.name,
        itemCodeFor(offer, regionCode),
        enterprise.uscc,
        authorityOf(licence, regionCode),
        regionCode,
        dateOfDay(permit.fromDay),
        dateOrNull(permit.untilDay),
        dateOrNull(permit.ended?.day ?? null),
        permit.ended?.by ?? null,
        caseNumber(regionCode, course.receivedDay, i, k),
        GENERATED_SOURCE,
      ];
    }
  }
}

/** 办件编号: county, day of receipt, serial. */
function caseNumber(county: string, receivedDay: number, i: number, k: number): string {
  return `${county}${dateOfDay(receivedDay).replaceAll('-', '')}${serial(i, k)}`;
}

/** Enterprise and number of its case: unique, and the same at every scale. */
function serial(i: number, k: number): string {
  return String(i).padStart(8, '0') + String(k).padStart(2, '0');
}

function dateOrNull(day: number | null): string | null {
  return day === null ? null : dateOfDay(day);
}

/** The authority that issues a licence in a county: the department at the lowest level that runs it. */
function createAuthorities() {
  const names = new Map<string, string>();
  return (licence: Licence, county: string): string => {
    const key = `${licence.department.code}${licence.levels.at(-1)}${county}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = authorityFor(licence.department, county, licence.levels.at(-1)!);
    names.set(key, name);
    return name;
  };
}
