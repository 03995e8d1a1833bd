import type { Findings } from '../finding.ts';
import type { History, StepTold } from '../history.ts';
import type { Stored, StoredEvent } from '../stored.ts';
import type { StoredKey } from '../stored-rows.ts';

/**
 * Codes with which a repeated command may be answered although it was taken the first time: the right that the user had is gone,
 * or cannot be told while the department of mandates is away.
 */
export const RIGHT_IS_GONE = new Set(['NO_MANDATE', 'UNKNOWN_NUMBER', 'NOT_YOUR_REGION']);

/** No step that was told as taken is lost, none is taken twice, and none is taken that was told as rejected. */
export function checkSteps({ steps }: History, stored: Stored, findings: Findings): void {
  const events = new Map(stored.events.map((event) => [placeOf(event.number, event.sequence), event]));
  const keys = keysByName(stored.keys);
  const versions = new Map(stored.cases.map(({ number, version }) => [number, version]));
  /** Keys of the steps that explain an event, by its place. */
  const explained = new Map<string, string[]>();
  const explain = (place: string, key: string) =>
    explained.set(place, [...(explained.get(place) ?? []), key]);

  for (const step of steps) {
    const used = keys.get(nameOf(step)) ?? [];
    if (used.length > 1) {
      findings.add(
        'DOUBLED_STEP',
        step.key,
        `The key ${step.key} of ${step.user} is stored ${used.length} times.`,
      );
    }
    const { outcome } = step;
    if (outcome.told === 'TAKEN') checkTaken(step, outcome, used[0]);
    else if (outcome.told === 'REJECTED') checkRejected(step, outcome.code, used[0]);
    else if (used[0]) explain(placeOf(used[0].number, step.expectedVersion + 1), step.key);
  }

  for (const event of stored.events) {
    const place = placeOf(event.number, event.sequence);
    // What the program of a matter does is compared with its application: see check-matters.ts.
    if (event.takenBy !== 'PERSON') continue;
    const count = explained.get(place)?.length ?? 0;
    if (count === 1) continue;
    findings.add(
      count === 0 ? 'DOUBLED_STEP' : 'LOST_STEP',
      event.number,
      count === 0
        ? `${describe(event)} is stored, and no user sent it once: it was taken twice, or against what its user was told.`
        : `${describe(event)} is stored once, and was told as taken for ${count} commands: ${explained.get(place)!.join(', ')}.`,
    );
  }

  function checkTaken(
    step: StepTold,
    told: { number: string; version: number },
    key: StoredKey | undefined,
  ): void {
    const sequence = step.expectedVersion + 1;
    const place = placeOf(told.number, sequence);
    const event = events.get(place);
    explain(place, step.key);
    const lost = (what: string) =>
      findings.add(
        'LOST_STEP',
        told.number,
        `${step.user} was told that ${step.actions.join(' or ')} (key ${step.key}) made version ${sequence} of ${told.number}, but ${what}.`,
      );
    if (!event) return lost('its timeline does not hold that');
    if (!step.actions.includes(event.action) || event.person !== step.user) {
      return lost(`its timeline holds ${describe(event)}`);
    }
    if (step.number !== null && step.number !== told.number) return lost(`the step was for ${step.number}`);
    if (!key) return lost('its key is not stored');
    if (key.number !== told.number) return lost(`its key is stored for ${key.number}`);
    if (told.version < sequence || told.version > (versions.get(told.number) ?? 0)) {
      lost(
        `the case was told at version ${told.version} and is stored at ${versions.get(told.number) ?? 'none'}`,
      );
    }
  }

  function checkRejected(step: StepTold, code: string, key: StoredKey | undefined): void {
    if (key && step.tries > 1 && RIGHT_IS_GONE.has(code)) {
      explain(placeOf(key.number, step.expectedVersion + 1), step.key);
      return;
    }
    if (key) {
      findings.add(
        'REJECTED_STEP_TAKEN',
        key.number,
        `${step.user} was told ${code} for ${step.actions.join(' or ')} (key ${step.key}), but the key is stored for ${key.number}.`,
      );
      explain(placeOf(key.number, step.expectedVersion + 1), step.key);
      return;
    }
    if (code !== 'STALE_VERSION' || step.number === null) return;
    const version = versions.get(step.number) ?? 0;
    if (version > step.expectedVersion) return;
    findings.add(
      'FALSE_REJECTION',
      step.number,
      `${step.user} was told that ${step.number} is past version ${step.expectedVersion}, but it is stored at version ${version}.`,
    );
  }
}

function keysByName(keys: readonly StoredKey[]): ReadonlyMap<string, StoredKey[]> {
  const byName = new Map<string, StoredKey[]>();
  for (const key of keys) byName.set(nameOf(key), [...(byName.get(nameOf(key)) ?? []), key]);
  return byName;
}

function describe({ number, sequence, action, person }: StoredEvent): string {
  return `${action} by ${person} as version ${sequence} of ${number}`;
}

const placeOf = (number: string, sequence: number) => `${number} ${sequence}`;
const nameOf = ({ user, key }: { user: string; key: string }) => `${user} ${key}`;
