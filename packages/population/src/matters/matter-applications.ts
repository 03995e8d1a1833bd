import type { Population } from '../population.ts';
import type {
  BuildingApplication,
  CaseMove,
  MatterApplication,
  OpeningApplication,
  TransferApplication,
} from './application.ts';
import { buildings } from './buildings.ts';
import { openings } from './openings.ts';
import { transfers } from './transfers.ts';

/** The applications of a population, by matter. */
export interface MatterApplications {
  openings: readonly OpeningApplication[];
  transfers: readonly TransferApplication[];
  buildings: readonly BuildingApplication[];
}

/**
 * The applications for the three matters that several departments have taken steps of: a pure function of the population, so that all
 * departments agree on them. A larger population has those of the smaller one, and more.
 */
export function matterApplications(population: Population): MatterApplications {
  return {
    openings: [...openings(population)],
    transfers: [...transfers(population)],
    buildings: [...buildings(population)],
  };
}

/** When a step was done, undone or decided in some way. Null when that did not happen. */
export function momentOf(
  { history }: Pick<MatterApplication, 'history'>,
  step: string,
  what: 'DONE' | 'UNDONE' | 'GRANTED' | 'SUBMIT',
): Date | null {
  const found = history.find((entry) => {
    if (!('step' in entry) || entry.step !== step) return false;
    if (entry.what !== 'CASE') return entry.what === what;
    const { move } = entry;
    return move.action === 'DECIDE' ? move.decision === what : move.action === what;
  });
  return found?.at ?? null;
}

/** The client that takes applications through departments. */
export const MATTER_CLIENT = 'services-service';

/** The moves of the case of a step, first one first. Empty when it was not filed. */
export function movesOf(
  { history }: Pick<MatterApplication, 'history'>,
  step: string,
): { at: Date; step: CaseMove }[] {
  return history.flatMap((entry) =>
    entry.what === 'CASE' && entry.step === step ? [{ at: entry.at, step: entry.move }] : [],
  );
}
