import type { LocalSystem } from '@yiwang/cli/local-system';
import { inSnapshot } from '../system/open-database.ts';
import type { StoredEffect, StoredFiledCase, StoredMatters } from './stored-matters.ts';

/** What a department has of applications for matters. */
interface Held {
  effects: StoredEffect[];
  cases: StoredFiledCase[];
}

/**
 * Reads what is stored of applications for matters that were filed in the graph, in services and in the departments that take their steps.
 * What made-up applications have is left out: test/matters-agree.test.ts checks it.
 */
export async function readMatters(system: LocalSystem): Promise<StoredMatters> {
  const madeUp = await readMadeUpApplications(system);
  const held = [
    await readEnterprises(system),
    await readTax(system),
    await readLand(system),
    await readPermits(system),
  ];
  const isFiled = ({ application }: { application: string | null }) => !madeUp.has(application ?? '');
  return {
    ...(await readApplications(system)),
    effects: held.flatMap(({ effects }) => effects).filter(isFiled),
    cases: held.flatMap(({ cases }) => cases).filter(isFiled),
    wrongUnits: await readWrongUnits(system),
  };
}

async function readMadeUpApplications(system: LocalSystem): Promise<ReadonlySet<string>> {
  const rows = await inSnapshot(
    system,
    'services',
    (tx) => tx<{ number: string }[]>`select number from matter_cases where source <> 'GRAPH'`,
  );
  return new Set(rows.map(({ number }) => number));
}

function readApplications(
  system: LocalSystem,
): Promise<Pick<StoredMatters, 'rows' | 'steps' | 'events' | 'messages' | 'keys'>> {
  return inSnapshot(system, 'services', async (tx) => {
    const filed = tx`(select number from matter_cases where source = 'GRAPH')`;
    return {
      rows: await tx<StoredMatters['rows'][number][]>`
        select number, matter, version, state,
          (extract(epoch from ended_at - submitted_at) * 1000)::float8 as "tookMs",
          (official_ms + applicant_ms + machine_ms)::float8 as "countedMs" from matter_cases where source = 'GRAPH'`,
      steps: await tx<StoredMatters['steps'][number][]>`
        select case_number as number, name, state, department_case as "departmentCase" from matter_steps
        where case_number in ${filed}`,
      events: await tx<StoredMatters['events'][number][]>`
        select case_number as number, sequence, step, "from", "to", side, person,
          (extract(epoch from at) * 1000)::float8 as at from matter_events where case_number in ${filed}`,
      messages: await tx<StoredMatters['messages'][number][]>`
        select key as number, (payload->>'version')::int as version, payload->>'state' as state,
          position is not null and published_at is not null as "isTold" from outbox
        where topic = 'matter_case_changed' and key in ${filed}`,
      keys: await tx<StoredMatters['keys'][number][]>`
        select key, substr(holder, 6) as user, result as number from idempotency_keys where holder like 'user:%'`,
    };
  });
}

function readEnterprises(system: LocalSystem): Promise<Held> {
  return inSnapshot(system, 'enterprises', async (tx) => ({
    effects: await tx<StoredEffect[]>`
      select r.reference as application, 'NAME' as kind, r.id || ' ' || r.name as what from name_reservations r
      where r.ended is null
        or r.ended = 'REGISTERED' and exists (select 1 from cases c where c.reservation = r.id and c.uscc is not null)
      union all
      select c.reference, 'ENTERPRISE', e.uscc from enterprises e left join cases c on c.uscc = e.uscc where e.source = 'GRAPH'
      union all
      select c.reference, 'MANDATE', m.id from mandates m join cases c on c.uscc = m.uscc and c.filed_by = m.person
      where m.kind = 'LEGAL_REPRESENTATIVE' and m.revoked_at is null`,
    cases: await tx<StoredFiledCase[]>`
      select reference as application, number, 'a registration' as kind, state, decision from cases
      where filed_through is not null`,
  }));
}

function readTax(system: LocalSystem): Promise<Held> {
  return inSnapshot(system, 'tax', async (tx) => ({
    effects: await tx<StoredEffect[]>`
      select reference as application, 'TAXPAYER' as kind, id as what from taxpayers where reference is not null
      union all select reference, 'DEED_TAX', id from deed_taxes`,
    cases: [],
  }));
}

function readLand(system: LocalSystem): Promise<Held> {
  return inSnapshot(system, 'land', async (tx) => ({
    // A hold ends when what it was for is registered.
    effects: await tx<StoredEffect[]>`
      with registered as (
        select c.reference, e.unit, e.case_number from unit_holder_events e join cases c on c.number = e.case_number
        where e.action = 'REGISTER' and not exists (
          select 1 from unit_holder_events v where v.case_number = e.case_number and v.action = 'VOID'))
      select reference as application, 'HOLD' as kind, unit as what from unit_holds
      union all select reference, 'HOLD', unit from registered
      union all select reference, 'HOLDER', unit from registered
      union all
      select reference, 'PLANNING_PERMIT', planning_permit from cases
      where kind = 'LAND_USE_PLANNING' and decision = 'GRANTED' and voided_at is null`,
    cases: await tx<StoredFiledCase[]>`
      select reference as application, number, kind, state, decision from cases where filed_through is not null`,
  }));
}

function readPermits(system: LocalSystem): Promise<Held> {
  return inSnapshot(system, 'permits', async (tx) => ({
    effects: await tx<StoredEffect[]>`
        select c.reference as application, 'PERMIT ' || i.basic_code as kind, p.number as what
        from permits p join cases c on c.number = p.case_number join service_items i on i.code = c.service_item_code
        where c.filed_through is not null`,
    cases: await tx<StoredFiledCase[]>`
        select c.reference as application, c.number, i.basic_code as kind, c.state, c.decision
        from cases c join service_items i on i.code = c.service_item_code
        where c.filed_through is not null`,
  }));
}

/** Units that are not held by whom they were registered for, or given back to, last. */
function readWrongUnits(system: LocalSystem): Promise<string[]> {
  return inSnapshot(system, 'land', async (tx) => {
    const rows = await tx<{ code: string }[]>`
      select u.code from real_estate_units u
      join (select distinct on (unit) * from unit_holder_events order by unit, id desc) e on e.unit = u.code
      where (u.holder_uscc, u.holder_name) is distinct from (e.after_uscc, e.after_name)`;
    return rows.map(({ code }) => code);
  });
}
