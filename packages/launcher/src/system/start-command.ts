import { readStartOptions } from './options.ts';
import { runCommand } from './run-command.ts';
import { runSystem } from './run-system.ts';
import { createStopSwitch } from './stop-switch.ts';
import type { SystemDefinition } from './system.ts';
import { createTerminal } from './terminal.ts';

/** `npm start`: runs the system until it is told to stop. */
export async function startCommand(args: readonly string[], system: SystemDefinition): Promise<void> {
  const options = readStartOptions(args, system);
  await runCommand(async () => {
    const terminal = createTerminal(process.stdout);
    const stop = createStopSwitch(terminal);
    try {
      await runSystem(options, system, terminal, stop);
    } catch (error) {
      // Whatever a step was doing when it was told to stop, stopping is what was asked for.
      if (!stop.signal.aborted) throw error;
    }
    terminal.say('Stopped. Nothing is lost; the next start goes on from here.');
    return 0;
  });
  process.exit(); // a forced stop may leave handles open
}
