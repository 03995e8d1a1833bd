import { Command } from 'commander';
import { stepCommand } from '../graph/step.ts';
import {
  MATTER_APPLICANT_STEPS,
  MATTER_CASE_KIND,
  MATTER_FORM_KIND,
  MATTER_FORM_STEPS,
  MATTER_OPERATOR_STEPS,
} from '../matters/case-steps.ts';
import { definitionCommand } from '../matters/definition.ts';
import { followCommand } from '../matters/follow.ts';
import { listCommand, offersCommand } from '../matters/list.ts';
import { retryCommand } from '../matters/retry.ts';
import { showCommand } from '../matters/show.ts';
import { stuckCommand } from '../matters/stuck.ts';
import { timeStatisticsCommand } from '../matters/time-statistics.ts';
import {
  MATTER_DRAFT,
  MATTER_DRAFT_KIND,
  MATTER_VERSION_KIND,
  MATTER_VERSION_STEPS,
} from '../matters/version-steps.ts';
import type { ExitCode } from '../shared/command-error.ts';

/** `matter`, with what applicants, operators and officials do to one. */
export function matterCommand(finish: (code: ExitCode) => void): Command {
  const command = new Command('matter').description(
    'Matters 一件事: applies once for what several departments do.',
  );
  const groups: [string, Command[]][] = [
    [
      'For everyone:',
      [offersCommand(), showCommand(), followCommand(), definitionCommand(), timeStatisticsCommand()],
    ],
    [
      'For applicants:',
      [
        listCommand(),
        ...MATTER_FORM_STEPS.map((step) => stepCommand(MATTER_FORM_KIND, step, finish)),
        ...MATTER_APPLICANT_STEPS.map((step) => stepCommand(MATTER_CASE_KIND, step, finish)),
      ],
    ],
    [
      'For operators (scope matters:operate, in the name of services):',
      [
        stuckCommand(),
        retryCommand(finish),
        ...MATTER_OPERATOR_STEPS.map((step) => stepCommand(MATTER_CASE_KIND, step, finish)),
      ],
    ],
    [
      'For officials who write definitions (scopes items:edit and items:publish, in the name of services):',
      [
        stepCommand(MATTER_DRAFT_KIND, MATTER_DRAFT, finish),
        ...MATTER_VERSION_STEPS.map((step) => stepCommand(MATTER_VERSION_KIND, step, finish)),
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
