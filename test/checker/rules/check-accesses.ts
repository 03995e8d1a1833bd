import { type AccessRecord, compareLogs, OWN_DATA } from '@yiwang/access-log';
import type { Findings } from '../finding.ts';
import type { History, Killed, ReadTold } from '../history.ts';
import type { StoredAccesses } from '../stored.ts';

/**
 * A department writes a read down before the gateway does, so a gateway that is killed in between has not; and what it had asked for
 * before its end, a department may still write down behind it, once it has its database again. Nobody was answered then, so it is
 * no hole: that each answer has its record is checked one by one.
 */
const IN_BETWEEN_MS = 30_000;

/** Every answer with data that is shared with condition stands in the access log, and the logs hold together. */
export function checkAccesses(
  { reads, kills }: History,
  { gateway, departments, broken }: StoredAccesses,
  findings: Findings,
): void {
  for (const line of broken) findings.add('BROKEN_LOG', 'access log', line);

  const served = servedAssertions(departments);
  const byRequest = Map.groupBy(gateway, ({ request }) => request);
  for (const read of reads) {
    if (read.cases.length === 0) continue;
    const problem = problemOf(read, byRequest.get(read.request) ?? [], served);
    if (problem)
      findings.add(
        'UNLOGGED_READ',
        read.request,
        `${read.user ?? read.client} was answered at ${new Date(read.endedAt).toISOString()} (request ${read.request}), and ${problem}.`,
      );
  }

  compareDepartments(gateway, departments, kills, findings);
}

function problemOf(
  { client, user, right, cases }: ReadTold,
  records: readonly AccessRecord[],
  served: ReadonlySet<string>,
): string | null {
  if (records.length === 0) return 'the log of the gateway has no record of it';
  const subjects = new Set(
    records.flatMap((record) => record.subjects.map(({ type, key }) => `${type} ${key}`)),
  );
  const left = cases
    .filter(({ number }) => !subjects.has(`${typeOf(number)} ${number}`))
    .map(({ number }) => number);
  if (left.length > 0 && records.every(({ moreSubjects }) => moreSubjects === 0)) {
    return `its record does not name ${left.join(', ')}`;
  }
  const other = records.find((record) => record.client !== client || record.user !== user);
  if (other) return `its record is of ${other.user ?? other.client}`;
  const grants = records.flatMap((record) => record.grants);
  if (right === 'GRANT' && !grants.some((grant) => grant !== OWN_DATA)) return 'its record names no grant';
  if (right === 'OWN' && !grants.includes(OWN_DATA))
    return 'its record does not say that the data is his own';
  const assertions = records.flatMap(({ assertion, via = [] }) => [
    ...(assertion ? [assertion] : []),
    ...via,
  ]);
  if (!assertions.some((id) => served.has(id)))
    return `no department has a record of it (${describe(records)})`;
  if (records.every(({ outcome }) => outcome === 'FAILED'))
    return 'its record says that nothing was answered';
  return null;
}

/** The type of a case, which its number tells. */
function typeOf(number: string): string {
  if (number.startsWith('QY')) return 'RegistrationCase';
  return number.startsWith('LD') ? 'LandCase' : 'Case';
}

function describe(records: readonly AccessRecord[]): string {
  const lines = records.map(
    ({ gateway, sequence, outcome, assertion, assertions = 0, via = [] }) =>
      `record ${sequence} of ${gateway}: ${outcome}, ${assertions} assertions ${assertion ?? ''}, by way of ${via.join(' ') || 'none'}`,
  );
  return lines.join('; ');
}

/** What the ids begin with of the assertions that departments have answered. */
function servedAssertions(departments: StoredAccesses['departments']): ReadonlySet<string> {
  const records = [...departments.values()].flatMap((log) => log.records);
  return new Set(records.map(({ assertion = '' }) => assertion.replace(/\.\d+(#\d+)?$/, '')));
}

/** As `yiwang verify-log` compares them, but for reads that a killed gateway could not write down any more. */
function compareDepartments(
  gateway: readonly AccessRecord[],
  departments: StoredAccesses['departments'],
  kills: readonly Killed[],
  findings: Findings,
): void {
  const gateways = new Map(
    [...Map.groupBy(gateway, (record) => record.gateway)].map(([name, records]) => [
      name,
      { isWhole: true, records },
    ]),
  );
  const gatewayKills = kills.filter(({ name }) => name.startsWith('gateway')).map(({ at }) => at);
  const left = new Map(
    [...departments].map(([name, log]) => [
      name,
      { isWhole: true, records: [...log.records], fields: log.fields },
    ]),
  );
  for (;;) {
    let isAgain = false;
    for (const [department, finding] of compareLogs(gateways, left, Infinity).findings) {
      if (!finding) continue;
      const log = left.get(department)!;
      const place = log.records.findIndex(({ sequence }) => sequence === finding.sequence);
      const at = Date.parse(log.records[place]?.at ?? '');
      const isInBetween = gatewayKills.some((kill) => Math.abs(at - kill) < IN_BETWEEN_MS);
      if (finding.reason === 'UNLOGGED' && isInBetween) {
        log.records.splice(place, 1);
        isAgain = true;
        continue;
      }
      findings.add(
        'BROKEN_LOG',
        `${department} ${finding.sequence}`,
        `${finding.reason} in the log of ${department}: ${finding.message}`,
      );
      left.delete(department);
    }
    if (!isAgain) return;
  }
}
