import type { Desk } from '../model.ts';
import { enterprises } from './enterprises.ts';
import { land } from './land.ts';
import { permits } from './permits.ts';

/** The departments whose officials decide cases. */
const DESKS: readonly Desk[] = [permits, enterprises, land];

/** @returns undefined for a department that has no cases */
export function deskOf(department: string | null | undefined): Desk | undefined {
  return DESKS.find((desk) => desk.department === department);
}
