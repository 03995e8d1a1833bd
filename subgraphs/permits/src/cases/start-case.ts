import { regionPath } from '@yiwang/codes';
import { dayOf } from '@yiwang/codes/working-days';
import { type Db, userError } from '@yiwang/subgraph-kit';
import type { CaseErrorCode } from '@yiwang/subgraph-kit/cases';
import { and, eq, sql } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { isCode } from '../codes.ts';
import { type CaseRow, type ServiceItemRow, serviceItems } from '../tables.ts';
import { checkAnswers, type FormSchema } from '@yiwang/subgraph-kit/forms';
import { itemVersions } from '../items/item-tables.ts';
import { PLAIN_FORM, PLAIN_VERSION, type ReadForm } from './case-form.ts';
import { type CasePrincipal, basicCodeOf } from './case-rights.ts';

/** A case, as its applicant begins it. */
export interface CaseInput {
  item: string;
  applicant?: string | null | undefined;
  region?: string | null | undefined;
  form?: unknown;
}

export type CaseInputErrorCode = 'UNKNOWN_ITEM' | 'WRONG_REGION' | 'CONTRADICTORY_INPUT';

/** What people can apply for in the graph: the item names the department and the region that decide. */
export interface OfferedItem extends Pick<ServiceItemRow, 'code' | 'statutoryDays' | 'promisedDays'> {
  departmentCode: string;
  regionCode: string;
  /** The version that is published, which is frozen into new cases. */
  version: number;
  form: FormSchema;
}

/** Reads the item that is applied for. It throws UserErrors UNKNOWN_ITEM. */
export type ReadItem = (code: string) => Promise<OfferedItem>;

export function prepareReadItem(db: PostgresJsDatabase, readForm: ReadForm): ReadItem {
  const { guide, itemCode, state, version } = itemVersions;
  const daysOf = (name: string) => sql<number | null>`(${guide} ->> ${sql.raw(`'${name}'`)})::int`;
  const items = db
    .select({
      departmentCode: serviceItems.departmentCode,
      regionCode: serviceItems.regionCode,
      statutoryDays: serviceItems.statutoryDays,
      promisedDays: serviceItems.promisedDays,
      version,
      guideStatutoryDays: daysOf('statutoryDays'),
      guidePromisedDays: daysOf('promisedDays'),
    })
    .from(serviceItems)
    .leftJoin(itemVersions, and(eq(itemCode, serviceItems.code), eq(state, 'PUBLISHED')))
    .where(eq(serviceItems.code, sql.placeholder('code')))
    .prepare('item_to_apply_for');

  return async (code) => {
    const [item] = isCode('ServiceItem.code', code) ? await items.execute({ code }) : [];
    const { departmentCode, regionCode } = item ?? {};
    if (!item || !departmentCode || !regionCode) {
      throw userError<CaseInputErrorCode>(
        'UNKNOWN_ITEM',
        'There is no item of this code, or it names no department and region that would decide: find one by serviceItems.',
        ['input', 'item'],
      );
    }
    const place = { code, departmentCode, regionCode };
    if (item.version === null) {
      const { statutoryDays, promisedDays } = item;
      return { ...place, version: PLAIN_VERSION, form: PLAIN_FORM, statutoryDays, promisedDays };
    }
    return {
      ...place,
      version: item.version,
      form: await readForm(db, code, item.version),
      statutoryDays: item.guideStatutoryDays,
      promisedDays: item.guidePromisedDays,
    };
  };
}

/**
 * By what the caller may begin the case: `mandate:…`, or `self`.
 *
 * @throws UserErrors NO_MANDATE
 */
export function rightToStart(
  caller: CasePrincipal,
  { code }: OfferedItem,
  applicant: string | null | undefined,
): string {
  const right =
    applicant == null
      ? caller.user === null
        ? null
        : 'self'
      : caller.mandateFor(applicant, basicCodeOf(code));
  if (right !== null && caller.user !== null) return right;
  throw userError<CaseErrorCode>(
    'NO_MANDATE',
    applicant == null
      ? 'Nobody is signed in who could apply.'
      : `You do not act for ${applicant} in this matter: its legal representative must give you a mandate for this item.`,
    ['input', 'applicant'],
  );
}

/**
 * The columns of a new case.
 *
 * @throws UserErrors WRONG_REGION, MALFORMED_FORM
 */
export async function rowOf(
  tx: Db,
  { user }: CasePrincipal,
  item: OfferedItem,
  { applicant, region, form = {} }: CaseInput,
  now: Date,
): Promise<Partial<CaseRow> & { number: string }> {
  const regionCode = region ?? item.regionCode;
  if (!regionPath(regionCode).includes(item.regionCode)) {
    throw userError<CaseInputErrorCode>(
      'WRONG_REGION',
      `The item is for ${item.regionCode} and the regions beneath it. Another region has an item of its own: find it by serviceItems.`,
      ['input', 'region'],
    );
  }
  checkAnswers(item.form, form, true, ['input', 'form']);
  const day = dayOf(now);
  return {
    number: await nextNumber(tx, regionCode, day),
    serviceItemCode: item.code,
    departmentCode: item.departmentCode,
    regionCode,
    applicantUscc: applicant ?? null,
    applicantUser: applicant == null ? user : null,
    formVersion: item.version,
    form,
    receivedOn: day,
    source: 'GRAPH',
  };
}

/** 办件编号: region, day, and a number that no other case has. */
async function nextNumber(tx: Db, regionCode: string, day: string): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`select nextval('case_numbers')::text as id`);
  return `${regionCode.padEnd(6, '0')}${day.replaceAll('-', '')}-${row!.id.padStart(6, '0')}`;
}
