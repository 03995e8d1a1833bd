import { hundredths } from '@yiwang/population/land';
import {
  type BuildingApplication,
  deedTaxOf,
  MATTER_CLIENT,
  type MatterApplication,
  momentOf,
  movesOf,
  planningPermitOf,
  type TransferApplication,
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
import type { LandCaseKind, PlanningForm, RegistrationForm } from '../src/cases/case-tables.ts';
import { LAND_CASE_KINDS } from '../src/cases/land-case-kinds.ts';
import { OFFICIAL } from './official-rows.ts';

export { filedCaseEventColumns as caseEventColumns } from '@yiwang/subgraph-kit/cases/made-up';

/** A case with its columns of this department. */
interface MadeUpLandCase extends MadeUpFiledCase {
  kind: LandCaseKind;
  unit: string | null;
  planningPermit: string | null;
  voidedAt: Date | null;
}

/** The cases of applications, as far as they have come. */
export function landCasesOf(
  transfers: readonly TransferApplication[],
  buildings: readonly BuildingApplication[],
): MadeUpLandCase[] {
  return [
    ...transfers.flatMap((transfer) =>
      landCase(transfer, 'registration', 'REAL_ESTATE_REGISTRATION', {
        unit: transfer.unit.code,
        planningPermit: null,
        form: { ...registrationForm(transfer) },
      }),
    ),
    ...buildings.flatMap((building) =>
      landCase(building, 'land', 'LAND_USE_PLANNING', {
        unit: null,
        planningPermit: planningPermitOf(building),
        form: { ...planningForm(building) },
      }),
    ),
  ];
}

/** Empty when the case was not filed. */
function landCase(
  application: MatterApplication,
  step: string,
  kind: LandCaseKind,
  more: Pick<MadeUpLandCase, 'unit' | 'planningPermit' | 'form'>,
): MadeUpLandCase[] {
  const steps = movesOf(application, step);
  if (steps.length === 0) return [];
  const { number, person, applicant, region, cases } = application;
  return [
    {
      number: cases[step]!,
      filedThrough: MATTER_CLIENT,
      reference: number,
      person: person.id,
      applicantUscc: applicant?.uscc ?? null,
      region,
      formVersion: null,
      kind,
      voidedAt: momentOf(application, step, 'GRANTED') && momentOf(application, step, 'UNDONE'),
      ...more,
      ...followSteps(LAND_CASE_KINDS[kind].times, steps[0]!.at, steps),
    },
  ];
}

function registrationForm(transfer: TransferApplication): RegistrationForm {
  const { holder, holderBefore, priceCny } = transfer;
  return { holderName: holder.name, holderBefore, priceCny, deedTax: deedTaxOf(transfer)?.id ?? null };
}

function planningForm({ projectName, address, parcel }: BuildingApplication): PlanningForm {
  return {
    projectName,
    location: address,
    areaM2: hundredths(parcel.outline.areaHundredthsM2),
    landUse: parcel.kind.landUse,
    parcel: parcel.code,
  };
}

export const caseColumns = [
  ...filedCaseColumns,
  'kind',
  'unit',
  'planning_permit',
  'voided_at',
  'void_reason',
] as const;

export function* caseRows(cases: readonly MadeUpLandCase[]): Generator<CopyValue[]> {
  for (const one of cases) {
    const voided = one.voidedAt === null ? [null, null] : [one.voidedAt.toISOString(), UNDONE];
    yield [...filedCaseValues(one), one.kind, one.unit, one.planningPermit, ...voided];
  }
}

export const caseEventRows = (cases: readonly MadeUpLandCase[]) => filedCaseEventRows(cases, OFFICIAL);
