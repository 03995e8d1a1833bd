import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const LAST_OUTPUT_CHARACTERS = 4000;
const STOP_PATIENCE_MS = 10_000;

export interface ProgramSpec {
  name: string;
  command: string;
  args: readonly string[];
  /** Added to the environment of this process. */
  env?: Record<string, string>;
  cwd: URL;
  /** List for `taskset -c`. */
  cpus: string;
}

export interface Program extends AsyncDisposable {
  name: string;
  pid: number;
  /** Asks again and again until the check passes. Throws with the last output when the program ends or time is up. */
  waitUntil(check: () => Promise<boolean>, patienceMs: number): Promise<void>;
}

/** Starts a program on its CPUs. Disposing of it ends it, with SIGKILL when it does not go by itself. */
export function startProgram({ name, command, args, env, cwd, cpus }: ProgramSpec): Program {
  const child = spawn('taskset', ['-c', cpus, command, ...args], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child);
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);

  return {
    name,
    pid: child.pid!, // taskset replaces itself with the program
    async waitUntil(check, patienceMs) {
      const deadline = Date.now() + patienceMs;
      while (!(await check().catch(() => false))) {
        if (child.exitCode !== null) throw new Error(`${name} ended by itself:\n${output()}`);
        if (Date.now() > deadline)
          throw new Error(`${name} is not ready after ${patienceMs} ms:\n${output()}`);
        await sleep(20);
      }
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', killWithUs);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const impatience = setTimeout(killWithUs, STOP_PATIENCE_MS);
      await exited;
      clearTimeout(impatience);
    },
  };
}

function collectOutput(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-LAST_OUTPUT_CHARACTERS);
    });
  }
  return () => text;
}
