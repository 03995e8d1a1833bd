import { dayOf } from '@yiwang/codes/working-days';
import { checkText, type Db, userError } from '@yiwang/subgraph-kit';
import type { CaseErrorCode } from '@yiwang/subgraph-kit/cases';
import { eq } from 'drizzle-orm';
import { type CaseRow, type PermitRow, permits, serviceItems } from '../tables.ts';

/** The permit that a decision makes, as the official words it. */
export interface GrantedPermit {
  name?: string | null | undefined;
  validUntil?: string | null | undefined;
}

const MAX_NAME_CHARACTERS = 100;

/**
 * Makes the permit of a granted case, in the transaction of the decision.
 *
 * @returns the permit, and the name of the item
 * @throws UserErrors MALFORMED_TEXT, DAY_PASSED
 */
export async function grantPermit(
  tx: Db,
  row: CaseRow,
  granted: GrantedPermit,
  now: Date,
): Promise<{ permit: PermitRow; item: string }> {
  const day = dayOf(now);
  const validUntil = granted.validUntil ?? null;
  if (validUntil !== null && validUntil < day) {
    throw userError<CaseErrorCode>('DAY_PASSED', 'validUntil must be today or later.', [
      'permit',
      'validUntil',
    ]);
  }
  const [item] = await tx
    .select({
      name: serviceItems.name,
      mainItem: serviceItems.mainItem,
      department: serviceItems.departmentName,
    })
    .from(serviceItems)
    .where(eq(serviceItems.code, row.serviceItemCode!));
  const { name, mainItem, department } = item!;
  const [permit] = await tx
    .insert(permits)
    .values({
      // 许可, and the number of the case, which no other permit has.
      number: `XK${row.number}`,
      name:
        granted.name == null
          ? `${mainItem ?? name}证`
          : checkText(granted.name, MAX_NAME_CHARACTERS, ['permit', 'name']),
      serviceItemCode: row.serviceItemCode,
      holderUscc: row.applicantUscc,
      issuingAuthority: department,
      regionCode: row.regionCode,
      validFrom: day,
      validUntil,
      caseNumber: row.number,
      source: 'GRAPH',
    })
    .returning();
  return { permit: permit!, item: name };
}
