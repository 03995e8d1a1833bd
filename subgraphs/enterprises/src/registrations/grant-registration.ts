import { dayOf } from '@yiwang/codes/working-days';
import type { Caller, Db } from '@yiwang/subgraph-kit';
import { tellEnterpriseChanged } from '@yiwang/subgraph-kit/outbox';
import { eq } from 'drizzle-orm';
import { issueLicence, type Licences } from '../certificates/licences.ts';
import { insertMandate, requireRoom } from '../mandates/mandate-rows.ts';
import { ENTERPRISE_TYPES } from '../enterprise-types.ts';
import { enterprises } from '../tables.ts';
import { capitalText } from './check-registration.ts';
import { lockName, requireUnregistered } from './enterprise-names.ts';
import { nextUscc } from './made-uscc.ts';
import { nameReservations, outbox, type RegistrationRow } from './registration-tables.ts';

/**
 * Registers the enterprise of a granted case, in the transaction of the decision: with a new USCC, a mandate for its legal
 * representative, and a business licence.
 *
 * @param official who decides
 * @param licences null where none are issued
 * @returns the columns of the case that change
 * @throws UserErrors NAME_TAKEN when a register that was imported meanwhile has the name, TOO_MANY_MANDATES
 */
export async function grantRegistration(
  tx: Db,
  official: Caller,
  row: RegistrationRow,
  now: Date,
  licences: Pick<Licences, 'issue'> | null,
): Promise<Partial<RegistrationRow>> {
  const searchName = await lockName(tx, row.name);
  await requireUnregistered(tx, searchName);
  const uscc = await nextUscc(tx, row.regionCode);
  // Loaded by the first registration: its dictionary takes time and memory, which a process that only answers does not need.
  const { pinyinInitials } = await import('@yiwang/codes/pinyin');
  const enterprise = {
    uscc,
    name: row.name,
    searchName,
    nameInitials: pinyinInitials(searchName),
    status: 'ACTIVE',
    typeCode: row.typeCode,
    typeText: ENTERPRISE_TYPES[row.typeCode]!,
    industryCode: row.industryCode,
    regionCode: row.regionCode,
    capitalAmount: row.capitalCny,
    capitalCurrency: 'CNY',
    capitalText: capitalText(row.capitalCny),
    registeredOn: dayOf(now),
    businessScope: row.businessScope,
    source: 'GRAPH',
  } as const;
  await tx.insert(enterprises).values(enterprise);
  await tellEnterpriseChanged(tx, outbox, uscc);
  if (licences) await issueLicence(tx, licences, { ...enterprise, address: row.address }, now);
  const person = row.applicantUser!;
  await requireRoom(tx, person, uscc, now);
  const mandate = { kind: 'LEGAL_REPRESENTATIVE', uscc, person, items: null, until: null } as const;
  await insertMandate(tx, official, now, mandate, `设立登记 ${row.number}`);
  await tx
    .update(nameReservations)
    .set({ ended: 'REGISTERED', caseNumber: null })
    .where(eq(nameReservations.id, row.reservation));
  return { uscc };
}
