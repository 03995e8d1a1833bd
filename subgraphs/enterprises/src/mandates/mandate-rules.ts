import { and, isNull, ne, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { MandateErrorCode, MandateState } from '../generated/types.ts';
import { type EnterpriseRow, enterprises } from '../tables.ts';
import { type MandateRow, mandates } from './mandate-tables.ts';

/** The most mandates in force of a person. Gateways rely on it. */
export const MAX_MANDATES = 200;

/**
 * The most mandates in force of a person for one enterprise. Low, because otherwise whoever gives mandates could count by
 * {@link MAX_MANDATES} how many the person has for others.
 */
export const MAX_MANDATES_OF_ENTERPRISE = 10;

export const MAX_YEARS = 3;
export const MAX_ITEMS = 100;
export const MAX_REASON_CHARACTERS = 500;

/** An enterprise that does not exist any more. Its mandates end with it (民法典 第一百七十三条 第五项). */
const ENDED = 'DEREGISTERED';

/** Statuses in which an enterprise gives no mandates: one whose licence is revoked 吊销 may only be wound up. */
const CLOSED: readonly EnterpriseRow['status'][] = [ENDED, 'REVOKED'];

export function hasEnded(status: EnterpriseRow['status']): boolean {
  return status === ENDED;
}

export function isClosed(status: EnterpriseRow['status']): boolean {
  return CLOSED.includes(status);
}

/**
 * Where a mandate stands.
 *
 * @param status of its enterprise
 * @param today the day in China
 */
export function stateOf(
  { revokedAt, until }: MandateRow,
  status: EnterpriseRow['status'],
  today: string,
): MandateState {
  if (revokedAt !== null) return 'REVOKED';
  if (until !== null && until < today) return 'EXPIRED';
  return hasEnded(status) ? 'TERMINATED' : 'IN_FORCE';
}

/**
 * True for mandates in force, in a statement that joins their enterprises: the same as {@link stateOf}.
 *
 * @param today the day in China
 */
export function inForce(today: string | Placeholder): SQL {
  const notExpired = sql`(${mandates.until} is null or ${mandates.until} >= ${today}::date)`;
  return and(isNull(mandates.revokedAt), notExpired, ne(enterprises.status, ENDED))!;
}

/** True for mandates that the person may see: the person's own, and those for enterprises of which it is the legal representative. */
export function visibleTo(person: string | SQL): SQL {
  return sql`(${mandates.person} = ${person} or exists (
    select from ${mandates} as representative join ${enterprises} as represented on represented.uscc = representative.uscc
    where representative.uscc = ${mandates.uscc} and representative.person = ${person}
      and representative.kind = 'LEGAL_REPRESENTATIVE' and representative.revoked_at is null
      and represented.status <> ${ENDED}))`;
}

/** The codes with which commands on mandates are rejected. */
export type MandateCode = MandateErrorCode;
