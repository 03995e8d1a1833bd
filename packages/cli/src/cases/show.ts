import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { addPurposeOptions, purposeHeaders, type PurposeOptions } from '../graph/purpose.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer } from '../shared/output.ts';
import { WHOLE_CASE, type WholeCase } from './answers.ts';
import { describeWholeCase } from './describe.ts';

/** What every command is given that reads one case. */
export type CaseOptions = ClientOptions & PurposeOptions;

export const NUMBER_MEANS = 'of the case 办件编号';

/** `case show`. */
export function showCommand(): Command {
  return addPurposeOptions(
    clientCommand(
      'show',
      'Shows a case: where it stands, who acts next, all that has happened, and the permit.',
    ),
  )
    .argument('<number>', NUMBER_MEANS)
    .action(async (number: string, options: CaseOptions) => {
      const one = await readCase<WholeCase>(options, number, WHOLE_CASE);
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
  return askGraph<Node>(
    options,
    'case',
    `query Show($number: ID!) { case(number: $number) { ${selection} } }`,
    { number },
    {
      headers: purposeHeaders(options, number, isOfficial),
      whenNone: `There is no case ${number} that you may see. yiwang case list shows yours, yiwang case inbox those of an office.`,
    },
  );
}
