import { hashOf } from '@yiwang/access-log';
import { sql } from 'drizzle-orm';
import type { Db } from '../registry/database.ts';
import type { ReceivedRecord } from './check-records.ts';
import { columnsOf, enterprisesOf } from './file-record.ts';
import type { AccessLogRow } from './tables.ts';

/**
 * Inserts records, one statement for each table. Each column is one text: a value for every field of every row costs the
 * driver and PostgreSQL several times as much.
 *
 * @param added at least one, each behind the one before
 * @returns the end of the log
 */
export async function insertRecords(
  tx: Db,
  added: readonly ReceivedRecord[],
): Promise<Omit<AccessLogRow, 'gateway'>> {
  const rows = added.map(({ record }) => columnsOf(record));
  const hashes = [...added.slice(1).map(({ record }) => record.previous), hashOf(added.at(-1)!.text)];
  const ats = rows.map(({ at }) => at);
  const gateways = rows.map(({ gateway }) => gateway);
  const sequences = rows.map(({ sequence }) => `${sequence}`);
  // A record is one line of JSON.
  const texts = added.map(({ text }) => text).join('\n');
  await tx.execute(sql`
    insert into accesses (at, gateway, sequence, hash, text, seal, client, subject_types, subject_keys)
    select at, gateway, sequence, hash, text, seal, client, subject_types::text[], subject_keys::text[]
    from unnest(${list(ats)}::text::timestamptz[], ${list(gateways)}::text::text[], ${list(sequences)}::text::bigint[],
      ${list(hashes)}::text::text[], string_to_array(${texts}::text, E'\\n'),
      ${list(added.map(({ seal }) => seal))}::text::text[], ${list(rows.map(({ client }) => client))}::text::text[],
      ${list(rows.map(({ subjectTypes }) => list(subjectTypes)))}::text::text[],
      ${list(rows.map(({ subjectKeys }) => list(subjectKeys)))}::text::text[])
      as given(at, gateway, sequence, hash, text, seal, client, subject_types, subject_keys)`);

  const named = rows.flatMap((row) => enterprisesOf(row).map((enterprise) => ({ ...row, enterprise })));
  await tx.execute(sql`
    insert into access_enterprises (at, gateway, sequence, enterprise)
    select * from unnest(${list(named.map(({ at }) => at))}::text::timestamptz[],
      ${list(named.map(({ gateway }) => gateway))}::text::text[],
      ${list(named.map(({ sequence }) => `${sequence}`))}::text::bigint[],
      ${list(named.map(({ enterprise }) => enterprise))}::text::text[])`);
  return { sequence: rows.at(-1)!.sequence, hash: hashes.at(-1)!, seal: added.at(-1)!.seal };
}

/** An array as PostgreSQL reads it from a text. */
function list(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : quote(value))).join()}}`;
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
