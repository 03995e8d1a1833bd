import { setTimeout as sleep } from 'node:timers/promises';
import { findLocalSystem, type LocalSystem } from '@yiwang/cli/local-system';
import { createRandom } from '@yiwang/testing/random-graph';
import { type CastSize, makeCast } from './cast.ts';
import { runMatterApplicant, runOperator } from './matters/matter-users.ts';
import { settleMatters } from './matters/settle-matters.ts';
import type { History, Killed } from './history.ts';
import { killProcesses } from './system/kill-processes.ts';
import { listUntold, readStored } from './system/stored-facts.ts';
import { type DepartmentAddress, verifyLogs } from './system/verify-logs.ts';
import type { Stored } from './stored.ts';
import { DESKS } from './users/steps.ts';
import { runUploader } from './users/upload-materials.ts';
import { createDiary } from './users/diary.ts';
import { runApplicant, runOfficial, runReader, type Shift } from './users/users.ts';

/** Milliseconds after the end of a run in which users still ask what came of what they sent. */
const LAST_ANSWERS_MS = 45_000;
/** Milliseconds in which all that is under way must have come to rest. */
const REST_MS = 90_000;

export interface RunOptions extends CastSize {
  /** Data folder of a running system. */
  data: string;
  /** Every choice of users and of what is killed follows from it, but not when what happens. */
  seed: string;
  seconds: number;
  /** What is done to the system while users work, after `seconds`; they work until it is done. */
  meanwhile?: () => Promise<void>;
  /** What users have not done yet, without which the run would mean little: they work on until there is nothing, at most three times as long. */
  missing?: (told: Omit<History, 'kills'>) => readonly string[];
  /** Milliseconds that a user thinks between two things that he does, on average. */
  thinkMs: number;
  /** Milliseconds from one process that is killed to the next, on average; null to kill none. */
  killEveryMs: number | null;
  /** Kills these only; all when left out. */
  kills?: readonly string[];
  onKill?: (killed: Killed) => void;
}

export interface RunResult {
  history: History;
  /** How many answers had an error with each code, and how many did not come. */
  troubles: ReadonlyMap<string, number>;
}

/** Lets users work on cases while processes are killed; returns what they were told. */
export async function runUsers(options: RunOptions): Promise<RunResult> {
  const system = runningSystem(options.data);
  const { seed, seconds, thinkMs, killEveryMs } = options;
  const cast = await makeCast(system, seed, options);
  const diary = createDiary();
  const over = new AbortController();
  const giveUp = new AbortController();
  const shift: Shift = { stop: over.signal, giveUp: giveUp.signal, thinkMs };
  const url = `${system.gateway}/graphql`;
  const at = <Person>(person: Person, name: string) => ({
    ...person,
    url,
    diary,
    random: createRandom(`${seed} ${name}`),
  });

  const working = Promise.all([
    ...cast.applicants.map((one) => runApplicant(at(one, one.user), one.matters, shift)),
    ...cast.uploaders.map((one) => runUploader(at(one, one.user), one.matters, shift)),
    ...cast.officials.map((one) => runOfficial(at(one, one.user), DESKS.permits, [], shift)),
    ...cast.matters.applicants.map((one, i) =>
      runMatterApplicant(at(one, `${one.user} ${i}`), one.plans, shift),
    ),
    ...cast.matters.officials.map((one) => runOfficial(at(one, one.user), one.desk, one.regions, shift)),
    ...cast.matters.operators.map((one) => runOperator(at(one, one.user), { ...shift, thinkMs: 1000 })),
    ...cast.readers.map((one, i) => runReader(at(one, `reader ${i}`), shift)),
  ]);
  const killing =
    killEveryMs === null
      ? Promise.resolve([])
      : killProcesses(
          system,
          {
            random: createRandom(`${seed} kills`),
            everyMs: killEveryMs,
            ...(options.kills && { only: options.kills }),
            ...(options.onKill && { onKill: options.onKill }),
          },
          over.signal,
        );
  try {
    // Users end only when they are told to.
    await Promise.race([longEnough(), working]);
  } finally {
    over.abort();
  }
  const kills = await killing;
  const patience = setTimeout(() => giveUp.abort(), LAST_ANSWERS_MS);
  await working;
  clearTimeout(patience);
  return { history: { ...diary.history, kills }, troubles: diary.troubles };

  async function longEnough(): Promise<void> {
    await sleep(seconds * 1000);
    await options.meanwhile?.();
    const end = Date.now() + 2 * seconds * 1000;
    while (options.missing?.(diary.history).length && Date.now() < end) await sleep(1000);
  }
}

/**
 * Reads what is stored, once all that was under way has come to rest. Matters get some time to end or to wait for people; one that does not is
 * read as it is.
 *
 * @param settleMs how much time
 * @param addresses of the processes of departments, where a balancer stands before them
 * @throws Error when what has changed is not told
 */
export async function readAtRest(
  data: string,
  settleMs?: number,
  addresses?: readonly DepartmentAddress[],
): Promise<Stored> {
  const system = runningSystem(data);
  await settleMatters(system, settleMs);
  let problem: unknown;
  for (const end = Date.now() + REST_MS; Date.now() < end; await sleep(1000)) {
    try {
      const untold = await listUntold(system);
      if (untold.length > 0) throw new Error(`Changes have not been told: ${untold.join('; ')}.`);
      // Seals reach the departments within some seconds, and records the exchange.
      await sleep(5000);
      return await readStored(system, await verifyLogs(system, addresses));
    } catch (error) {
      problem = error; // such as a database that is just started again
    }
  }
  throw problem;
}

function runningSystem(data: string): LocalSystem {
  const system = findLocalSystem(data);
  if (!system) throw new Error(`No system runs on ${data}.`);
  return system;
}
