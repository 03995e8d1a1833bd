import { parseRealEstateUnitCode } from '@yiwang/codes';
import { type Db, userError } from '@yiwang/subgraph-kit';
import type { ActingPrincipal } from '@yiwang/subgraph-kit/cases';
import { dayOf } from '@yiwang/codes/working-days';
import { eq, sql } from 'drizzle-orm';
import type { LandCaseErrorCode } from '../generated/types.ts';
import { parcels } from '../tables.ts';
import type { LandCaseKind, LandCaseRow, PlanningForm, RegistrationForm } from './case-tables.ts';
import { type Answers, planningForm, registrationForm } from './check-input.ts';
import { type Holder, lockUnit, requireFree, requireHolder } from './units.ts';

/** Where a case is filed, and for whom. */
interface Place {
  region: string;
  reference: string;
  applicantUscc: string | null;
  isNew: boolean;
}

const ENDED: readonly LandCaseRow['state'][] = ['NOT_ACCEPTED', 'DECIDED', 'DELIVERED', 'WITHDRAWN'];

/** Whether nothing more is decided about a case. */
export function hasEnded({ state }: LandCaseRow): boolean {
  return ENDED.includes(state);
}

/**
 * What is applied for, by the one of the answers that is given.
 *
 * @throws UserErrors CONTRADICTORY_INPUT
 */
export function kindOf({ registration, planning }: Answers, path: string[]): LandCaseKind {
  if (registration && !planning) return 'REAL_ESTATE_REGISTRATION';
  if (planning && !registration) return 'LAND_USE_PLANNING';
  throw userError<LandCaseErrorCode>(
    'CONTRADICTORY_INPUT',
    'Give either registration or planning: a case is for one of them.',
    [...path, 'planning'],
  );
}

/**
 * The columns of a case that its answers fill. Locks the unit of a registration.
 *
 * @param path path of the argument that holds the answers
 * @throws UserErrors for what is malformed, and UNKNOWN_UNIT, WRONG_REGION, UNIT_HELD, NOT_HOLDER, ALREADY_HOLDER, UNKNOWN_PARCEL
 */
export async function columnsOf(
  tx: Db,
  caller: ActingPrincipal,
  { registration, planning }: Answers,
  { region, reference, applicantUscc, isNew }: Place,
  path: string[],
): Promise<Pick<LandCaseRow, 'unit' | 'form'>> {
  if (registration) {
    const at = [...path, 'registration'];
    const form = registrationForm(registration, at);
    const code = registration.unit;
    const { county } = parseRealEstateUnitCode(code).parcel;
    if (!county.startsWith(region) && !region.startsWith(county)) {
      throw userError<LandCaseErrorCode>(
        'WRONG_REGION',
        `${code} lies in ${county}: file its registration there, or in a region above or beneath it.`,
        [...path, 'region'],
      );
    }
    const unit = await lockUnit(tx, code, [...at, 'unit']);
    await requireFree(tx, caller, code, reference, [...at, 'unit'], isNew);
    requireHolder(unit, form, { uscc: applicantUscc, name: form.holderName }, [...at, 'holderBefore']);
    return { unit: code, form: { ...form } };
  }
  const at = [...path, 'planning'];
  const form = planningForm(planning!, at);
  if (form.parcel !== null) {
    const [parcel] = await tx
      .select({ code: parcels.code })
      .from(parcels)
      .where(eq(parcels.code, form.parcel));
    if (!parcel) {
      throw userError<LandCaseErrorCode>('UNKNOWN_PARCEL', `The register holds no parcel ${form.parcel}.`, [
        ...at,
        'parcel',
      ]);
    }
  }
  return { unit: null, form: { ...form } };
}

/** What a case says that is a registration. */
export function registrationOf({ form }: LandCaseRow): RegistrationForm {
  return form as unknown as RegistrationForm;
}

/** What a case says that is for a planning permit. */
export function planningOf({ form }: LandCaseRow): PlanningForm {
  return form as unknown as PlanningForm;
}

/** Who becomes the holder of the unit when the case is granted. */
export function acquirerOf(row: LandCaseRow): Holder {
  return { uscc: row.applicantUscc, name: registrationOf(row).holderName };
}

/** The number of a new planning permit 建设用地规划许可证: 地字第320102202600017号 has the region, the year, and a number that no other has. */
export async function nextPlanningPermit(tx: Db, region: string, at: Date): Promise<string> {
  const [row] = await tx.execute<{ next: string }>(sql`select nextval('planning_permits')::text as next`);
  return `地字第${region.slice(0, 6).padEnd(6, '0')}${dayOf(at).slice(0, 4)}${row!.next.padStart(5, '0')}号`;
}
