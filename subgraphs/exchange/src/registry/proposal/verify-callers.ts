import { type Probe, probeOperations } from '@yiwang/composition';
import { ENFORCES_HEADER } from '@yiwang/identity';
import type { ClientTls } from '@yiwang/service/tls';
import { and, eq, sql } from 'drizzle-orm';
import { GraphQLError } from 'graphql';
import type { Db } from '../../shared/database.ts';
import type { UserErrorModel } from '../../shared/user-errors.ts';
import { verifiedAddresses } from '../../tables/registry-tables.ts';
import type { Proposal } from './check-proposals.ts';
import { probeDepartment } from './probe-department.ts';

export interface Verification {
  /** Departments that restrict fields, and verify their callers. */
  verified: Pick<Proposal, 'department' | 'url'>[];
  /** One sentence for each department that was verified before, but cannot be reached now. */
  hints: string[];
  userErrors: UserErrorModel[];
}

/**
 * Checks that departments with restricted fields deny callers other than gateways. For a department that is down, the last result
 * at the same address counts.
 *
 * @param field returns the path of the argument that an error is about
 */
export async function verifyCallers(
  db: Db,
  proposals: readonly Proposal[],
  field: (proposal: Proposal) => string[],
  tls?: Pick<ClientTls, 'of'>,
): Promise<Verification> {
  const found: Verification = { verified: [], hints: [], userErrors: [] };
  await Promise.all(proposals.map((proposal) => verifyOne(db, proposal, field(proposal), found, tls)));
  return found;
}

async function verifyOne(
  db: Db,
  { department, url, sdl }: Proposal,
  field: string[],
  { verified, hints, userErrors }: Verification,
  tls?: Pick<ClientTls, 'of'>,
): Promise<void> {
  const probe = readProbe(department, sdl);
  if (!probe || probe.restricted.length === 0) return;
  const outcome = await probeDepartment(department, url, probe, tls?.of(department));
  const restricts = `${department} restricts ${probe.restricted.slice(0, 3).join(', ')}${probe.restricted.length > 3 ? ' and more' : ''}`;
  if (outcome.kind === 'VERIFIES') {
    verified.push({ department, url });
  } else if (outcome.kind === 'ANSWERS_ANYONE') {
    const message = `${restricts}, but does not verify its callers: ${outcome.reason}. It must deny every caller other than a gateway (docs/adding-a-department.md, "In another language").`;
    userErrors.push({ code: 'CALLERS_NOT_VERIFIED', message, field });
  } else if (outcome.kind === 'RULES_NOT_ENFORCED') {
    const message = `${restricts}, but does not state that it enforces the rules for them: ${outcome.missing.join(', ')}. Once it enforces them, it must answer requests without an assertion with the header "${ENFORCES_HEADER}: ${probe.rules.join(', ')}" (docs/adding-a-department.md, "In another language").`;
    userErrors.push({ code: 'RULES_NOT_ENFORCED', message, field });
  } else if (await wasVerified(db, department, url)) {
    hints.push(
      `${department} cannot be reached now (${outcome.reason}). It is accepted because it verified its callers at this address before.`,
    );
  } else {
    const message = `${restricts}, but cannot be reached to test whether it verifies its callers: ${outcome.reason}. Start it, then publish it.`;
    userErrors.push({ code: 'DEPARTMENT_UNREACHABLE', message, field });
  }
}

/** Null when the SDL cannot be parsed: composition reports that. */
function readProbe(department: string, sdl: string): Probe | null {
  try {
    return probeOperations(department, sdl);
  } catch (error) {
    if (error instanceof GraphQLError || error instanceof RangeError) return null;
    throw error;
  }
}

async function wasVerified(db: Db, department: string, url: string): Promise<boolean> {
  const rows = await db
    .select({ url: verifiedAddresses.url })
    .from(verifiedAddresses)
    .where(and(eq(verifiedAddresses.department, department), eq(verifiedAddresses.url, url)));
  return rows.length > 0;
}

/** Stores that departments verify their callers, for publications while they are down. */
export async function storeVerified(db: Db, verified: Verification['verified']): Promise<void> {
  for (const { department, url } of verified) {
    await db
      .insert(verifiedAddresses)
      .values({ department, url, verifiedAt: sql`now()` })
      .onConflictDoUpdate({
        target: [verifiedAddresses.department, verifiedAddresses.url],
        set: { verifiedAt: sql`now()` },
      });
  }
}
