import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { addPurposeOptions, purposeHeaders, type PurposeOptions } from '../graph/purpose.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer } from '../shared/output.ts';
import { WHOLE_MATTER_CASE, type WholeMatterCase } from './answers.ts';
import { describeWholeMatterCase } from './describe.ts';
import type { Needs } from './steps-picture.ts';

/** What every command is given that reads one application. */
export type MatterOptions = ClientOptions & PurposeOptions;

export const NUMBER_MEANS = 'of the application 联办件编号';

/** `matter show`. */
export function showCommand(): Command {
  return addPurposeOptions(
    clientCommand(
      'show',
      'Shows an application: where it stands, a picture of its steps at the departments, the form while it can be changed, the time, all that has happened.',
    ),
  )
    .argument('<number>', NUMBER_MEANS)
    .action(async (number: string, options: MatterOptions) => {
      const one = await readMatterCase<WholeMatterCase>(options, number, WHOLE_MATTER_CASE);
      const needs = options.json ? null : await readNeeds(options, one);
      answer(options.json, one, () => describeWholeMatterCase(one, needs));
    });
}

/** @throws CommandError when there is none that the client may see */
export function readMatterCase<Node>(
  options: MatterOptions,
  number: string,
  selection: string,
  isOfficial = false,
): Promise<Node> {
  return askGraph<Node>(
    options,
    'matterCase',
    `query Show($number: ID!) { matterCase(number: $number) { ${selection} } }`,
    { number },
    {
      headers: purposeHeaders(options, number, isOfficial),
      whenNone: `There is no application ${number} that you may see. yiwang matter list shows yours, yiwang matter stuck those that wait for an operator.`,
    },
  );
}

/** What each step needs, by the version of the matter that is frozen into the application; null when that is not shown. */
async function readNeeds(options: ClientOptions, { matter, matterVersion }: WholeMatterCase): Promise<Needs> {
  if (matter === null) return null;
  const { definition } = await askGraph<{ definition: { steps: { name: string; needs: string[] }[] } }>(
    options,
    'matterVersion',
    'query Needs($matter: ID!, $version: Int!) { matterVersion(matter: $matter, version: $version) { definition } }',
    { matter: matter.code, version: matterVersion },
  );
  return new Map(definition.steps.map(({ name, needs }) => [name, needs]));
}
