import { regionPath } from '@yiwang/codes';
import { dayOf } from '@yiwang/codes/working-days';
import { type Db, userError } from '@yiwang/subgraph-kit';
import type { CaseErrorCode } from '@yiwang/subgraph-kit/cases';
import { eq, sql } from 'drizzle-orm';
import { isCode } from '../codes.ts';
import { type CaseRow, type ServiceItemRow, serviceItems } from '../tables.ts';
import type { FormSchema } from '../items/forms/form-schema.ts';
import { checkAnswers, PLAIN_FORM, PLAIN_VERSION, publishedVersion } from './case-form.ts';
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

/**
 * The item that is applied for.
 *
 * @throws UserErrors UNKNOWN_ITEM
 */
export async function readItem(db: Db, code: string): Promise<OfferedItem> {
  const [item] = isCode('ServiceItem.code', code)
    ? await db
        .select({
          code: serviceItems.code,
          departmentCode: serviceItems.departmentCode,
          regionCode: serviceItems.regionCode,
          statutoryDays: serviceItems.statutoryDays,
          promisedDays: serviceItems.promisedDays,
        })
        .from(serviceItems)
        .where(eq(serviceItems.code, code))
    : [];
  const { departmentCode, regionCode } = item ?? {};
  if (item && departmentCode && regionCode) {
    const published = await publishedVersion(db, code);
    const { version, form } = published ?? { version: PLAIN_VERSION, form: PLAIN_FORM };
    const { statutoryDays, promisedDays } = published?.guide ?? item;
    return { code, departmentCode, regionCode, version, form, statutoryDays, promisedDays };
  }
  throw userError<CaseInputErrorCode>(
    'UNKNOWN_ITEM',
    'There is no item of this code, or it names no department and region that would decide: find one by serviceItems.',
    ['input', 'item'],
  );
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
