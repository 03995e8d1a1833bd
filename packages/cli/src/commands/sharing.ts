import { Command } from 'commander';
import type { ExitCode } from '../shared/command-error.ts';
import { type Action, actionCommand } from '../sharing/action.ts';
import { APPLICATION_ACTIONS } from '../sharing/applications.ts';
import { CORRECTION_ACTIONS } from '../sharing/corrections.ts';
import { GRANT_ACTIONS } from '../sharing/grants.ts';
import type { Kind } from '../sharing/answers.ts';
import { applyCommand, needsCommand } from '../sharing/apply.ts';
import { listCommand } from '../sharing/list.ts';
import { reviseCommand } from '../sharing/revise.ts';
import { showCommand } from '../sharing/show.ts';

/** `application`, `grant` and `correction`, each with what can be done to it. */
export function sharingCommands(finish: (code: ExitCode) => void): Command[] {
  const group = (
    kind: Kind,
    description: string,
    listing: string,
    actions: readonly Action[],
    others: readonly Command[] = [],
  ) => {
    const command = new Command(kind).description(description);
    const inside = [
      listCommand(kind, listing),
      ...others,
      ...actions.map((action) => actionCommand(action, finish)),
    ];
    // Inherited by nothing: commander sets it for each command alone.
    for (const each of inside) command.addCommand(each.exitOverride().allowExcessArguments(false));
    return command;
  };
  return [
    group(
      'application',
      'Sharing applications 共享申请: asks for data that is shared on condition, and decides.',
      'Lists those that you made, or that your department decides; newest first.',
      APPLICATION_ACTIONS,
      [showCommand(), needsCommand(), applyCommand(finish), reviseCommand(finish)],
    ),
    group(
      'grant',
      'Grants 授权: what came of applications.',
      'Lists those that you have, or that your department gave; newest first.',
      GRANT_ACTIONS,
    ),
    group(
      'correction',
      'Corrections 疑义校核: reports of wrong data.',
      'Lists those that you reported, or that your department answers; newest first.',
      CORRECTION_ACTIONS,
    ),
  ];
}
