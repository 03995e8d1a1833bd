import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AccessRecord, readJournalLines, readRecord } from '@yiwang/access-log';
import type { LocalSystem } from '@yiwang/cli/local-system';
import { findRunningPostgres } from '@yiwang/postgres-server';
import postgres from 'postgres';
import type { Stored, StoredAccesses } from '../stored.ts';

/** Opens a database of a system as its administrator. */
export async function openDatabase({ data }: LocalSystem, department: string): Promise<postgres.Sql> {
  const server = await findRunningPostgres(join(data, 'postgres'));
  if (server === null) throw new Error(`No PostgreSQL runs on ${data}.`);
  const url = new URL(server);
  url.pathname = `/yiwang_${department}`;
  return postgres(url.href, { max: 1, onnotice: () => {} });
}

/** Reads what is stored of the cases that were filed in the graph, and the access logs. */
export async function readStored(system: LocalSystem, broken: readonly string[]): Promise<Stored> {
  const sql = await openDatabase(system, 'permits');
  try {
    // One snapshot.
    return await sql.begin('isolation level repeatable read read only', async (tx) => ({
      cases: await tx<Stored['cases'][number][]>`
        select number, version, state, filed_by as "filedBy", decision from cases where source = 'GRAPH'`,
      events: await tx<Stored['events'][number][]>`
        select case_number as number, sequence, action, "from", "to", person,
          (extract(epoch from at) * 1000)::float8 as at from case_events where ${isOfTheGraph(tx, 'case_number')}`,
      messages: await tx<Stored['messages'][number][]>`
        select key as number, (payload->>'version')::int as version, payload->>'state' as state,
          position is not null and published_at is not null as "isTold" from outbox
        where topic = 'case_changed' and ${isOfTheGraph(tx, 'key')}`,
      keys: await tx<Stored['keys'][number][]>`
        select key, substr(holder, 6) as user, result as number from idempotency_keys where holder like 'user:%'`,
      permits: (
        await tx<{ number: string }[]>`
          select p.case_number as number from permits p join cases c on c.number = p.case_number
          where c.source = 'GRAPH'`
      ).map(({ number }) => number),
      accesses: await readAccesses(system, broken),
    }));
  } finally {
    await sql.end();
  }
}

/** Not of a case that was made up. */
function isOfTheGraph(tx: postgres.TransactionSql, column: string) {
  return tx`not exists (select 1 from cases where number = ${tx(column)} and source <> 'GRAPH')`;
}

/** How many rows of the outbox have not been told and published yet. */
export async function countUntold(system: LocalSystem): Promise<number> {
  const sql = await openDatabase(system, 'permits');
  try {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from outbox where position is null or published_at is null`;
    return row!.count;
  } finally {
    await sql.end();
  }
}

async function readAccesses(system: LocalSystem, broken: readonly string[]): Promise<StoredAccesses> {
  const handedOver = await recordsAtTheExchange(system);
  const last = handedOver.at(-1)?.sequence ?? 0;
  const journal = await recordsOfJournal(join(system.data, 'access-log'));
  const departments = await Promise.all(
    system.departments.map(async ({ name }) => {
      const records = await recordsOfJournal(join(system.data, 'department-logs', name));
      // What of its data anyone has read: all that it has to have written down.
      return [name, { records, fields: [...new Set(records.flatMap(({ fields }) => fields))] }] as const;
    }),
  );
  return {
    gateway: [...handedOver, ...journal.filter(({ sequence }) => sequence > last)],
    departments: new Map(departments),
    broken,
  };
}

async function recordsAtTheExchange(system: LocalSystem): Promise<AccessRecord[]> {
  const sql = await openDatabase(system, 'exchange');
  try {
    const rows = await sql<{ text: string }[]>`select text from accesses order by sequence`;
    return rows.map(({ text }) => parse(text));
  } finally {
    await sql.end();
  }
}

/** Records of the files of a journal, in their order. */
async function recordsOfJournal(folder: string): Promise<AccessRecord[]> {
  const names = await readdir(folder).catch(() => []);
  const records: AccessRecord[] = [];
  for (const name of names.filter((one) => one.endsWith('.log')).sort()) {
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n').slice(1, -1);
    for await (const { text } of readJournalLines(lines)) records.push(parse(text));
  }
  return records;
}

/** @throws Error for a record that is none: the verification of the log must have found it. */
function parse(text: string): AccessRecord {
  const record = readRecord(text);
  if (!record) throw new Error(`This is no record of an access log: ${text.slice(0, 200)}`);
  return record;
}
