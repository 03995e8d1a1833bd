import type { Findings } from '../finding.ts';
import type { StoredMatterCase, StoredMatterEvent, StoredMatters } from './stored-matters.ts';

/** The timeline of every application is whole, leads to where it and its steps stand, and each of its versions was told. */
export function checkMatterTimelines(matters: StoredMatters, findings: Findings): void {
  const events = Map.groupBy(matters.events, ({ number }) => number);
  const messages = Map.groupBy(matters.messages, ({ number }) => number);
  const steps = Map.groupBy(matters.steps, ({ number }) => number);
  for (const row of matters.rows) {
    const timeline = (events.get(row.number) ?? []).toSorted((one, other) => one.sequence - other.sequence);
    const states = new Map((steps.get(row.number) ?? []).map(({ name, state }) => [name, state]));
    const problem = problemOf(row, timeline, states);
    if (problem) findings.add('BROKEN_TIMELINE', row.number, `${row.number} ${problem}.`);

    // The first version is told to nobody: a draft has just been begun.
    const told = (messages.get(row.number) ?? []).toSorted((one, other) => one.version - other.version);
    const isWhole =
      told.length === row.version - 1 && told.every(({ version, isTold }, i) => isTold && version === i + 2);
    if (!isWhole) {
      const list = told.map(({ version, isTold }) => `${version}${isTold ? '' : ' (not told)'}`).join(', ');
      findings.add(
        'LOST_MESSAGE',
        row.number,
        `${row.number} is at version ${row.version}, and the outbox has ${list || 'nothing'}.`,
      );
    }
  }
  const rows = new Set(matters.rows.map(({ number }) => number));
  for (const number of new Set([...events.keys(), ...messages.keys()])) {
    if (!rows.has(number))
      findings.add(
        'BROKEN_TIMELINE',
        number,
        `${number} has a timeline or messages, and there is no such application.`,
      );
  }
}

function problemOf(
  { state, tookMs, countedMs }: StoredMatterCase,
  timeline: readonly StoredMatterEvent[],
  states: ReadonlyMap<string, string>,
): string | null {
  const [first] = timeline;
  if (first?.to !== 'DRAFT' || first.from !== null) return 'does not begin as a draft';
  let whole = 'DRAFT';
  const stands = new Map([...states.keys()].map((name) => [name, 'WAITING']));
  let before = first;
  for (const [i, event] of timeline.entries()) {
    const { sequence, step, from, to, at } = event;
    if (sequence !== i + 1)
      return `has ${sequence > i + 1 ? 'a hole' : 'two events'} in its timeline at ${i + 1}`;
    if (at < before.at) return `has event ${sequence} before event ${before.sequence}`;
    before = event;
    if (i === 0) continue;
    const stood = step === null ? whole : stands.get(step);
    if (from !== stood)
      return `has ${step ?? 'itself'} come from ${from} at event ${sequence}, where it was ${stood}`;
    if (step === null) whole = to;
    else stands.set(step, to);
  }
  if (whole !== state) return `is ${state}, and its timeline ends with ${whole}`;
  for (const [name, stored] of states) {
    if (stands.get(name) !== stored)
      return `has ${name} ${stored}, and its timeline ends with ${stands.get(name)}`;
  }
  if (tookMs !== null && countedMs !== null && Math.abs(tookMs - countedMs) > MOST_ROUNDED_MS) {
    return `took ${tookMs} ms, and its times add up to ${countedMs} ms`;
  }
  return null;
}

/** Moments are kept to the microsecond and counted in whole milliseconds. */
const MOST_ROUNDED_MS = 1;
