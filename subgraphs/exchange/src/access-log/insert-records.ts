import { hashOf } from '@yiwang/access-log';
import { sql } from 'drizzle-orm';
import type { Db } from '../shared/database.ts';
import type { AccessLogRow } from '../tables/access-tables.ts';
import type { ReceivedRecord } from './check-records.ts';
import { enterprisesOf, indexColumns } from './index-columns.ts';

/**
 * Inserts records with one statement for each table. Each column is sent as one text: a parameter for every field of every row
 * would cost the driver and PostgreSQL several times as much.
 *
 * @param added at least one, in the order of the log
 * @returns the new end of the log
 */
export async function insertRecords(
  tx: Db,
  added: readonly ReceivedRecord[],
): Promise<Omit<AccessLogRow, 'gateway'>> {
  const rows = added.map(({ record }) => indexColumns(record));
  const hashes = [...added.slice(1).map(({ record }) => record.previous), hashOf(added.at(-1)!.text)];
  const ats = rows.map(({ at }) => at);
  const gateways = rows.map(({ gateway }) => gateway);
  const sequences = rows.map(({ sequence }) => `${sequence}`);
  // A record is one line of JSON.
  const texts = added.map(({ text }) => text).join('\n');
  await tx.execute(sql`
    insert into accesses (at, gateway, sequence, hash, text, seal, client, subject_types, subject_keys)
    select at, gateway, sequence, hash, text, seal, client, subject_types::text[], subject_keys::text[]
    from unnest(${arrayLiteral(ats)}::text::timestamptz[], ${arrayLiteral(gateways)}::text::text[], ${arrayLiteral(sequences)}::text::bigint[],
      ${arrayLiteral(hashes)}::text::text[], string_to_array(${texts}::text, E'\\n'),
      ${arrayLiteral(added.map(({ seal }) => seal))}::text::text[], ${arrayLiteral(rows.map(({ client }) => client))}::text::text[],
      ${arrayLiteral(rows.map(({ subjectTypes }) => arrayLiteral(subjectTypes)))}::text::text[],
      ${arrayLiteral(rows.map(({ subjectKeys }) => arrayLiteral(subjectKeys)))}::text::text[])
      as given(at, gateway, sequence, hash, text, seal, client, subject_types, subject_keys)`);

  const named = rows.flatMap((row) => enterprisesOf(row).map((enterprise) => ({ ...row, enterprise })));
  await tx.execute(sql`
    insert into access_enterprises (at, gateway, sequence, enterprise)
    select * from unnest(${arrayLiteral(named.map(({ at }) => at))}::text::timestamptz[],
      ${arrayLiteral(named.map(({ gateway }) => gateway))}::text::text[],
      ${arrayLiteral(named.map(({ sequence }) => `${sequence}`))}::text::bigint[],
      ${arrayLiteral(named.map(({ enterprise }) => enterprise))}::text::text[])`);
  return { sequence: rows.at(-1)!.sequence, hash: hashes.at(-1)!, seal: added.at(-1)!.seal };
}

/** The text of an array, as PostgreSQL reads it. */
function arrayLiteral(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : quote(value))).join()}}`;
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
