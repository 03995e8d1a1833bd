import { hash as digest } from 'node:crypto';
import { type AccessRecord, accessRecord } from './access-record.ts';
import { canonicalJson, type Json } from './canonical-json.ts';

/** The text of a record: what is hashed, kept and shown as proof. */
export function textOf(record: AccessRecord): string {
  return canonicalJson(record as unknown as Json);
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
