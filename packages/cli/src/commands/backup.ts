import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { EXIT, type ExitCode } from '../shared/command-error.ts';

/** Programs of the launcher, which knows the databases. They read their own options, and tell about them. */
const PROGRAMS = {
  archive: 'receives the log of a PostgreSQL server of your own, so that no commit is lost with it',
  backup: 'saves a system that runs here: databases, keys, journals, files',
  'rotate-key': 'replaces keys of a system while it runs',
  restore: 'restores a system that is stopped or gone, as it was last, or at a moment',
} as const;

export function backupCommands(finish: (code: ExitCode) => void): Command[] {
  return Object.entries(PROGRAMS).map(([name, description]) =>
    new Command(name)
      .description(description)
      .argument('[args...]')
      .helpOption(false)
      .allowUnknownOption()
      .passThroughOptions()
      .action(async (args: string[]) => finish(await runProgram(name, args))),
  );
}

async function runProgram(name: string, args: readonly string[]): Promise<ExitCode> {
  const program = fileURLToPath(new URL(`../../../launcher/${name}.mjs`, import.meta.url));
  const { stdout, stderr } = process;
  // A terminal is handed on, so that bars move; else what the program says is ours to say.
  const child: ChildProcess = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', stdout.isTTY ? 'inherit' : 'pipe', stderr.isTTY ? 'inherit' : 'pipe'],
  });
  child.stdout?.on('data', (chunk: Buffer) => stdout.write(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.write(chunk));
  // Ctrl-C reaches both: the child ends first, and says how.
  const wait = (): void => {};
  process.on('SIGINT', wait);
  // Of a service manager only we are told.
  const stop = (): void => void child.kill('SIGTERM');
  process.on('SIGTERM', stop);
  const [code] = (await once(child, 'close')) as [number | null];
  process.off('SIGINT', wait);
  process.off('SIGTERM', stop);
  return code === 0 ? EXIT.FINE : EXIT.FAILED;
}
