import { Command } from 'commander';
import { stepCommand } from '../graph/step.ts';
import { listCommand, runsCommand } from '../offers/list.ts';
import { OFFER_KIND, OFFER_STEPS, RUN_KIND, RUN_STEP } from '../offers/steps.ts';
import type { ExitCode } from '../shared/command-error.ts';

/** `offers`, with what applicants and officials do with them. */
export function offersCommand(finish: (code: ExitCode) => void): Command {
  const command = new Command('offers').description(
    'Offers 免申即享: what enterprises are entitled to, without an application.',
  );
  const inside = [
    listCommand(),
    ...OFFER_STEPS.map((step) => stepCommand(OFFER_KIND, step, finish)),
    stepCommand(RUN_KIND, RUN_STEP, finish),
    runsCommand(),
  ];
  // Inherited by nothing: commander sets it for each command alone.
  for (const each of inside) command.addCommand(each.exitOverride().allowExcessArguments(false));
  return command;
}
