import type { Command } from 'commander';
import { follow } from '../graph/follow.ts';
import { addPurposeOptions, purposeHeaders } from '../graph/purpose.ts';
import { style } from '../report/style.ts';
import { clientCommand } from '../sharing/client-command.ts';
import { CommandError } from '../shared/command-error.ts';
import type { FollowedCase } from './answers.ts';
import { atOption, departmentOf } from './departments.ts';
import { describeEvents, nextInWords, stateInWords } from './describe.ts';
import { hasEnded } from './next.ts';
import { type CaseOptions, NUMBER_MEANS, readCase } from './show.ts';

/** `case follow`. */
export function followCommand(): Command {
  return addPurposeOptions(
    clientCommand(
      'follow',
      'Tells what happens to a case, until it has ended or Ctrl-C. With --json one line for each change.',
    ).addOption(atOption()),
  )
    .argument('<number>', NUMBER_MEANS)
    .action(followCase);
}

async function followCase(number: string, options: CaseOptions): Promise<void> {
  const { changed, followed } = departmentOf(options);
  if (changed === null) {
    throw new CommandError(
      `Cases of ${options.at} cannot be followed: yiwang case show ${number} --at ${options.at} says where it stands.`,
    );
  }
  await follow<FollowedCase>(options, {
    number,
    field: changed,
    selection: followed,
    headers: purposeHeaders(options, number),
    read: () => readCase<FollowedCase>(options, number, followed),
    describe(one, told) {
      const next = nextInWords(one);
      const state = `${style.strong(stateInWords(one))}${next && ` → ${next}`}`;
      return [describeEvents(one.timeline.slice(told)), state].filter(Boolean).join('\n');
    },
    hasEnded,
  });
}
