import { Command } from 'commander';
import { joinSystem } from './join-system.ts';
import { LaunchError } from './launch-error.ts';
import { dataOption } from './options.ts';
import { runCommand } from './run-command.ts';
import { killAllPrograms } from './spawn-program.ts';
import { createStopSwitch } from './stop-switch.ts';
import type { SystemDefinition } from './system.ts';
import { createTerminal } from './terminal.ts';

/** `npm run department -- NAME`: adds a department to the system that runs, until it is told to stop. */
export async function departmentCommand(args: readonly string[], system: SystemDefinition): Promise<void> {
  const names = system.departments.map(({ name }) => name).join(', ');
  const command = new Command('npm run department --')
    .description(
      'Prepares, starts and publishes one department beside the system that runs, such as a new one. Ctrl-C ends it; the next npm start runs it with the others.',
    )
    .argument('<name>', `one of ${names}`)
    .addOption(dataOption('folder of the running system'))
    .allowExcessArguments(false)
    .parse(args, { from: 'user' });
  const [name] = command.args;
  await runCommand(async () => {
    const terminal = createTerminal(process.stdout);
    const stop = createStopSwitch(terminal);
    stop.onForce(killAllPrograms);
    const department = system.departments.find((one) => one.name === name);
    if (!department) throw new LaunchError(`There is no department ${name}. There are ${names}.`);
    try {
      await joinSystem(department, system, command.opts<{ data: string }>().data, terminal, stop.signal);
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    }
    return 0;
  });
  process.exit();
}
