import type { AccessRecord, AccessSubject, SealKey } from '@yiwang/access-log';
import type { Connection } from '@yiwang/subgraph-kit';
import type { AccessRow } from '../tables/access-tables.ts';

// What resolvers receive for each type of the schema.

export type AccessModel = AccessRow;
export type AccessConnectionModel = Connection<AccessModel, number | null>;
export type AccessRecordModel = AccessRow;
export type AccessRecordConnectionModel = Connection<AccessRecordModel, number | null>;
export type AccessSubjectModel = AccessSubject;
export type { AccessLogModel } from './read-logs.ts';
export type GatewayKeyModel = SealKey;

/**
 * The content of a record.
 *
 * @throws Error when the row was changed in the database so that it is no longer JSON
 */
export function readAccess({ text }: Pick<AccessRow, 'text'>): AccessRecord {
  return JSON.parse(text) as AccessRecord;
}
