import { setTimeout as sleep } from 'node:timers/promises';
import { figure, markdownTable } from '../report/markdown-table.ts';
import { quantile } from '../report/median.ts';
import { say } from '../report/progress.ts';
import { beginOpening, grantRegistration, reviewRegistration, submitOpening } from './open-enterprises.ts';
import type { People } from './people.ts';
import type { StoredOpenings } from './stored-openings.ts';

const PATIENCE_MS = 60_000;
const AIM_MS = 2000;
const HEAD = ['what programs do', 'p50 ms', 'p99 ms', 'most ms', `p99 under ${AIM_MS}`];

export interface SpeedOptions {
  /** Applications that are submitted, and registrations that are granted, at once. */
  atOnce: number;
  rounds: number;
  /** What the first applicant is called. */
  first: number;
}

/** Opens enterprises, several at once, and measures how long programs took. Officials decide by program, at once. */
export async function measureSpeed(
  people: People,
  stored: StoredOpenings,
  { atOnce, rounds, first }: SpeedOptions,
): Promise<string> {
  const times: { filedMs: number; followedMs: number }[] = [];
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const openings = await each(atOnce, (i) => beginOpening(people, first + round * atOnce + i));
    const numbers = openings.map(({ number }) => number);
    await Promise.all(openings.map((opening) => submitOpening(people, opening)));
    await settled(stored, numbers, ['registration']);
    const registrations = [...(await stored.registrations(numbers)).values()];
    await Promise.all(registrations.map((number) => reviewRegistration(people, number)));
    await sleep(1000); // what is read of that has nothing to do with what is measured
    await Promise.all(registrations.map((number) => grantRegistration(people, number)));
    await settled(stored, numbers, ['tax', 'seal', 'food']);
    if (round > 0) times.push(...(await stored.times(numbers)));
    say(`matters: round ${round} of ${rounds}`);
  }
  const rows: [string, number[]][] = [
    ['from the submission to the filed registration', times.map(({ filedMs }) => filedMs)],
    [
      'from the grant to the tax registration and two filed permits',
      times.map(({ followedMs }) => followedMs),
    ],
    ['both', times.map(({ filedMs, followedMs }) => filedMs + followedMs)],
  ];
  return markdownTable(
    HEAD,
    rows.map(([what, all]) => {
      const ascending = all.toSorted((one, other) => one - other);
      const p99 = quantile(ascending, 0.99);
      const verdict = what === 'both' ? (p99 < AIM_MS ? 'yes' : '**no**') : '';
      return [what, figure(quantile(ascending, 0.5)), figure(p99), figure(ascending.at(-1)!), verdict];
    }),
  );
}

/** @throws Error when steps do not come to people in time */
async function settled(
  stored: StoredOpenings,
  numbers: readonly string[],
  names: readonly string[],
): Promise<void> {
  const expected = numbers.length * names.length;
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(200)) {
    const count = await stored.settled(numbers, names);
    if (count === expected) return;
    if (Date.now() > end) throw new Error(`${count} of ${expected} steps (${names.join(', ')}) are done.`);
  }
}

/** So many at once as there are. */
export function each<Made>(count: number, make: (i: number) => Promise<Made>): Promise<Made[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => make(i)));
}
