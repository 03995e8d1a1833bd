import type { Command, Option } from 'commander';
import { answerPayload } from '../report/answer-payload.ts';
import type { ExitCode } from '../shared/command-error.ts';
import { type Kind, type Payload, SELECTIONS } from './answers.ts';
import { describe } from './describe.ts';
import { askAsClient, clientCommand, type ClientOptions } from './client-command.ts';

/** Something that is done to an application, a grant or a report of wrong data: one mutation of the schema. */
export interface Action {
  /** Of the command. */
  name: string;
  description: string;
  mutation: string;
  /** What the mutation's payload holds. */
  answers: Kind;
  /** The argument that names what is acted on, and its type; null when something new is made. */
  target: { argument: string; means: string } | null;
  options: readonly ActionOption[];
}

export interface ActionOption {
  option: Option;
  /** Name of the mutation's argument, or of the field of `input` where there is no target. */
  argument: string;
  /** GraphQL type of the argument; not needed for a field of `input`. */
  type?: string;
}

/** The type of `input`, by the mutation. */
export const INPUT_TYPES: Readonly<Record<string, string>> = {
  applyForSharing: 'SharingApplicationInput!',
  createSharingApplication: 'SharingApplicationInput!',
  reportCorrection: 'CorrectionInput!',
};

export function actionCommand(action: Action, finish: (code: ExitCode) => void): Command {
  const command = clientCommand(action.name, action.description);
  if (action.target) command.argument(`<${action.target.argument}>`, action.target.means);
  for (const { option } of action.options) command.addOption(option);
  return command.action(async (...given: unknown[]) => {
    const options = given[action.target ? 1 : 0] as ClientOptions & Record<string, unknown>;
    const target = action.target ? (given[0] as string) : null;
    finish(await act(action, target, options));
  });
}

export async function act(
  action: Action,
  target: string | null,
  options: ClientOptions & Record<string, unknown>,
): Promise<ExitCode> {
  const given = action.options.flatMap(({ option, argument, type }) => {
    const value = options[option.attributeName()];
    return value === undefined ? [] : [{ argument, type, value }];
  });
  const values = Object.fromEntries(given.map(({ argument, value }) => [argument, value]));
  const { argument } = action.target ?? {};
  const declared = argument
    ? [`$${argument}: ID!`, ...given.map((one) => `$${one.argument}: ${one.type}`)]
    : [`$input: ${INPUT_TYPES[action.mutation]}`];
  const passed = argument
    ? [`${argument}: $${argument}`, ...given.map((one) => `${one.argument}: $${one.argument}`)]
    : ['input: $input'];
  const { [action.mutation]: payload } = await askAsClient<Record<string, Payload | null>>(
    options,
    `mutation Act(${declared.join(', ')}) { ${action.mutation}(${passed.join(', ')}) {
      ${action.answers} { ${SELECTIONS[action.answers]} } userErrors { message code field }
    } }`,
    argument ? { [argument]: target, ...values } : { input: values },
  );
  return answerPayload(options.json, payload!, () => describe(action.answers, [payload![action.answers]!]));
}
