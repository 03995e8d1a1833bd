import type { Findings } from '../finding.ts';
import type { StepTold } from '../history.ts';
import { RIGHT_IS_GONE } from '../rules/check-steps.ts';
import type { StoredKey } from '../stored-rows.ts';
import type { StoredMatters } from './stored-matters.ts';

/** Each command on an application that was told as taken is stored, once, and none that was told as rejected. */
export function checkMatterCommands(
  told: readonly StepTold[],
  { rows, events, keys }: StoredMatters,
  findings: Findings,
): void {
  const versions = new Map(rows.map(({ number, version }) => [number, version]));
  const byName = Map.groupBy(keys, nameOf);
  /** How many commands of each person on each application have a key, which is stored with what they do. */
  const kept = new Map<string, number>();

  for (const step of told) {
    const used = byName.get(nameOf(step)) ?? [];
    if (used.length > 1) {
      findings.add(
        'DOUBLED_STEP',
        step.key,
        `The key ${step.key} of ${step.user} is stored ${used.length} times.`,
      );
    }
    const [key] = used;
    if (key) kept.set(placeOf(key.number, step.user), (kept.get(placeOf(key.number, step.user)) ?? 0) + 1);
    const what = `${step.actions.join(' or ')} (key ${step.key})`;
    const { outcome } = step;
    if (outcome.told === 'TAKEN') {
      const problem = problemOf(step, outcome, key, versions);
      if (problem)
        findings.add(
          'LOST_STEP',
          outcome.number,
          `${step.user} was told that ${what} of ${outcome.number} was taken, but ${problem}.`,
        );
    }
    if (outcome.told !== 'REJECTED') continue;
    if (key && !(step.tries > 1 && RIGHT_IS_GONE.has(outcome.code))) {
      findings.add(
        'REJECTED_STEP_TAKEN',
        key.number,
        `${step.user} was told ${outcome.code} for ${what}, but the key is stored for ${key.number}.`,
      );
    }
    const version = versions.get(step.number ?? '') ?? 0;
    if (outcome.code === 'STALE_VERSION' && version <= step.expectedVersion) {
      findings.add(
        'FALSE_REJECTION',
        step.number!,
        `${step.user} was told that ${step.number} is past version ${step.expectedVersion}, but it is stored at version ${version}.`,
      );
    }
  }

  // Each command of a person makes one event of his, and what follows from it is the program's.
  const made = Map.groupBy(
    events.filter(({ person }) => person !== null),
    ({ number, person }) => placeOf(number, person!),
  );
  for (const place of new Set([...kept.keys(), ...made.keys()])) {
    const [commands, found] = [kept.get(place) ?? 0, made.get(place)?.length ?? 0];
    if (commands === found) continue;
    findings.add(
      found > commands ? 'DOUBLED_STEP' : 'LOST_STEP',
      place,
      `${place} has ${found} events in the timeline, and ${commands} commands with a key.`,
    );
  }
}

function problemOf(
  step: StepTold,
  { number, version }: { number: string; version: number },
  key: StoredKey | undefined,
  versions: ReadonlyMap<string, number>,
): string | null {
  const stored = versions.get(number);
  if (stored === undefined) return 'it is not stored';
  if (!key) return 'its key is not stored';
  if (key.number !== number) return `its key is stored for ${key.number}`;
  if (step.number !== null && step.number !== number) return `the command was for ${step.number}`;
  if (version > stored || version <= step.expectedVersion) {
    return `it was told at version ${version}, after version ${step.expectedVersion}, and is stored at ${stored}`;
  }
  return null;
}

const nameOf = ({ key, user }: { key: string; user: string }) => `${user} ${key}`;
const placeOf = (number: string, person: string) => `${number} by ${person}`;
