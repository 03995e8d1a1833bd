import { regionPath } from '@yiwang/codes';
import { anyOf, type Db, userError } from '@yiwang/subgraph-kit';
import { type createCaseCommands, readCaseNumber } from '@yiwang/subgraph-kit/cases';
import { checkAnswers, type FormSchema } from '@yiwang/subgraph-kit/forms';
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { isCode } from '../codes.ts';
import type { FiledCaseInput } from '../generated/types.ts';
import { type CaseRow, serviceItems } from '../tables.ts';
import type { CasePrincipal } from './case-rights.ts';
import { type CaseInputErrorCode, type ReadItem, rowOf } from './start-case.ts';

export interface Filing {
  input: FiledCaseInput;
  idempotencyKey: string;
}

export interface Refiling {
  number: string;
  form: unknown;
  idempotencyKey: string;
}

export interface FiledWithdrawal {
  number: string;
  reason?: string | null | undefined;
  idempotencyKey: string;
}

interface FileOptions {
  commands: ReturnType<typeof createCaseCommands<CasePrincipal, CaseRow>>;
  readItem: ReadItem;
  /** The form that is frozen into a case. */
  formOf: (tx: Db, row: CaseRow) => Promise<FormSchema>;
}

/** The commands of clients that file cases for people. Each throws UserErrors, or PublicError FORBIDDEN. */
export function createFileCommands(db: PostgresJsDatabase, { commands, readItem, formOf }: FileOptions) {
  const findItem = prepareFindItem(db);

  return {
    async file(caller: CasePrincipal, { input, idempotencyKey }: Filing): Promise<CaseRow> {
      const item = await readItem(await findItem(input.basicCode, input.region));
      const { person, applicant, reference, region, form } = input;
      return commands.file({
        caller,
        name: 'fileCase',
        input,
        idempotencyKey,
        person,
        reference,
        times: { statutoryDays: item.statutoryDays, promisedDays: item.promisedDays },
        row(tx, at) {
          checkAnswers(item.form, form, false, ['input', 'form']);
          const filed = { item: item.code, applicant, region, form };
          return rowOf(tx, { ...caller, user: person.trim() }, item, filed, at);
        },
      });
    },

    async refile(caller: CasePrincipal, { number, form, idempotencyKey }: Refiling): Promise<CaseRow> {
      return commands.refile({
        caller,
        name: 'refileCase',
        input: { form },
        idempotencyKey,
        number: readCaseNumber(number),
        async work(tx, row) {
          checkAnswers(await formOf(tx, row), form, false, ['form']);
          return { form };
        },
      });
    },

    async withdrawFiled(
      caller: CasePrincipal,
      { number, idempotencyKey, reason = null }: FiledWithdrawal,
    ): Promise<CaseRow> {
      return commands.withdrawFiled({
        caller,
        name: 'withdrawFiledCase',
        input: { reason },
        idempotencyKey,
        number: readCaseNumber(number),
        reason,
      });
    },
  };
}

/** Finds the item by which a region carries out one of the basic catalogue: its own, or that of the nearest region above. */
function prepareFindItem(db: PostgresJsDatabase) {
  const items = db
    .select({ code: serviceItems.code })
    .from(serviceItems)
    .where(
      and(
        eq(serviceItems.basicCode, sql.placeholder('basicCode')),
        anyOf(serviceItems.regionCode, sql.placeholder('regions')),
        isNotNull(serviceItems.departmentCode),
      ),
    )
    .orderBy(desc(sql`length(${serviceItems.regionCode})`), asc(serviceItems.code))
    .limit(1)
    .prepare('item_of_region');

  /** @throws UserErrors UNKNOWN_ITEM */
  return async function findItem(basicCode: string, region: string): Promise<string> {
    const regions = regionPath(region);
    const [item] = isCode('CatalogueItem.basicCode', basicCode)
      ? await items.execute({ basicCode, regions })
      : [];
    if (item) return item.code;
    throw userError<CaseInputErrorCode>(
      'UNKNOWN_ITEM',
      `Neither ${region} nor a region above it has an item ${basicCode}: find one by catalogueItems.`,
      ['input', 'basicCode'],
    );
  };
}
