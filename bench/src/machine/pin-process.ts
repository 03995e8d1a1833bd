import { execFileSync } from 'node:child_process';

/** Moves a running process with all its threads to the given CPUs; what it starts from then on follows. */
export function pinProcess(pid: number, cpus: string): void {
  execFileSync('taskset', ['-a', '-c', '-p', cpus, String(pid)], { stdio: 'ignore' });
}
