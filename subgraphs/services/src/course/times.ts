import type { MatterEventRow } from '../tables.ts';

/** Milliseconds of an application since it was submitted, by who had it. They add up to the time that passed. */
export interface MatterTimes {
  /** While people of departments had it. */
  officialMs: number;
  /** While only the applicant had it. */
  applicantMs: number;
  /** While only programs were at it. */
  machineMs: number;
}

type TimedEvent = Pick<MatterEventRow, 'at' | 'step' | 'to'>;

/**
 * Splits the time of an application that was submitted.
 *
 * @param events first event first
 * @param until the end of the time that is counted, when it is not over
 */
export function timesOf(events: readonly TimedEvent[], until: Date): MatterTimes {
  const times: MatterTimes = { officialMs: 0, applicantMs: 0, machineMs: 0 };
  const steps = new Map<string, string>();
  let since: number | null = null;
  for (const { at, step, to } of events) {
    const moment = Date.parse(at);
    if (since !== null) times[holderOf(steps)] += Math.max(0, moment - since);
    if (step !== null) steps.set(step, to);
    if (step === null && ENDS.has(to)) return times;
    if (since !== null || (step === null && to === 'IN_PROGRESS')) since = moment;
  }
  if (since !== null) times[holderOf(steps)] += Math.max(0, until.getTime() - since);
  return times;
}

const ENDS: ReadonlySet<string> = new Set(['COMPLETED', 'FAILED', 'WITHDRAWN']);

function holderOf(steps: ReadonlyMap<string, string>): keyof MatterTimes {
  const states = [...steps.values()];
  if (states.includes('AT_OFFICE')) return 'officialMs';
  return states.includes('RETURNED') ? 'applicantMs' : 'machineMs';
}
