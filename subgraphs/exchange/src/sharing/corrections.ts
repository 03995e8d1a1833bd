import { eq } from 'drizzle-orm';
import type { Caller } from './caller.ts';
import { decides, isOwn } from './caller.ts';
import { requireSide, unknown, wrongState } from './change-application.ts';
import { dueAfter, timing } from './deadlines.ts';
import { addEvent } from './events.ts';
import { nextNumber } from './number.ts';
import { ownerOf } from './owner.ts';
import type { Sharing } from './sharing.ts';
import { type CorrectionRow, corrections } from './tables.ts';
import { MOST_REASON_CHARACTERS, optionalText, requireText } from './texts.ts';
import { CORRECTION_TRANSITIONS, type CorrectionAction, type Transition } from './transitions.ts';

const MOST_SUBJECT_CHARACTERS = 200;
const MOST_CHARACTERS = 2000;

export interface CorrectionReport {
  coordinate: string;
  subject: string;
  problem: string;
  evidence?: string | null | undefined;
  proposal?: string | null | undefined;
  department?: string | null | undefined;
}

type Result = Promise<CorrectionRow>;

/** All that is done to reports of wrong data. Each throws Refusal, or PublicError FORBIDDEN. */
export function createCorrectionCommands(sharing: Sharing) {
  return {
    async report(caller: Caller, input: CorrectionReport): Result {
      const catalogue = await sharing.readCatalogue();
      const department = ownerOf(catalogue, [input.coordinate], input.department, ['input', 'coordinate']);
      const said = {
        subject: requireText(input.subject, MOST_SUBJECT_CHARACTERS, ['input', 'subject']),
        problem: requireText(input.problem, MOST_CHARACTERS, ['input', 'problem']),
        evidence: optionalText(input.evidence, MOST_CHARACTERS, ['input', 'evidence']),
        proposal: optionalText(input.proposal, MOST_CHARACTERS, ['input', 'proposal']),
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
            ...said,
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

    async withdraw(caller: Caller, number: string, reason: string | null | undefined): Result {
      const said = optionalText(reason, MOST_REASON_CHARACTERS, ['reason']);
      return change(caller, number, 'WITHDRAW', said);
    },

    async accept(caller: Caller, number: string, answer: string | null | undefined): Result {
      return change(caller, number, 'ACCEPT', optionalText(answer, MOST_REASON_CHARACTERS, ['answer']));
    },

    async refuse(caller: Caller, number: string, reason: string): Result {
      return change(caller, number, 'REFUSE', requireText(reason, MOST_REASON_CHARACTERS, ['reason']));
    },

    async answer(caller: Caller, number: string, answer: string): Result {
      return change(caller, number, 'ANSWER', requireText(answer, MOST_REASON_CHARACTERS, ['answer']));
    },
  };

  /** Under the lock of the row: see changeApplication. */
  function change(caller: Caller, number: string, action: CorrectionAction, said: string | null): Result {
    return sharing.db.transaction(async (tx) => {
      const [row] = await tx.select().from(corrections).where(eq(corrections.number, number)).for('update');
      if (!row || !maySeeCorrection(caller, row)) throw unknown(number);
      const transition: Transition<CorrectionRow['state']> = CORRECTION_TRANSITIONS[action];
      requireSide(transition.by, caller, row);
      if (!transition.from.includes(row.state)) throw wrongState(number, row.state, transition.from);
      const now = sharing.now();
      const state = transition.to!;
      const [changed] = await tx
        .update(corrections)
        .set({ state, dueAt: null, ...(transition.answers && { answer: said }) })
        .where(eq(corrections.id, row.id))
        .returning();
      await addEvent(tx, caller, {
        ...({ kind: 'CORRECTION', subject: number, at: now, action, from: row.state, to: state } as const),
        reason: said,
        ...(transition.answers && {
          answeredBy: row.department,
          ...timing(sharing, row.reportedAt, row.dueAt!, now),
        }),
      });
      return changed!;
    });
  }
}

export function maySeeCorrection(caller: Caller, row: Pick<CorrectionRow, 'client' | 'department'>): boolean {
  return isOwn(caller, row) || decides(caller, row);
}
