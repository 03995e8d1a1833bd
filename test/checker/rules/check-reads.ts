import type { Findings } from '../finding.ts';
import type { CaseTold, History } from '../history.ts';
import type { Stored } from '../stored.ts';

/** Readers see only what they have a right to, and each case as it stood at some moment of their asking. */
export function checkReads({ reads, steps }: History, stored: Stored, findings: Findings): void {
  const states = new Map(stored.events.map(({ number, sequence, to }) => [`${number} ${sequence}`, to]));
  const submitted = new Map(
    stored.events
      .filter(({ action }) => action === 'SUBMIT')
      .map(({ number, sequence }): [string, number] => [number, sequence]),
  );
  const taken = takenByNumber(steps);

  for (const { request, client, user, right, cases, sentAt } of reads) {
    const reader = user === null ? client : `${user} by ${client}`;
    if (right === 'NONE' && cases.length > 0) {
      const numbers = cases.map(({ number }) => number).join(', ');
      findings.add(
        'UNAUTHORIZED_READ',
        request,
        `${reader} has neither a grant nor another right, and was told of ${numbers}.`,
      );
    }
    for (const told of cases) {
      // A draft is its applicant's alone.
      if (right !== 'OWN' && told.version < (submitted.get(told.number) ?? Infinity)) {
        const what = `${told.number}, which had not been submitted at version ${told.version}`;
        findings.add('UNAUTHORIZED_READ', request, `${reader} was told of ${what}.`);
      }
      const problem = problemOf(told, sentAt);
      if (problem) findings.add('STALE_READ', told.number, `${reader} (request ${request}) ${problem}.`);
    }
  }

  function problemOf({ number, version, state }: CaseTold, sentAt: number): string | null {
    const stood = states.get(`${number} ${version}`);
    if (stood === undefined) return `was told of version ${version} of ${number}, which is not stored`;
    if (stood !== state)
      return `was told that ${number} is ${state} at version ${version}, where it was ${stood}`;
    const newest = newestBefore(taken.get(number) ?? [], sentAt);
    return version >= newest
      ? null
      : `was told of version ${version} of ${number}, although version ${newest} had been told before it asked`;
  }
}

interface Taken {
  version: number;
  endedAt: number;
}

function takenByNumber(steps: History['steps']): ReadonlyMap<string, Taken[]> {
  const byNumber = new Map<string, Taken[]>();
  for (const { outcome, endedAt } of steps) {
    if (outcome.told !== 'TAKEN') continue;
    const { number, version } = outcome;
    const known = byNumber.get(number);
    if (known) known.push({ version, endedAt });
    else byNumber.set(number, [{ version, endedAt }]);
  }
  return byNumber;
}

function newestBefore(taken: readonly Taken[], moment: number): number {
  return taken.reduce(
    (newest, { version, endedAt }) => (endedAt < moment ? Math.max(newest, version) : newest),
    0,
  );
}
