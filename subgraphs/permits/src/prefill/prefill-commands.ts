import { checkOptionalText, checkText, type Db, userError } from '@yiwang/subgraph-kit';
import { type GatewayClient, type PrefilledValue, runPrefill } from '@yiwang/subgraph-kit/prefill';
import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { checkForm } from '@yiwang/subgraph-kit/forms';
import { itemVersions } from '../items/item-tables.ts';
import type { CasePrincipal } from '../cases/case-rights.ts';
import { actsFor } from '../cases/case-rights.ts';
import type { CaseCommands } from '../cases/case-commands.ts';
import { NAME } from '../department.ts';
import { type CaseRow, cases } from '../tables.ts';
import type { ItemPrefill, PrefilledForm } from './item-prefill.ts';
import { casePrefills } from './prefill-tables.ts';

export type PrefillErrorCode = 'NO_PREFILL' | 'UNKNOWN_FIELD';

interface Step {
  number: string;
  expectedVersion: number;
  idempotencyKey: string;
}

export interface PrefillAnswer extends Step {
  field: string;
  isRight: boolean;
  problem?: string | null | undefined;
  proposal?: string | null | undefined;
}

export interface PrefillOptions {
  db: PostgresJsDatabase;
  /** Null where no gateway is set: then nothing is filled in. */
  client: GatewayClient | null;
  itemPrefill: ItemPrefill;
  /** Takes a step of a case. */
  take: CaseCommands['take'];
  now: () => Date;
  /** Called when a value was disputed. */
  onDispute: () => void;
}

/** 行政许可法: what the administration holds already must not be asked of the applicant. */
export const BASIS = '优化营商环境条例 (国务院令第722号) 第三十六条';
const MAX_TEXT_CHARACTERS = 2000;

/** The commands by which a form is filled with what other departments hold. Each throws UserErrors. */
export function createPrefillCommands({ db, client, itemPrefill, take, now, onDispute }: PrefillOptions) {
  return {
    /**
     * Asks other departments for what the form takes from them, and fills it in where the applicant has not answered yet. Departments
     * are asked before the case is locked.
     */
    async prefill(caller: CasePrincipal, args: Step): Promise<CaseRow> {
      const values = await readValues(caller, args.number);
      return take('prefillCase', caller, args, { action: 'SAVE' }, async (tx, row) => {
        const version = await versionOf(tx, row);
        const { form, rows } = fill(version, row, values);
        const readAt = now().toISOString();
        for (const one of rows) {
          const columns = { ...one, readAt, verdict: null, problem: null, proposal: null };
          await tx
            .insert(casePrefills)
            .values({ ...columns, caseNumber: row.number })
            .onConflictDoUpdate({
              target: [casePrefills.caseNumber, casePrefills.field],
              set: { ...columns, correction: null, correctionError: null },
            });
        }
        return { form };
      });
    },

    /** Confirms a value, or says what is wrong with it: that is reported to the department that owns it 疑义校核. */
    async answer(caller: CasePrincipal, args: PrefillAnswer): Promise<CaseRow> {
      const { field, isRight } = args;
      const problem = isRight ? null : checkText(args.problem ?? '', MAX_TEXT_CHARACTERS, ['problem']);
      const proposal = isRight ? null : checkOptionalText(args.proposal, MAX_TEXT_CHARACTERS, ['proposal']);
      const row = await take('answerPrefill', caller, args, { action: 'SAVE' }, async (tx, found) => {
        const verdict = isRight ? ('CONFIRMED' as const) : ('DISPUTED' as const);
        const changed = await tx
          .update(casePrefills)
          .set({ verdict, problem, proposal })
          .where(
            and(
              eq(casePrefills.caseNumber, found.number),
              eq(casePrefills.field, field),
              eq(casePrefills.state, 'FOUND'),
            ),
          )
          .returning({ field: casePrefills.field });
        if (changed.length > 0) return {};
        const message = `The form took no value for ${field}.`;
        throw userError<PrefillErrorCode>('UNKNOWN_FIELD', message, ['field']);
      });
      if (!isRight) onDispute();
      return row;
    },
  };

  /** Nobody is asked for whom the caller does not act: the step is refused afterwards, like that of any stranger. */
  async function readValues(caller: CasePrincipal, number: string): Promise<PrefilledValue[]> {
    const [row] = await db.select().from(cases).where(eq(cases.number, number));
    if (!row || actsFor(caller, row) === null) return [];
    const version = await versionOf(db, row);
    const compiled = await itemPrefill.find(version);
    if (client === null || compiled === null) {
      const message = 'The form takes nothing from other departments, or they cannot be asked: fill it in.';
      throw userError<PrefillErrorCode>('NO_PREFILL', message, ['number']);
    }
    const variables = { uscc: row.applicantUscc, region: row.regionCode };
    const purpose = { basis: BASIS, caseNumber: number, requester: NAME };
    return runPrefill(client, compiled, variables, purpose);
  }
}

async function versionOf(db: Db, { serviceItemCode, formVersion }: CaseRow): Promise<PrefilledForm> {
  const [version] = await db
    .select({ form: itemVersions.form, prefill: itemVersions.prefill })
    .from(itemVersions)
    .where(and(eq(itemVersions.itemCode, serviceItemCode ?? ''), eq(itemVersions.version, formVersion ?? 0)));
  if (version) return version;
  throw userError<PrefillErrorCode>('NO_PREFILL', 'The form takes nothing from other departments.', [
    'number',
  ]);
}

/** The answers with the values that fit in where there was none, and what is kept of each value. */
export function fill(
  { form }: Pick<PrefilledForm, 'form'>,
  row: Pick<CaseRow, 'form'>,
  values: readonly PrefilledValue[],
) {
  let answers: Record<string, unknown> = row.form ?? {};
  const rows = values.map(({ path: _path, ...value }) => {
    if (value.state !== 'FOUND') return value;
    const filled = withValue(answers, value.field.split('.'), value.value);
    // What the applicant has answered stays; both are shown.
    if (filled === null) return value;
    const problems = checkForm(form, filled, { isPartial: true });
    if (problems.length > 0) {
      return { ...value, state: 'UNFIT' as const, reason: problems[0]!.message };
    }
    answers = filled;
    return value;
  });
  return { form: answers, rows };
}

/** Null when there is a value already. */
function withValue(
  answers: Record<string, unknown>,
  [name, ...rest]: readonly string[],
  value: unknown,
): Record<string, unknown> | null {
  const before = answers[name!];
  if (rest.length === 0) return before === undefined ? { ...answers, [name!]: value } : null;
  if (before !== undefined && (typeof before !== 'object' || before === null)) return null;
  const inner = withValue((before ?? {}) as Record<string, unknown>, rest, value);
  return inner && { ...answers, [name!]: inner };
}
