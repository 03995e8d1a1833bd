import type { CheckResult, Composer, Variant } from '@yiwang/composition';
import { contents, type PrivateKey } from '@yiwang/identity';
import { eq } from 'drizzle-orm';
import { readSigners, requireDepartments, type Signer } from '../credentials/signers.ts';
import type { Db } from '../shared/database.ts';
import { userError, UserErrors } from '../shared/user-errors.ts';
import { departments } from '../tables/registry-tables.ts';
import { checkDays, createUsageOf } from '../usage/read-usage.ts';
import { usageShownTo } from '../usage/usage-readers.ts';
import { consumeApprovals, findConsentNeeds } from './consent-needs.ts';
import { type CurrentGraph, readCurrentGraph, toInput } from './current-graph.ts';
import type { PublishModel, SchemaCheckModel } from './registry-models.ts';
import { type Registry, requireSigningKey } from './registry.ts';
import { publishPayload } from './run-command.ts';
import { evaluateCheck, failedCheck, requirePassing } from './schema-check.ts';
import { readVariants } from './variants.ts';
import { givenConsent, type Waived, type WaiverRequest } from './waiver.ts';
import { addSupergraphVersion, checkReason } from './write-versions.ts';

export interface Withdrawal {
  department: string;
  reason: string;
  credential: string;
  acceptBreaking: boolean;
  days: number;
  waiver?: WaiverRequest | null | undefined;
}

/** Creates the command that removes a department's subgraph from the graph. Its versions are kept, and may be published again. */
export function createWithdraw(registry: Registry) {
  return function withdraw(withdrawal: Withdrawal): Promise<PublishModel> {
    const { department, reason, credential, acceptBreaking, days } = withdrawal;
    checkDays(days);
    const command = {
      action: 'withdraw',
      digest: contents.withdraw(department, reason, { acceptBreaking, days }),
      subject: department,
      credentials: [credential],
      reason,
      waiver: withdrawal.waiver,
    } as const;

    return publishPayload(registry.db, () =>
      registry.runCommand(command, async (signers, waived) => {
        requireDepartments(signers, [department]);
        const signingKey = requireSigningKey(registry);
        checkReason(reason);
        return (tx) => withdrawSubgraph(tx, { ...registry, signingKey }, withdrawal, signers, waived);
      }),
    );
  };
}

async function withdrawSubgraph(
  tx: Db,
  {
    composer,
    signingKey,
    operatorKeys,
  }: Pick<Registry, 'composer' | 'operatorKeys'> & { signingKey: PrivateKey },
  { department, reason, acceptBreaking, days }: Withdrawal,
  signers: readonly Signer[],
  waived: Waived['of'],
): Promise<PublishModel> {
  const current = await readCurrentGraph(tx);
  const rest = graphWithout(current, department);
  if (current === null || rest === null) {
    if (!(await hasPublished(tx, department))) throw unknownDepartment(department);
    return { outcome: 'UNCHANGED', version: current?.version ?? null, check: null, userErrors: [] };
  }
  const found = await checkWithout(composer, current, rest, department, await readVariants(tx));
  const { check, sdls, needs } = await requirePassing(tx, composer, found, {
    acceptBreaking,
    days,
    proposers: [department],
    given: givenConsent(signers, waived, operatorKeys),
    field: ['department'],
    signers,
    published: current.parts,
  });
  const version = current.version + 1;
  await addSupergraphVersion(tx, signingKey, {
    version,
    createdBy: signers[0]!.kid,
    reason: 'WITHDRAWN',
    note: reason,
    changes: check.changes,
    parts: rest,
    sdls,
  });
  await consumeApprovals(tx, needs, version);
  return { outcome: 'WITHDRAWN', version, check, userErrors: [] };
}

export interface WithdrawalCheck {
  department: string;
  days: number;
  credential: string;
}

/**
 * Creates the command that predicts what withdrawing would find. It changes nothing and does not consume the credential, like
 * createCheck.
 */
export function createCheckWithdrawal({ db, composer, operatorKeys }: Registry) {
  return async function checkWithdrawal({
    department,
    days,
    credential,
  }: WithdrawalCheck): Promise<SchemaCheckModel> {
    checkDays(days);
    const claim = { action: 'checkWithdrawal', digest: contents.checkWithdrawal(department, days) };
    const signers = await readSigners(db, operatorKeys, claim, [credential]);
    requireDepartments(signers, [department]);
    const current = await readCurrentGraph(db);
    try {
      const rest = graphWithout(current, department);
      if (current !== null && rest !== null) {
        const found = await checkWithout(composer, current, rest, department, await readVariants(db));
        const needs = await findConsentNeeds(
          db,
          found.changes,
          [department],
          givenConsent([], [], operatorKeys),
        );
        const showUsers = usageShownTo(signers, current.parts);
        return (await evaluateCheck(found, createUsageOf(db, days), showUsers, needs)).check;
      }
      if (!(await hasPublished(db, department))) throw unknownDepartment(department);
      return { outcome: 'PASSES', faults: [], lint: [], changes: [], hints: [], consents: [] };
    } catch (error) {
      if (error instanceof UserErrors) return failedCheck(error, department);
      throw error;
    }
  };
}

type Parts = CurrentGraph['parts'];

/**
 * The subgraphs that remain without a department's; null when that is not in force.
 *
 * @throws UserErrors LAST_DEPARTMENT when none remain
 */
function graphWithout(current: CurrentGraph | null, department: string): Parts | null {
  const parts = current?.parts ?? [];
  const rest = parts.filter((part) => part.department !== department);
  if (rest.length === parts.length) return null;
  if (rest.length > 0) return rest;
  throw userError(
    'LAST_DEPARTMENT',
    `${department} is the last department in the graph, and cannot be withdrawn.`,
    ['department'],
  );
}

/** Composes the remaining subgraphs, and compares the result with what is in force. */
function checkWithout(
  composer: Composer,
  current: CurrentGraph,
  rest: Parts,
  department: string,
  variants: readonly Variant[],
): Promise<CheckResult> {
  return composer.check(rest.map(toInput), [], current.supergraphSdl, { by: [department], variants });
}

/** Whether the department has ever published, in force or not. */
async function hasPublished(db: Db, department: string): Promise<boolean> {
  const rows = await db
    .select({ name: departments.name })
    .from(departments)
    .where(eq(departments.name, department));
  return rows.length > 0;
}

function unknownDepartment(department: string): UserErrors {
  return userError('UNKNOWN_DEPARTMENT', `There is no department ${department}.`, ['department']);
}
