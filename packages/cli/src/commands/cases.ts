import { Command } from 'commander';
import { APPLICANT_STEPS, FORM_STEPS, WITHDRAW } from '../cases/applicant-steps.ts';
import { followCommand } from '../cases/follow.ts';
import { inboxCommand, listCommand } from '../cases/list.ts';
import { OFFICIAL_STEPS } from '../cases/official-steps.ts';
import { showCommand } from '../cases/show.ts';
import { CASE_KIND, elsewhere, FORM_KIND } from '../cases/steps.ts';
import { stepCommand } from '../graph/step.ts';
import type { ExitCode } from '../shared/command-error.ts';

/** `case`, with what applicants and officials do to one. */
export function caseCommand(finish: (code: ExitCode) => void): Command {
  const command = new Command('case').description(
    'Cases 办件: applies for a service item, and decides what was applied for.',
  );
  const groups: [string, Command[]][] = [
    ['For everyone:', [showCommand(), followCommand()]],
    [
      'For applicants:',
      [
        listCommand(),
        ...FORM_STEPS.map((step) => stepCommand(FORM_KIND, step, finish)),
        ...APPLICANT_STEPS.map((step) => stepCommand(CASE_KIND, step, finish)),
        stepCommand(CASE_KIND, WITHDRAW, finish, elsewhere(WITHDRAW)),
      ],
    ],
    [
      'For officials (scope cases:decide, in the name of the department):',
      [
        inboxCommand(),
        ...OFFICIAL_STEPS.map((step) => stepCommand(CASE_KIND, step, finish, elsewhere(step))),
      ],
    ],
  ];
  for (const [heading, inside] of groups) {
    command.commandsGroup(heading);
    // Inherited by nothing: commander sets it for each command alone.
    for (const each of inside) command.addCommand(each.exitOverride().allowExcessArguments(false));
  }
  return command;
}
