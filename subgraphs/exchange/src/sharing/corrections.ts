import { checkOptionalText, checkText } from '@yiwang/subgraph-kit';
import { eq } from 'drizzle-orm';
import { type CorrectionRow, corrections } from '../tables/sharing-tables.ts';
import { maySeeCorrection, type Principal, requireSide } from './authorize.ts';
import { unknownNumber, wrongState } from './change-application.ts';
import { MAX_REASON_CHARACTERS } from './check-input.ts';
import { dueAfter, timing } from './deadlines.ts';
import { addEvent, nextNumber } from './event-log.ts';
import { ownerOf } from './field-owners.ts';
import type { Sharing } from './sharing.ts';
import { CORRECTION_TRANSITIONS, type CorrectionAction, type Transition } from './transitions.ts';

const MAX_SUBJECT_CHARACTERS = 200;
const MAX_CHARACTERS = 2000;

export interface CorrectionReport {
  coordinate: string;
  subject: string;
  problem: string;
  evidence?: string | null | undefined;
  proposal?: string | null | undefined;
  department?: string | null | undefined;
}

type Result = Promise<CorrectionRow>;

/** The commands on corrections, that is, reports of wrong data. Each throws UserErrors, or PublicError FORBIDDEN. */
export function createCorrectionCommands(sharing: Sharing) {
  return {
    async report(caller: Principal, input: CorrectionReport): Result {
      const catalogue = await sharing.readCatalogue();
      const department = ownerOf(catalogue, [input.coordinate], input.department, ['input', 'coordinate']);
      const texts = {
        subject: checkText(input.subject, MAX_SUBJECT_CHARACTERS, ['input', 'subject']),
        problem: checkText(input.problem, MAX_CHARACTERS, ['input', 'problem']),
        evidence: checkOptionalText(input.evidence, MAX_CHARACTERS, ['input', 'evidence']),
        proposal: checkOptionalText(input.proposal, MAX_CHARACTERS, ['input', 'proposal']),
      };
      return sharing.db.transaction(async (tx) => {
        const now = sharing.now();
        const { id, number } = await nextNumber(tx, 'SC', now);
        const [row] = await tx
          .insert(corrections)
          .values({
            id,
            number,
            state: 'SUBMITTED',
            client: caller.client,
            clientDepartment: caller.department,
            department,
            coordinate: input.coordinate,
            ...texts,
            reportedAt: now.toISOString(),
            dueAt: dueAfter(sharing, now, sharing.rules.correctionDays).toISOString(),
            ruleSet: sharing.rules.name,
          })
          .returning();
        const event = { kind: 'CORRECTION', subject: number, at: now, action: 'SUBMIT' } as const;
        await addEvent(tx, caller, { ...event, from: null, to: 'SUBMITTED' });
        return row!;
      });
    },

    async withdraw(caller: Principal, number: string, reason: string | null | undefined): Result {
      const checkedReason = checkOptionalText(reason, MAX_REASON_CHARACTERS, ['reason']);
      return change(caller, number, 'WITHDRAW', checkedReason);
    },

    async accept(caller: Principal, number: string, answer: string | null | undefined): Result {
      return change(caller, number, 'ACCEPT', checkOptionalText(answer, MAX_REASON_CHARACTERS, ['answer']));
    },

    async refuse(caller: Principal, number: string, reason: string): Result {
      return change(caller, number, 'REFUSE', checkText(reason, MAX_REASON_CHARACTERS, ['reason']));
    },

    async answer(caller: Principal, number: string, answer: string): Result {
      return change(caller, number, 'ANSWER', checkText(answer, MAX_REASON_CHARACTERS, ['answer']));
    },
  };

  /** Changes a correction while its row is locked, as changeApplication does. */
  function change(
    caller: Principal,
    number: string,
    action: CorrectionAction,
    answer: string | null,
  ): Result {
    return sharing.db.transaction(async (tx) => {
      const [row] = await tx.select().from(corrections).where(eq(corrections.number, number)).for('update');
      if (!row || !maySeeCorrection(caller, row)) throw unknownNumber(number);
      const transition: Transition<CorrectionRow['state']> = CORRECTION_TRANSITIONS[action];
      requireSide(transition.by, caller, row);
      if (!transition.from.includes(row.state)) throw wrongState(number, row.state, transition.from);
      const now = sharing.now();
      const state = transition.to!;
      const [changed] = await tx
        .update(corrections)
        .set({ state, dueAt: null, ...(transition.answers && { answer }) })
        .where(eq(corrections.id, row.id))
        .returning();
      await addEvent(tx, caller, {
        ...({ kind: 'CORRECTION', subject: number, at: now, action, from: row.state, to: state } as const),
        reason: answer,
        ...(transition.answers && {
          answeredBy: row.department,
          ...timing(sharing, row.reportedAt, row.dueAt!, now),
        }),
      });
      return changed!;
    });
  }
}
