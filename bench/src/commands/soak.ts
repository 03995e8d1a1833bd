import { runProjectProgram } from '../processes/run-project-program.ts';

export interface SoakOptions {
  minutes: number;
  users: number;
}

/**
 * Lets users work at a steady pace, and looks whether memory, heap or handles of a process grow; see test/soak.
 *
 * @throws Error when something grows, or was lost, or the run could not be made
 */
export async function soak({ minutes, users }: SoakOptions): Promise<void> {
  process.stdout.write(`### soak: ${users} users for ${minutes} minutes\n\n`);
  const code = await runProjectProgram('test/soak/main.ts', [
    ...['--minutes', String(minutes)],
    ...['--users', String(users)],
  ]);
  if (code !== 0) throw new Error('Something grows or was lost, or the run was not made.');
}
