import { addDays, dayOf } from '@yiwang/codes/working-days';
import type { BuildingApplication, OpeningApplication, TransferApplication } from './application.ts';
import { momentOf } from './matter-applications.ts';

// What departments give for steps, where others name it.

/** As NAME_RESERVATION_DAYS of the department of enterprises is delivered. */
const RESERVATION_DAYS = 30;

/** The reservation of a name. Its sequence number is distinct from those of all other openings. Null before it was made. */
export function reservationOf(
  application: OpeningApplication,
): { sequence: number; id: string; at: Date; until: string } | null {
  const at = momentOf(application, 'name', 'DONE');
  const sequence = application.serial + 1;
  return (
    at && {
      sequence,
      id: `N-${String(sequence).padStart(8, '0')}`,
      at,
      until: addDays(dayOf(at), RESERVATION_DAYS),
    }
  );
}

/** The deed tax. Its sequence number is distinct from those of all other transfers. Null before it was assessed. */
export function deedTaxOf(
  application: TransferApplication,
): { sequence: number; id: string; at: Date; filedOn: string } | null {
  const at = momentOf(application, 'tax', 'DONE');
  if (!at) return null;
  const filedOn = dayOf(at);
  const sequence = application.serial + 1;
  return { sequence, id: `DT-${filedOn.slice(0, 4)}-${String(sequence).padStart(8, '0')}`, at, filedOn };
}

/** The number of the planning permit for the land; the letter tells it from those that a sequence gives out. Null when none was granted. */
export function planningPermitOf(application: BuildingApplication): string | null {
  const at = momentOf(application, 'land', 'GRANTED');
  const { region, serial } = application;
  return at && `地字第${region}${dayOf(at).slice(0, 4)}G${String(serial).padStart(5, '0')}号`;
}
