import type { AccessRecord, AccessSubject, SealKey } from '@yiwang/access-log';
import type { Connection } from '@yiwang/subgraph-kit';
import type { AccessLogRow, AccessRow } from './tables.ts';

/** What resolvers receive for each type of the schema. */

export type AccessModel = AccessRow;
export type AccessConnectionModel = Connection<AccessModel, number | null>;
export type AccessRecordModel = AccessRow;
export type AccessRecordConnectionModel = Connection<AccessRecordModel, number | null>;
export type AccessSubjectModel = AccessSubject;
export type AccessLogModel = AccessLogRow;
export type GatewayKeyModel = SealKey;

/** What a record says. @throws Error for one that was changed in the table so that it says nothing */
export function readAccess({ text }: Pick<AccessRow, 'text'>): AccessRecord {
  return JSON.parse(text) as AccessRecord;
}
