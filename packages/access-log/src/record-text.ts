import { hash as digest } from 'node:crypto';
import { type AccessRecord, accessRecord } from './access-record.ts';

/** The text of a record: what is hashed, kept and shown as proof. Canonical JSON. */
export function textOf(record: AccessRecord): string {
  const { purpose, assertion, assertions, subgraph, via } = record;
  // Named in their order instead of sorted: each answer waits for one of these texts.
  return JSON.stringify({
    ...(assertion !== undefined && { assertion }),
    ...(assertions !== undefined && { assertions }),
    at: record.at,
    client: record.client,
    department: record.department,
    fields: record.fields,
    gateway: record.gateway,
    grants: record.grants,
    moreSubjects: record.moreSubjects,
    outcome: record.outcome,
    previous: record.previous,
    purpose: purpose && {
      basis: purpose.basis,
      caseNumber: purpose.caseNumber,
      requester: purpose.requester,
    },
    request: record.request,
    requestHash: record.requestHash,
    sequence: record.sequence,
    ...(subgraph !== undefined && { subgraph }),
    subjects: record.subjects.map(({ key, type }) => ({ key, type })),
    user: record.user,
    ...(via !== undefined && { via }),
  } satisfies AccessRecord);
}

/** SHA-256 of a record's text, as base64url. */
export function hashOf(text: string): string {
  return digest('sha256', text, 'base64url');
}

/** Null for a text that no gateway has written: no record, or not in its one form. */
export function readRecord(text: string): AccessRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { success, data } = accessRecord.safeParse(value);
  return success && textOf(data) === text ? data : null;
}
