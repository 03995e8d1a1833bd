import { join } from 'node:path';
import { cpus } from 'node:os';
import { markdownTable } from '../report/markdown-table.ts';
import { measureRecovery, RECOVERY_HEAD } from '../matters/measure-recovery.ts';
import { measureSpeed } from '../matters/measure-speed.ts';
import { openPeople } from '../matters/people.ts';
import { openStored } from '../matters/stored-openings.ts';
import { temporaryFolder } from '../processes/temporary-folder.ts';
import { say } from '../report/progress.ts';
import { startSystem } from '../system/start-system.ts';

const SCALE = 0.05;

export interface MattersOptions {
  rounds: number;
  /** Applications at once. */
  atOnce: number;
  /** Applications that are under way when everything is killed. */
  underWay: number;
  /** First of 20 ports. */
  port: number;
}

/** Measures what programs take to open an enterprise, and how soon matters go on after everything was killed. */
export async function measureMatters({ rounds, atOnce, underWay, port }: MattersOptions): Promise<void> {
  using folder = temporaryFolder();
  const data = join(folder.path, 'data');
  say(`matters: starting the system at scale ${SCALE}`);
  await using system = await startSystem({ data, port, scale: SCALE, cpus: `0-${cpus().length - 1}` });
  {
    await using people = await openPeople(system.url, data, atOnce);
    await using stored = await openStored(data);
    const table = await measureSpeed(people, stored, { atOnce, rounds, first: 0 });
    process.stdout.write(`### opening an enterprise, ${atOnce} at once, ${rounds} times\n\n${table}\n\n`);
  }
  const recovery = { url: system.url, data, inFlight: atOnce };
  const some = Math.ceil(underWay / 10);
  // Most wait for people, as at any moment; and then the most that can be: all have just been submitted.
  const rows = [
    await measureRecovery({ ...recovery, waiting: underWay - some, submitted: some, first: 50_000 }),
    await measureRecovery({ ...recovery, waiting: 0, submitted: underWay, first: 60_000 }),
  ];
  process.stdout.write(
    `### matters after kill -9 of everything\n\n${markdownTable(RECOVERY_HEAD, rows)}\n\n`,
  );
}
