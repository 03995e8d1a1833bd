import { PublicError } from '@yiwang/errors';
import { contents } from '@yiwang/identity';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { readSigners, requireDepartments, requireOperator } from '../credentials/signers.ts';
import type { Db } from '../shared/database.ts';
import { catchUserErrors, userError } from '../shared/user-errors.ts';
import { type ApprovalRow, approvals } from '../tables/registry-tables.ts';
import type { ApprovalPayloadModel, ChangeApprovalModel } from './registry-models.ts';
import type { Registry } from './registry.ts';

const MAX_DAYS = 90;
const MAX_APPROVALS = 100;

export interface ChangeConsent {
  department: string;
  change: string;
  days: number;
  standIn: boolean;
  credential: string;
}

/** Creates the command by which a department consents to a change. */
export function createApproveChange(registry: Registry) {
  return function approveChange(consent: ChangeConsent): Promise<ApprovalPayloadModel> {
    const { department, change, days, standIn, credential } = consent;
    if (days < 1 || days > MAX_DAYS) {
      throw new PublicError('INVALID_ARGUMENT', `days must be between 1 and ${MAX_DAYS}.`);
    }
    const command = {
      action: 'approve',
      digest: contents.approve(department, change, days, standIn),
      subject: `${department} ${change}`,
      credentials: [credential],
      ...(standIn && { reason: `an operator on behalf of ${department}` }),
    } as const;

    return asPayload(() =>
      registry.runCommand(command, async (signers) => {
        if (standIn) requireOperator(signers, 'Approving on behalf of a department');
        else requireDepartments(signers, [department]);
        const own = signers.find(({ role, holder }) => role === 'DEPARTMENT' && holder === department);
        // An operator's key may do all that departments do, but must stand in for them explicitly.
        if (!own && !standIn) {
          throw userError(
            'STAND_IN_REQUIRED',
            `This is an operator’s key, and only ${department} may consent. Set standIn to consent on its behalf.`,
            ['standIn'],
          );
        }
        const { kid } = own ?? signers[0]!;
        return async (tx) => {
          const open = await findOpen(tx, department, change);
          const [approved] = await tx
            .update(approvals)
            .set({
              approvedAt: sql`now()`,
              approvedBy: kid,
              role: standIn ? 'OPERATOR' : 'DEPARTMENT',
              credential,
              expiresAt: sql`now() + make_interval(days => ${days})`,
            })
            .where(eq(approvals.id, open.id))
            .returning();
          return approved!;
        };
      }),
    );
  };
}

/** Creates the command by which a department withdraws an approval, or declines a change. */
export function createWithdrawApproval(registry: Registry) {
  return function withdrawApproval({
    id,
    credential,
  }: {
    id: string;
    credential: string;
  }): Promise<ApprovalPayloadModel> {
    const command = {
      action: 'withdrawApproval',
      digest: contents.withdrawApproval(id),
      subject: id,
      credentials: [credential],
    } as const;

    return asPayload(() =>
      registry.runCommand(command, async (signers) => {
        const found = /^\d{1,15}$/.test(id)
          ? await registry.db
              .select()
              .from(approvals)
              .where(eq(approvals.id, Number(id)))
          : [];
        if (!found[0]) throw userError('UNKNOWN_APPROVAL', `There is no approval ${id}.`, ['id']);
        requireDepartments(signers, [found[0].owner]);
        return async (tx) => {
          const [withdrawn] = await tx
            .update(approvals)
            .set({ withdrawnAt: sql`now()`, withdrawnBy: signers[0]!.kid })
            .where(
              and(eq(approvals.id, Number(id)), isNull(approvals.withdrawnAt), isNull(approvals.version)),
            )
            .returning();
          if (withdrawn) return withdrawn;
          throw userError('APPROVAL_CLOSED', `The approval ${id} was already used or withdrawn.`, ['id']);
        };
      }),
    );
  };
}

/** Creates the command that lists the approvals of which a department is owner or proposer, newest first. */
export function createChangeApprovals({ db, operatorKeys }: Registry) {
  return async function changeApprovals({
    department,
    credential,
  }: {
    department: string;
    credential: string;
  }): Promise<ChangeApprovalModel[]> {
    const claim = { action: 'approvals', digest: contents.approvals(department) };
    requireDepartments(await readSigners(db, operatorKeys, claim, [credential]), [department]);
    return db
      .select()
      .from(approvals)
      .where(sql`${approvals.owner} = ${department} or ${department} = any(${approvals.proposers})`)
      .orderBy(desc(approvals.id))
      .limit(MAX_APPROVALS);
  };
}

/** @throws UserErrors UNKNOWN_CHANGE */
async function findOpen(tx: Db, owner: string, change: string): Promise<ApprovalRow> {
  const rows = await tx
    .select()
    .from(approvals)
    .where(
      and(
        eq(approvals.owner, owner),
        eq(approvals.change, change),
        isNull(approvals.approvedAt),
        isNull(approvals.withdrawnAt),
      ),
    );
  if (rows[0]) return rows[0];
  throw userError(
    'UNKNOWN_CHANGE',
    `No change ${change} is waiting for the consent of ${owner}. Publish it first: the rejected publication requests the consent.`,
    ['change'],
  );
}

async function asPayload(command: () => Promise<ApprovalRow>): Promise<ApprovalPayloadModel> {
  const { result, userErrors } = await catchUserErrors(command);
  return { approval: result, userErrors };
}
