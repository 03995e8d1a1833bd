import {
  createPrefillCommands,
  type FormPrefill,
  type GatewayClient,
  PREFILL_BASIS,
} from '@yiwang/subgraph-kit/prefill';
import { eq } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { type MatterCommands, wrongState } from '../cases/matter-commands.ts';
import { actsFor, type Principal } from '../cases/rights.ts';
import { variablesOf } from '../definition/definition.ts';
import type { ReadDefinition } from '../definition/definitions.ts';
import { prefilledForm } from '../definition/prefilled-form.ts';
import { REQUESTER, sourcesOf } from '../run/do-work.ts';
import { matterCasePrefills, type MatterCaseRow, matterCases } from '../tables.ts';

export interface MatterPrefillOptions {
  db: PostgresJsDatabase;
  /** Null where no gateway is set: then nothing is filled in. */
  client: GatewayClient | null;
  formPrefill: FormPrefill;
  /** Takes a step on an application. */
  take: MatterCommands['take'];
  readDefinition: ReadDefinition;
  now: () => Date;
  /** Called when a value was disputed. */
  onDispute: () => void;
}

export type MatterPrefill = ReturnType<typeof createMatterPrefill>;

/** The commands by which the form of a draft is filled with what other departments hold. Each throws UserErrors. */
export function createMatterPrefill({ db, take, readDefinition, ...options }: MatterPrefillOptions) {
  return createPrefillCommands<Principal, MatterCaseRow>({
    ...options,
    requester: REQUESTER,
    table: matterCasePrefills,
    names: { prefill: 'prefillMatterCase', answer: 'answerMatterPrefill' },
    take: (name, caller, args, change) =>
      take(caller, name, args, 'APPLICANT', async ({ row }, _definition, _at, tx) => {
        if (row.state !== 'DRAFT') {
          throw wrongState(row, 'Only a draft takes over what other departments hold.');
        }
        // The answers are written in any case: what is said of a value is a change of the application, too.
        const { form = row.form } = await change(tx, row);
        return { event: null, columns: { form } };
      }),
    async read(caller, number) {
      const [row] = await db.select().from(matterCases).where(eq(matterCases.number, number));
      if (row?.state !== 'DRAFT' || actsFor(caller, row) === null) return null;
      const definition = await readDefinition(db, row.matter, row.definitionVersion);
      const sources = { ...sourcesOf(row), steps: {}, case: null };
      return {
        version: row.version,
        form: prefilledForm(definition),
        variables: variablesOf(definition.prefill?.variables ?? {}, sources),
        basis: PREFILL_BASIS,
      };
    },
  });
}
