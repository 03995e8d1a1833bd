import { CASE_TRANSITIONS, type CaseTransition } from '@yiwang/subgraph-kit/cases';
import type { Findings } from '../finding.ts';
import type { Stored, StoredCase, StoredEvent } from '../stored.ts';
import type { StoredMessage } from '../stored-rows.ts';

/** Every case has its whole timeline, tells followers of each step of it, and has the permit that was decided. */
export function checkTimelines(stored: Stored, findings: Findings): void {
  const events = groupByNumber(stored.events);
  const messages = groupByNumber(stored.messages);
  const cases = new Set(stored.cases.map(({ number }) => number));
  const permits = countByNumber(stored.permits);
  const voided = countByNumber(stored.voidedPermits);

  for (const row of stored.cases) {
    const timeline = (events.get(row.number) ?? []).toSorted((one, other) => one.sequence - other.sequence);
    const problem = problemOf(row, timeline);
    if (problem) findings.add('BROKEN_TIMELINE', row.number, `${row.number} ${problem}.`);
    checkMessages(row.number, timeline, messages.get(row.number) ?? [], findings);
    if (row.department === 'permits') {
      checkPermits(row, permits.get(row.number) ?? 0, voided.get(row.number) ?? 0, findings);
    }
  }
  for (const number of new Set([...events.keys(), ...messages.keys()])) {
    if (cases.has(number)) continue;
    findings.add(
      'BROKEN_TIMELINE',
      number,
      `${number} has a timeline or messages, and there is no such case.`,
    );
  }
}

function problemOf({ version, state, filedBy }: StoredCase, timeline: readonly StoredEvent[]): string | null {
  if (timeline.length === 0) return 'has no timeline';
  let before: StoredEvent | null = null;
  for (const event of timeline) {
    const { sequence, action, from, to, at } = event;
    const expected: number = (before?.sequence ?? 0) + 1;
    if (sequence !== expected) {
      return `has ${sequence < expected ? 'two events' : 'a hole'} in its timeline at version ${Math.min(expected, sequence)}`;
    }
    const transition = (CASE_TRANSITIONS as Readonly<Record<string, CaseTransition>>)[action];
    if (!transition) return `has an unknown step ${action}`;
    if (before === null && (action !== 'START' || from !== null)) return `begins with ${action}`;
    if (before !== null && from !== before.to) {
      return `was ${before.to} at version ${before.sequence}, and took ${action} from ${from}`;
    }
    if (from !== null && !(transition.from as readonly string[]).includes(from)) {
      return `took ${action} while it was ${from}`;
    }
    if (to !== (transition.to ?? from)) return `came from ${from} to ${to} by ${action}`;
    if (before !== null && at < before.at) return `has version ${sequence} before version ${before.sequence}`;
    before = event;
  }
  const [first] = timeline;
  if (first!.takenBy === 'PERSON' && first!.person !== filedBy)
    return `was filed by ${filedBy}, and begun by ${first!.person}`;
  if (before!.sequence !== version)
    return `is at version ${version}, and its timeline ends at ${before!.sequence}`;
  return before!.to === state ? null : `is ${state}, and its timeline ends with ${before!.to}`;
}

function checkMessages(
  number: string,
  timeline: readonly StoredEvent[],
  messages: readonly StoredMessage[],
  findings: Findings,
): void {
  const byVersion = Map.groupBy(messages, ({ version }) => version);
  for (const { sequence, to, takenBy } of timeline) {
    // Nobody followed what is made up.
    if (takenBy === 'GENERATOR') continue;
    const told = byVersion.get(sequence) ?? [];
    byVersion.delete(sequence);
    if (told.length === 1 && told[0]!.state === to && told[0]!.isTold) continue;
    const [one] = told;
    const what =
      told.length !== 1
        ? `${told.length} messages`
        : one!.isTold
          ? `a message of the state ${one!.state}`
          : 'a message that nobody was told';
    findings.add(
      'LOST_MESSAGE',
      number,
      `Version ${sequence} of ${number} (${to}) has ${what} in the outbox.`,
    );
  }
  for (const version of byVersion.keys()) {
    findings.add(
      'LOST_MESSAGE',
      number,
      `The outbox tells of version ${version} of ${number}, which is not in its timeline.`,
    );
  }
}

/** A granted case has one permit: in force, or voided by the matter that filed the case. */
function checkPermits(
  { number, decision, isOfMatter }: StoredCase,
  inForce: number,
  voided: number,
  findings: Findings,
): void {
  const expected = decision === 'GRANTED' ? 1 : 0;
  if (inForce + voided === expected && (voided === 0 || isOfMatter)) return;
  findings.add(
    'WRONG_PERMIT',
    number,
    `${number} was decided ${decision ?? 'not yet'}, and has ${inForce} permits in force and ${voided} voided ones.`,
  );
}

function countByNumber(numbers: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

function groupByNumber<Row extends { number: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ number }) => number);
}
