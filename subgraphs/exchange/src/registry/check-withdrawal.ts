import { contents } from '@yiwang/identity';
import { checkDays } from '../usage/check-days.ts';
import { createUsageOf } from '../usage/usage-of.ts';
import { readCurrentGraph } from './current-graph.ts';
import { checkWithout, graphWithout, hasPublished, unknownDepartment } from './graph-without.ts';
import { judge } from './judge.ts';
import type { SchemaCheckModel } from './models.ts';
import { requireDepartments } from './permissions.ts';
import { Refusal } from './refusal.ts';
import { refusedCheck } from './refused-check.ts';
import type { Registry } from './registry.ts';
import { readSigners } from './signers.ts';

export interface WithdrawalCheck {
  department: string;
  days: number;
  credential: string;
}

/** What withdrawing would find. Nothing is changed, and the credential stays good, as for a check of a schema. */
export function createCheckWithdrawal({ db, composer, operatorKey }: Registry) {
  return async function checkWithdrawal({
    department,
    days,
    credential,
  }: WithdrawalCheck): Promise<SchemaCheckModel> {
    checkDays(days);
    const claim = { action: 'checkWithdrawal', digest: contents.checkWithdrawal(department) };
    requireDepartments(await readSigners(db, operatorKey, claim, [credential]), [department]);
    const current = await readCurrentGraph(db);
    try {
      const rest = graphWithout(current, department);
      if (current !== null && rest !== null) {
        return (await judge(await checkWithout(composer, current, rest), createUsageOf(db, days))).check;
      }
      if (!(await hasPublished(db, department))) throw unknownDepartment(department);
      return { outcome: 'PASSES', faults: [], lint: [], changes: [], hints: [] };
    } catch (error) {
      if (error instanceof Refusal) return refusedCheck(error, department);
      throw error;
    }
  };
}
