import { dayOf } from '@yiwang/codes/working-days';
import { GENERATED_SOURCE, type Population } from '@yiwang/population';
import {
  CASE_STEPS,
  MATTER_CLIENT,
  type MatterApplication,
  matterApplications,
  momentOf,
  movesOf,
  UNDONE,
} from '@yiwang/population/matters';
import type { CopyValue } from '@yiwang/subgraph-kit';
import {
  filedCaseColumns,
  filedCaseEventRows,
  filedCaseValues,
  followSteps,
  type MadeUpFiledCase,
} from '@yiwang/subgraph-kit/cases/made-up';
import { parseServiceItemCode } from '../src/service-item-code.ts';
import { permitColumns } from './case-rows.ts';
import { authorityFor, PROVINCE } from './departments.ts';
import { entryAt } from './deviations.ts';
import { OFFICIAL, publishedVersions } from './filed-cases.ts';
import { itemCode, regionsOf } from './item-code.ts';
import { OFFERS, type Offer } from './offers.ts';

/** A case of a step of a matter. */
interface MadeUpMatterCase extends MadeUpFiledCase {
  offer: Offer;
  itemCode: string;
  /** When its permit was voided. Null when it was not. */
  voidedAt: Date | null;
}

/** Basic codes of the steps that this department decides, as the definitions of the matters have them. */
const ITEMS: Readonly<Record<string, string>> = {
  seal: '322009001000',
  food: '320131004001',
  works: '320115002001',
  construction: '320117001001',
};

/** The cases of matters, as far as they have come. */
export function matterCasesOf(population: Population): MadeUpMatterCase[] {
  const { openings, buildings } = matterApplications(population);
  const offers = new Map(
    OFFERS.flatMap((some) => [...some.values()]).map((offer) => [offer.basicCode, offer]),
  );
  const versions = publishedVersions();
  return [...openings, ...buildings].flatMap((application) =>
    Object.keys(application.cases)
      .filter((step) => CASE_STEPS[`${application.matter}/${step}`] === 'permits')
      .flatMap((step) => matterCase(application, step, offers.get(ITEMS[step]!)!, versions)),
  );
}

/** Empty when the case was not filed. */
function matterCase(
  application: MatterApplication,
  step: string,
  offer: Offer,
  versions: ReadonlyMap<string, number>,
): MadeUpMatterCase[] {
  const steps = movesOf(application, step);
  if (steps.length === 0) return [];
  const { number, person, region, cases } = application;
  const { statutoryDays, promisedDays } = offer;
  const form = answersOf(application);
  const code = itemOf(offer, region);
  return [
    {
      number: cases[step]!,
      filedThrough: MATTER_CLIENT,
      reference: number,
      person: person.id,
      applicantUscc: form.uscc,
      region,
      formVersion: versions.get(code)!,
      form,
      offer,
      itemCode: code,
      voidedAt: momentOf(application, step, 'UNDONE'),
      ...followSteps({ statutoryDays, promisedDays }, steps[0]!.at, steps),
    },
  ];
}

/** As the department finds it by its basic code: that of the city, or of the province where the city has none of this code. */
function itemOf(offer: Offer, region: string): string {
  const city = region.slice(0, 4);
  const isOffered =
    regionsOf(offer).some(({ code }) => code === city) && entryAt(offer, city).basicCode === offer.basicCode;
  return itemCode(offer, isOffered ? city : PROVINCE);
}

/** What the definition of the matter answers. */
function answersOf(application: MatterApplication) {
  const common = { contact: application.person.name, phone: application.phone, filedBy: 'SELF' };
  switch (application.matter) {
    case 'YJS320000001': {
      const { enterprise, registered, areaM2 } = application;
      const premises = { address: enterprise.address, areaM2 };
      return { enterpriseName: enterprise.name, uscc: registered!.uscc, ...common, premises };
    }
    case 'YJS320000003': {
      const { applicant, address, areaM2 } = application;
      return {
        enterpriseName: applicant.name,
        uscc: applicant.uscc,
        ...common,
        premises: { address, areaM2 },
      };
    }
    case 'YJS320000002':
      throw new Error('No step of this matter is a case here.');
  }
}

export const matterCaseColumns = [
  ...filedCaseColumns,
  'service_item_code',
  'department_code',
  'source',
  'voided_on',
] as const;

export function* matterCaseRows(cases: readonly MadeUpMatterCase[]): Generator<CopyValue[]> {
  for (const one of cases) {
    const { departmentCode } = parseServiceItemCode(one.itemCode);
    const voidedOn = one.voidedAt === null ? null : dayOf(one.voidedAt);
    yield [...filedCaseValues(one), one.itemCode, departmentCode, GENERATED_SOURCE, voidedOn];
  }
}

export const matterCaseEventRows = (cases: readonly MadeUpMatterCase[]) =>
  filedCaseEventRows(cases, OFFICIAL);

/** The permits of the cases that were granted, in the columns of permits. */
export function* matterPermitRows(cases: readonly MadeUpMatterCase[]): Generator<CopyValue[]> {
  for (const one of cases) {
    if (one.facts.decision === 'GRANTED' && one.voidedAt === null) yield permitOf(one);
  }
}

export const voidedPermitColumns = [
  'number',
  'case_number',
  'voided_at',
  'client',
  'reason',
  'permit',
  'permit_events',
] as const;

/** The permits that were voided, because a later step of the matter was denied or the applicant withdrew. */
export function* voidedPermitRows(cases: readonly MadeUpMatterCase[]): Generator<CopyValue[]> {
  for (const one of cases) {
    if (one.voidedAt === null) continue;
    const values = permitOf(one);
    const permit = Object.fromEntries(permitColumns.map((column, i) => [column, values[i]]));
    const { number, voidedAt } = one;
    yield [
      `XK${number}`,
      number,
      voidedAt.toISOString(),
      MATTER_CLIENT,
      UNDONE,
      JSON.stringify(permit),
      '[]',
    ];
  }
}

function permitOf({
  number,
  applicantUscc,
  offer,
  itemCode: code,
  region,
  facts,
}: MadeUpMatterCase): CopyValue[] {
  const { licence } = offer;
  return [
    `XK${number}`,
    licence.permit?.name ?? `${licence.name}证`,
    code,
    applicantUscc,
    authorityFor(licence.department, region, licence.levels.at(-1)!),
    region,
    facts.decidedOn,
    null,
    null,
    null,
    number,
    GENERATED_SOURCE,
  ];
}
