import { type Db, userError } from '@yiwang/subgraph-kit';
import {
  createPrefillCommands as createCommands,
  type FormPrefill,
  type GatewayClient,
  PREFILL_BASIS,
  type PrefilledForm,
  type PrefillErrorCode,
} from '@yiwang/subgraph-kit/prefill';
import { and, eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { CaseCommands } from '../cases/case-commands.ts';
import { actsFor, type CasePrincipal } from '../cases/case-rights.ts';
import { NAME } from '../department.ts';
import { itemVersions } from '../items/item-tables.ts';
import { type CaseRow, cases } from '../tables.ts';
import { casePrefills } from './prefill-tables.ts';

export interface PrefillOptions {
  db: PostgresJsDatabase;
  /** Null where no gateway is set: then nothing is filled in. */
  client: GatewayClient | null;
  formPrefill: FormPrefill;
  /** Takes a step of a case. */
  take: CaseCommands['take'];
  now: () => Date;
  /** Called when a value was disputed. */
  onDispute: () => void;
}

/** The commands by which the form of a case is filled with what other departments hold. Each throws UserErrors. */
export function createPrefillCommands({ db, take, ...options }: PrefillOptions) {
  return createCommands<CasePrincipal, CaseRow>({
    ...options,
    requester: NAME,
    table: casePrefills,
    names: { prefill: 'prefillCase', answer: 'answerPrefill' },
    take: (name, caller, args, change) => take(name, caller, args, { action: 'SAVE' }, change),
    async read(caller, number) {
      const [row] = await db.select().from(cases).where(eq(cases.number, number));
      if (!row || actsFor(caller, row) === null) return null;
      return {
        version: row.version,
        form: await formOf(db, row),
        variables: { uscc: row.applicantUscc, region: row.regionCode },
        basis: PREFILL_BASIS,
      };
    },
  });
}

async function formOf(db: Db, { serviceItemCode, formVersion }: CaseRow): Promise<PrefilledForm> {
  const [version] = await db
    .select({ form: itemVersions.form, prefill: itemVersions.prefill })
    .from(itemVersions)
    .where(and(eq(itemVersions.itemCode, serviceItemCode ?? ''), eq(itemVersions.version, formVersion ?? 0)));
  if (version) return version;
  throw userError<PrefillErrorCode>('NO_PREFILL', 'The form takes nothing from other departments.', [
    'number',
  ]);
}
