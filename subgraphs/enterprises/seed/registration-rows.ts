import { searchForm } from '@yiwang/codes';
import {
  MATTER_CLIENT,
  momentOf,
  movesOf,
  type OpeningApplication,
  reservationOf,
} from '@yiwang/population/matters';
import type { CopyValue } from '@yiwang/subgraph-kit';
import {
  filedCaseColumns,
  filedCaseEventRows,
  filedCaseValues,
  followSteps,
  type MadeUpFiledCase,
} from '@yiwang/subgraph-kit/cases/made-up';
import { REGISTRATION_TIMES } from '../src/registrations/registration-commands.ts';
import { OFFICIAL } from './official-rows.ts';

export { filedCaseEventColumns as caseEventColumns } from '@yiwang/subgraph-kit/cases/made-up';

/** A registration that was applied for, with the application that it is part of. */
export interface MadeUpRegistration extends MadeUpFiledCase {
  opening: OpeningApplication;
}

/** The registrations of the openings, as far as they have come. */
export function registrationsOf(openings: readonly OpeningApplication[]): MadeUpRegistration[] {
  return openings.flatMap((opening) => {
    const steps = movesOf(opening, 'registration');
    if (steps.length === 0) return [];
    const { number, person, region, cases } = opening;
    return [
      {
        opening,
        number: cases['registration']!,
        filedThrough: MATTER_CLIENT,
        reference: number,
        person: person.id,
        applicantUscc: null,
        region,
        formVersion: null,
        form: null,
        ...followSteps(REGISTRATION_TIMES, steps[0]!.at, steps),
      },
    ];
  });
}

export const reservationColumns = [
  'sequence',
  'name',
  'search_name',
  'region_code',
  'reserved_through',
  'reference',
  'reserved_at',
  'until',
  'case_number',
  'ended',
] as const;

export function* reservationRows(openings: readonly OpeningApplication[]): Generator<CopyValue[]> {
  for (const opening of openings) {
    const reservation = reservationOf(opening);
    if (!reservation) continue;
    const { number, region, enterprise, cases } = opening;
    const ended = endOf(opening);
    yield [
      reservation.sequence,
      enterprise.name,
      searchForm(enterprise.name),
      region,
      MATTER_CLIENT,
      number,
      reservation.at.toISOString(),
      reservation.until,
      ended === null ? cases['registration']! : null,
      ended,
    ];
  }
}

/** How a reservation has ended; null while its case is open. */
function endOf(opening: OpeningApplication): string | null {
  if (momentOf(opening, 'registration', 'GRANTED')) return 'REGISTERED';
  return momentOf(opening, 'name', 'UNDONE') ? 'RELEASED' : null;
}

export const registrationColumns = [
  ...filedCaseColumns,
  'reservation',
  'name',
  'type_code',
  'industry_code',
  'capital_cny',
  'business_scope',
  'address',
  'uscc',
] as const;

export function* registrationRows(registrations: readonly MadeUpRegistration[]): Generator<CopyValue[]> {
  for (const registration of registrations) {
    const { opening, facts } = registration;
    const { name, typeCode, industryCode, capitalCny, businessScope, address } = opening.enterprise;
    yield [
      ...filedCaseValues(registration),
      reservationOf(opening)!.id,
      name,
      typeCode,
      industryCode,
      capitalCny,
      businessScope,
      address,
      facts.decision === 'GRANTED' ? opening.registered!.uscc : null,
    ];
  }
}

export const registrationEventRows = (registrations: readonly MadeUpRegistration[]) =>
  filedCaseEventRows(registrations, OFFICIAL);
