import type { AccessRecord } from './access-record.ts';
import type { Finding } from './finding.ts';

/** Clocks of a gateway and a department may differ. */
const CLOCK_SKEW_MS = 30_000;

/** What is needed of a record to find it in the other logs. */
export type ComparedRecord = Pick<
  AccessRecord,
  'at' | 'gateway' | 'sequence' | 'fields' | 'client' | 'outcome' | 'assertion' | 'assertions' | 'via'
>;

/** What was read of a log. */
export interface ComparedLog {
  /** Whether it was read from its first record on. */
  isWhole: boolean;
  records: readonly ComparedRecord[];
}

export interface Comparison {
  /** By department; null where it agrees with the gateways. */
  findings: ReadonlyMap<string, Finding | null>;
}

/**
 * Compares the logs of gateways and departments: each read that a department has answered must stand in the log of the gateway
 * that it says has asked, and each that a gateway has written down in the logs of the departments whose data it was.
 *
 * @param gateways by name
 * @param departments by name, with the coordinates of their conditional fields
 * @param until what is newer (milliseconds since 1970) may be under way, and is not judged
 */
export function compareLogs(
  gateways: ReadonlyMap<string, ComparedLog>,
  departments: ReadonlyMap<string, ComparedLog & { fields: readonly string[] }>,
  until: number,
): Comparison {
  const asserted = new Map([...gateways].map(([name, { records }]) => [name, assertedBy(records)]));
  const findings = new Map<string, Finding | null>();

  for (const [department, { records }] of departments) {
    const seen = new Set<string>();
    let finding: Finding | null = null;
    for (const record of records) {
      const { assertion = '', at, gateway, sequence, client } = record;
      if (seen.has(assertion)) {
        const message = `Record ${sequence} answers an assertion of ${gateway} that was answered before.`;
        finding ??= { reason: 'REPLAYED', sequence, message };
        continue;
      }
      seen.add(assertion);
      if (isAsserted(asserted.get(gateway), assertion)) continue;
      if (Date.parse(at) > until || isBefore(at, gateways.get(gateway), CLOCK_SKEW_MS)) continue;
      const message = `Record ${sequence} is a read for ${client} of ${at} that the gateway ${gateway} has not written down, or not handed over: it ended before it could, or its key is in other hands.`;
      finding ??= { reason: 'UNLOGGED', sequence, message };
    }
    findings.set(department, finding);
  }

  const served = servedBy(departments);
  const ownersOf = ownersByField(departments);
  for (const [gateway, { records }] of gateways) {
    for (const record of records) {
      const { assertion, via = [], at, sequence, fields, outcome } = record;
      const ids = assertion === undefined ? via : [assertion, ...via];
      // One of an earlier version says nothing of its assertions. What failed may have reached no department.
      if (ids.length === 0 || outcome !== 'COMPLETE') continue;
      for (const field of fields) {
        const owners = ownersOf.get(field);
        if (!owners) continue;
        const isServed = ids.some((id) => served.get(`${gateway} ${id}`)?.has(field));
        if (isServed || Date.parse(at) > until) continue;
        if (owners.some(([, log]) => isBefore(at, { ...log, isWhole: false }, 0))) continue;
        const message = `The gateway ${gateway} has written down a read of ${field} at ${at} (its record ${sequence}) that is not in this log.`;
        const [owner] = owners[0]!;
        if (!findings.get(owner)) findings.set(owner, { reason: 'UNSERVED', sequence, message });
      }
    }
  }
  return { findings };
}

/** How many assertions were sent under each id. */
function assertedBy(records: readonly ComparedRecord[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { assertion, assertions = 0 } of records) {
    if (assertion !== undefined) counts.set(assertion, Math.max(assertions, counts.get(assertion) ?? 0));
  }
  return counts;
}

/** `<id>.<number>`, and behind that `#<event>` for an event of a subscription. */
const ASSERTION = /^(.+)\.([1-9]\d{0,9})(#\d+)?$/;

function isAsserted(counts: ReadonlyMap<string, number> | undefined, assertion: string): boolean {
  const [, id, number] = ASSERTION.exec(assertion) ?? [];
  return id !== undefined && Number(number) <= (counts?.get(id) ?? 0);
}

/** The departments that have a field among their conditional ones, in the order in which they are given. */
function ownersByField<Log extends { fields: readonly string[] }>(
  departments: ReadonlyMap<string, Log>,
): ReadonlyMap<string, (readonly [string, Log])[]> {
  const owners = new Map<string, (readonly [string, Log])[]>();
  for (const [department, log] of departments) {
    for (const field of new Set(log.fields)) {
      const known = owners.get(field);
      if (known) known.push([department, log]);
      else owners.set(field, [[department, log]]);
    }
  }
  return owners;
}

/** The fields that departments have answered, by gateway and id of its assertions. */
function servedBy(departments: ReadonlyMap<string, ComparedLog>): ReadonlyMap<string, ReadonlySet<string>> {
  const served = new Map<string, Set<string>>();
  for (const { records } of departments.values()) {
    for (const { gateway, assertion = '', fields } of records) {
      const key = `${gateway} ${ASSERTION.exec(assertion)?.[1] ?? ''}`;
      const known = served.get(key);
      if (known) for (const field of fields) known.add(field);
      else served.set(key, new Set(fields));
    }
  }
  return served;
}

/** Whether a log, where not all of it was read, or it was begun later, need not hold what was done at a time. */
function isBefore(at: string, log: ComparedLog | undefined, skewMs: number): boolean {
  if (!log || log.isWhole) return false;
  const first = log.records[0];
  return first === undefined || Date.parse(at) < Date.parse(first.at) + skewMs;
}
