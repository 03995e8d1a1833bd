import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AccessRecord, readJournalLines, readRecord } from '@yiwang/access-log';
import type { LocalSystem } from '@yiwang/cli/local-system';
import { REFERENCE_DATE } from '@yiwang/population';
import { readMatters } from '../matters/read-matters.ts';
import type { Stored, StoredAccesses } from '../stored.ts';
import { readMaterials } from './stored-materials.ts';
import { inSnapshot, openDatabase } from './open-database.ts';

/** Departments on whose cases people decide. */
const CASE_DEPARTMENTS = ['permits', 'enterprises', 'land'];
/** Departments that tell followers of changes. */
const TELLING = [...CASE_DEPARTMENTS, 'services'];

/** Reads what is stored of the cases that were filed in the graph, of matters, and the access logs. */
export async function readStored(system: LocalSystem, broken: readonly string[]): Promise<Stored> {
  const parts = [];
  for (const department of CASE_DEPARTMENTS) parts.push(await readCases(system, department));
  return {
    cases: parts.flatMap(({ cases }) => cases),
    events: parts.flatMap(({ events }) => events),
    messages: parts.flatMap(({ messages }) => messages),
    keys: parts.flatMap(({ keys }) => keys),
    ...(await readPermits(system)),
    matters: await readMatters(system),
    materials: await readMaterials(system),
    accesses: await readAccesses(system, broken),
  };
}

function readCases(
  system: LocalSystem,
  department: string,
): Promise<Pick<Stored, 'cases' | 'events' | 'messages' | 'keys'>> {
  return inSnapshot(system, department, async (tx) => {
    // Permits makes up cases besides, of which it has no timelines.
    const isFiled =
      department === 'permits'
        ? tx`(source = 'GRAPH' or exists (select from case_events e where e.case_number = cases.number))`
        : tx`true`;
    return {
      cases: await tx<Stored['cases'][number][]>`
        select ${department} as department, number, version, state, filed_by as "filedBy", filed_through is not null as "isOfMatter", decision
        from cases where ${isFiled}`,
      events: await tx<Stored['events'][number][]>`
        select case_number as number, sequence, action, "from", "to", person,
          case when at < ${REFERENCE_DATE}::date + 1 then 'GENERATOR'
            when "right" like 'filed:%' then 'PROGRAM' else 'PERSON' end as "takenBy",
          (extract(epoch from at) * 1000)::float8 as at
        from case_events`,
      // That a registration was voided is told besides; it is no step.
      messages: await tx<Stored['messages'][number][]>`
        select key as number, (payload->>'version')::int as version, payload->>'state' as state,
          position is not null and published_at is not null as "isTold" from outbox
        where topic = 'case_changed' and payload->>'action' <> 'VOID'`,
      keys: await tx<Stored['keys'][number][]>`
        select key, substr(holder, 6) as user, result as number from idempotency_keys where holder like 'user:%'`,
    };
  });
}

function readPermits(system: LocalSystem): Promise<Pick<Stored, 'permits' | 'voidedPermits'>> {
  return inSnapshot(system, 'permits', async (tx) => {
    const numbersIn = async (table: 'permits' | 'voided_permits') => {
      const rows = await tx<{ number: string }[]>`
        select case_number as number from ${tx(table)} p where exists (select from case_events e where e.case_number = p.case_number)`;
      return rows.map(({ number }) => number);
    };
    return { permits: await numbersIn('permits'), voidedPermits: await numbersIn('voided_permits') };
  });
}

/** What stands in the outboxes and has not been told and published yet, a line for each department. */
export async function listUntold(system: LocalSystem): Promise<string[]> {
  const lines: string[] = [];
  for (const department of TELLING) {
    const [oldest] = await inSnapshot(
      system,
      department,
      (tx) => tx<{ count: number; topic: string; key: string; isTold: boolean; at: Date }[]>`
        select count(*) over ()::int as count, topic, key, position is not null as "isTold", created_at as at
        from outbox where position is null or published_at is null order by id limit 1`,
    );
    if (!oldest) continue;
    const { count, topic, key, isTold, at } = oldest;
    lines.push(
      `${count} of ${department}, the oldest about ${key} (${topic}, ${at.toISOString()}) is ${isTold ? 'told and not published' : 'not told'}`,
    );
  }
  return lines;
}

async function readAccesses(system: LocalSystem, broken: readonly string[]): Promise<StoredAccesses> {
  const handedOver = await recordsAtTheExchange(system);
  const last = new Map(handedOver.map(({ gateway, sequence }) => [gateway, sequence]));
  const journals = await recordsOfProcesses(system.data, 'access-log');
  const departments = await Promise.all(
    system.departments.map(async ({ name }) => {
      const records = joined(await recordsOfProcesses(join(system.data, 'department-logs'), name));
      // What of its data anyone has read: all that it has to have written down.
      return [name, { records, fields: [...new Set(records.flatMap(({ fields }) => fields))] }] as const;
    }),
  );
  return {
    gateway: [
      ...handedOver,
      ...journals.flat().filter(({ gateway, sequence }) => sequence > (last.get(gateway) ?? 0)),
    ],
    departments: new Map(departments),
    broken,
  };
}

/** The journals of all processes of a service, each in a folder of its name, with -2 behind it for the second. */
async function recordsOfProcesses(folder: string, name: string): Promise<AccessRecord[][]> {
  const folders = (await readdir(folder).catch(() => [])).filter(
    (one) => one === name || one === `${name}-2`,
  );
  return Promise.all(folders.sort().map((one) => recordsOfJournal(join(folder, one))));
}

/** One log of several, numbered anew where there are several: a number names one record. */
function joined([first = [], ...others]: readonly AccessRecord[][]): AccessRecord[] {
  if (others.length === 0) return first;
  return [first, ...others].flat().map((record, index) => ({ ...record, sequence: index + 1 }));
}

async function recordsAtTheExchange(system: LocalSystem): Promise<AccessRecord[]> {
  const sql = await openDatabase(system, 'exchange');
  try {
    const rows = await sql<{ text: string }[]>`select text from accesses order by gateway, sequence`;
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
