import { and, eq } from 'drizzle-orm';
import { checkOptionalText, checkText } from '../commands/check-text.ts';
import { userError } from '../commands/user-errors.ts';
import type { Db } from '../database/db.ts';
import { fillForm, type KeptValue } from './fill-form.ts';
import type { FormPrefill, PrefilledForm } from './form-prefill.ts';
import type { GatewayClient } from './gateway-client.ts';
import type { PrefillTable } from './prefill-table.ts';
import { type PrefilledValue, runPrefill } from './run-prefill.ts';

export type PrefillErrorCode = 'NO_PREFILL' | 'UNKNOWN_FIELD';

export interface PrefillStep {
  number: string;
  expectedVersion: number;
  idempotencyKey: string;
}

export interface PrefillAnswer extends PrefillStep {
  field: string;
  isRight: boolean;
  problem?: string | null | undefined;
  proposal?: string | null | undefined;
}

/** What a form belongs to: a case, or an application over several departments. */
interface PrefilledRow {
  number: string;
  version: number;
  form: Record<string, unknown> | null;
}

/** What is asked for one form. */
export interface PrefillRequest {
  /** The version of what it fills in. */
  version: number;
  form: PrefilledForm;
  /** By name; null where one is not known. */
  variables: Readonly<Record<string, unknown>>;
  /** The law by which it is asked. */
  basis: string;
}

export interface PrefillOptions<Caller, Row> {
  /** Of the purpose: who asks. */
  requester: string;
  table: PrefillTable;
  /** Null where no gateway is set: then nothing is filled in. */
  client: GatewayClient | null;
  formPrefill: FormPrefill;
  /** What is to be asked; null when the caller may not fill it in: nobody is asked then, and the step is refused afterwards. */
  read: (caller: Caller, number: string) => Promise<PrefillRequest | null>;
  /** Changes the answers of a locked row, once for a key. Rejects whoever may not, another version, and a form that is submitted. */
  take: (
    name: string,
    caller: Caller,
    args: PrefillStep,
    change: (tx: Db, row: Row) => Promise<{ form?: Record<string, unknown> }>,
  ) => Promise<Row>;
  /** The names of the commands, for their keys. */
  names: { prefill: string; answer: string };
  now: () => Date;
  /** Called when a value was disputed. */
  onDispute: () => void;
}

/** 优化营商环境条例: what the administration holds already must not be asked of the applicant. */
export const PREFILL_BASIS = '优化营商环境条例 (国务院令第722号) 第三十六条';
const MAX_TEXT_CHARACTERS = 2000;

/** The commands by which a form is filled with what other departments hold. Each throws UserErrors, with a {@link PrefillErrorCode} among others. */
export function createPrefillCommands<Caller, Row extends PrefilledRow>(
  options: PrefillOptions<Caller, Row>,
) {
  const { requester, table, client, formPrefill, read, take, names, now, onDispute } = options;
  return {
    /**
     * Asks other departments for what the form takes from them, and fills it in where the applicant has not answered yet. Departments
     * are asked before the row is locked.
     */
    async prefill(caller: Caller, args: PrefillStep): Promise<Row> {
      const request = await read(caller, args.number);
      // Sent again, or overtaken: what would be read could not be kept.
      const values = request?.version === args.expectedVersion ? await ask(args.number, request) : [];
      return take(names.prefill, caller, args, async (tx, row) => {
        // Whoever is refused is refused before.
        if (request === null) return {};
        const { form, rows } = fillForm(request.form.form, row.form, values);
        await keep(tx, row.number, rows);
        return { form };
      });
    },

    /** Confirms a value, or says what is wrong with it: that is reported to the department that owns it 疑义校核. */
    async answer(caller: Caller, args: PrefillAnswer): Promise<Row> {
      const { field, isRight } = args;
      const problem = isRight ? null : checkText(args.problem ?? '', MAX_TEXT_CHARACTERS, ['problem']);
      const proposal = isRight ? null : checkOptionalText(args.proposal, MAX_TEXT_CHARACTERS, ['proposal']);
      const row = await take(names.answer, caller, args, async (tx, { number }) => {
        const verdict = isRight ? ('CONFIRMED' as const) : ('DISPUTED' as const);
        const changed = await tx
          .update(table)
          .set({ verdict, problem, proposal })
          .where(and(eq(table.caseNumber, number), eq(table.field, field), eq(table.state, 'FOUND')))
          .returning({ field: table.field });
        if (changed.length > 0) return {};
        const message = `The form took no value for ${field}.`;
        throw userError<PrefillErrorCode>('UNKNOWN_FIELD', message, ['field']);
      });
      if (!isRight) onDispute();
      return row;
    },
  };

  async function ask(
    caseNumber: string,
    { form, variables, basis }: PrefillRequest,
  ): Promise<PrefilledValue[]> {
    const compiled = await formPrefill.find(form);
    if (client === null || compiled === null) {
      const message = 'The form takes nothing from other departments, or they cannot be asked: fill it in.';
      throw userError<PrefillErrorCode>('NO_PREFILL', message, ['number']);
    }
    return runPrefill(client, compiled, variables, { basis, caseNumber, requester });
  }

  /** In place of what was found before, and of what was said of that. */
  async function keep(tx: Db, caseNumber: string, rows: readonly KeptValue[]): Promise<void> {
    const readAt = now().toISOString();
    for (const row of rows) {
      const columns = { ...row, readAt, verdict: null, problem: null, proposal: null };
      await tx
        .insert(table)
        .values({ ...columns, caseNumber })
        .onConflictDoUpdate({
          target: [table.caseNumber, table.field],
          set: { ...columns, correction: null, correctionError: null },
        });
    }
  }
}
