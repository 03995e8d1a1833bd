import type { Command } from 'commander';
import { follow } from '../graph/follow.ts';
import { addPurposeOptions, purposeHeaders } from '../graph/purpose.ts';
import { style } from '../report/style.ts';
import { clientCommand } from '../sharing/client-command.ts';
import { FOLLOWED_MATTER_CASE, type FollowedMatterCase } from './answers.ts';
import { describeEvents, stateInWords } from './describe.ts';
import { isOver, nextInWords } from './next.ts';
import { type MatterOptions, NUMBER_MEANS, readMatterCase } from './show.ts';

/** `matter follow`. */
export function followCommand(): Command {
  return addPurposeOptions(
    clientCommand(
      'follow',
      'Tells what happens to an application, until it is over or Ctrl-C. With --json one line for each change.',
    ),
  )
    .argument('<number>', NUMBER_MEANS)
    .action((number: string, options: MatterOptions) =>
      follow<FollowedMatterCase>(options, {
        number,
        field: 'matterCaseChanged',
        selection: FOLLOWED_MATTER_CASE,
        headers: purposeHeaders(options, number),
        read: () => readMatterCase<FollowedMatterCase>(options, number, FOLLOWED_MATTER_CASE),
        describe(one, told) {
          const next = nextInWords(one);
          const state = `${style.strong(stateInWords(one))}${next && ` → ${next}`}`;
          return [describeEvents(one.timeline.slice(told)), state].filter(Boolean).join('\n');
        },
        hasEnded: isOver,
      }),
    );
}
