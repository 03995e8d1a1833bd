import { Command } from 'commander';
import { stepCommand } from '../graph/step.ts';
import { listCommand } from '../mandates/list.ts';
import { showCommand } from '../mandates/show.ts';
import { MANDATE_KIND, MANDATE_STEPS } from '../mandates/steps.ts';
import type { ExitCode } from '../shared/command-error.ts';

/** `mandate`, with what can be done to one. */
export function mandateCommand(finish: (code: ExitCode) => void): Command {
  const command = new Command('mandate').description('Mandates 授权: who acts for an enterprise.');
  const inside = [
    listCommand(),
    showCommand(),
    ...MANDATE_STEPS.map((step) => stepCommand(MANDATE_KIND, step, finish)),
  ];
  // Inherited by nothing: commander sets it for each command alone.
  for (const each of inside) command.addCommand(each.exitOverride().allowExcessArguments(false));
  return command;
}
