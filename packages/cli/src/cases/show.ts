import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { addPurposeOptions, purposeHeaders, type PurposeOptions } from '../graph/purpose.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer } from '../shared/output.ts';
import type { WholeCase } from './answers.ts';
import { type AtOptions, atOption, departmentOf } from './departments.ts';
import { describeWholeCase } from './describe.ts';

/** What every command is given that reads one case. */
export type CaseOptions = ClientOptions & PurposeOptions & AtOptions;

export const NUMBER_MEANS = 'of the case 办件编号';

/** `case show`. */
export function showCommand(): Command {
  return addPurposeOptions(
    clientCommand(
      'show',
      'Shows a case: where it stands, who acts next, all that has happened, and the permit.',
    ).addOption(atOption()),
  )
    .argument('<number>', NUMBER_MEANS)
    .action(async (number: string, options: CaseOptions) => {
      const one = await readCase<WholeCase>(options, number, departmentOf(options).whole);
      answer(options.json, one, () => describeWholeCase(one));
    });
}

/** @throws CommandError when there is none that the client may see */
export function readCase<Node>(
  options: CaseOptions,
  number: string,
  selection: string,
  isOfficial = false,
): Promise<Node> {
  const { one } = departmentOf(options);
  return askGraph<Node>(
    options,
    one,
    `query Show($number: ID!) { ${one}(number: $number) { ${selection} } }`,
    { number },
    {
      headers: purposeHeaders(options, number, isOfficial),
      whenNone: `There is no case ${number} that you may see. yiwang case list shows yours, yiwang case inbox those of an office.`,
    },
  );
}
