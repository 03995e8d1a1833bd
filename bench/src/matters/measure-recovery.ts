import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../places.ts';
import { figure } from '../report/markdown-table.ts';
import { say } from '../report/progress.ts';
import { beginOpening, type Opening, submitOpening } from './open-enterprises.ts';
import { openPeople } from './people.ts';
import { openStored, type StoredOpenings } from './stored-openings.ts';

const PATIENCE_MS = 300_000;
const AIM_S = 10;
export const RECOVERY_HEAD = [
  'applications under way',
  'steps that were due',
  'the gateway answers after s',
  'all of them taken after s',
  `within ${AIM_S}`,
];

export interface RecoveryOptions {
  /** Of the gateway. */
  url: string;
  data: string;
  /** Applications that wait for people when everything is killed. */
  waiting: number;
  /** Applications that are submitted just before, as fast as it goes. */
  submitted: number;
  inFlight: number;
  first: number;
}

/**
 * Kills the gateway, every department and PostgreSQL with SIGKILL while applications are under way, and measures until every step that was due
 * is taken. The launcher starts them again.
 *
 * @returns a row of the table
 */
export async function measureRecovery(options: RecoveryOptions): Promise<string[]> {
  const { url, data, waiting, submitted, first } = options;
  await submitAll(options, waiting, first);
  await untilNothingIsDue(data);
  await submitAll(options, submitted, first + waiting);
  const killedAt = performance.now();
  const due = await killAll(data);
  const since = () => (performance.now() - killedAt) / 1000;
  await until(async () => (await fetch(new URL('/ready', url))).ok);
  const readyS = since();
  await untilNothingIsDue(data);
  const doneS = since();
  say(`matters: everything goes on after ${figure(doneS)} s`);
  const verdict = doneS <= AIM_S ? 'yes' : '**no**';
  return [String(waiting + submitted), String(due), figure(readyS), figure(doneS), verdict];
}

async function submitAll(
  { url, data, inFlight }: RecoveryOptions,
  count: number,
  first: number,
): Promise<void> {
  await using people = await openPeople(url, data, inFlight);
  const openings: Opening[] = [];
  await inTurns(count, inFlight, async (i) => void openings.push(await beginOpening(people, first + i)));
  say(`matters: submitting ${count} applications`);
  await inTurns(count, inFlight, (i) => submitOpening(people, openings[i]!));
}

/** Over one connection, once there is one: to open one for each look costs CPU, on both sides, that what is measured needs. */
async function untilNothingIsDue(data: string): Promise<void> {
  let stored: StoredOpenings | null = null;
  try {
    await until(async () => {
      try {
        stored ??= await openStored(data);
        return (await stored.atWork()) === 0;
      } catch (error) {
        // The driver would wait ever longer before it connects again.
        await stored?.[Symbol.asyncDispose]();
        stored = null;
        throw error;
      }
    });
  } finally {
    await (stored as StoredOpenings | null)?.[Symbol.asyncDispose]();
  }
}

/** Ends every process but the launcher. Returns how many steps were due. */
async function killAll(data: string): Promise<number> {
  const [{ findLocalSystem }, { findProcesses }] = await Promise.all([
    import(new URL('packages/cli/src/options/local-system.ts', ROOT).href),
    import(new URL('test/checker/system/find-processes.ts', ROOT).href),
  ]);
  const processes: { name: string; pid: number }[] = await findProcesses(findLocalSystem(data));
  await using stored = await openStored(data);
  const due = await stored.atWork();
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended with another one.
    }
  }
  return due;
}

async function until(check: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await check().catch(() => false)); await sleep(100)) {
    if (Date.now() > end) throw new Error(`Not everything went on within ${PATIENCE_MS} ms.`);
  }
}

/** Runs work for 0 to below `count`, at most `width` at once. */
async function inTurns(count: number, width: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
