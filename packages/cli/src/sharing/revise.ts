import type { Command } from 'commander';
import { answerPayload } from '../report/answer-payload.ts';
import { CommandError, type ExitCode } from '../shared/command-error.ts';
import { CONTENT } from './applications.ts';
import { option } from './action-options.ts';
import { type Payload, SELECTIONS } from './answers.ts';
import { askAsClient, clientCommand, type ClientOptions } from './client-command.ts';
import { describe } from './describe.ts';
import { readApplication } from './show.ts';

interface Options extends ClientOptions {
  fields?: string[];
  basis?: string;
  purpose?: string;
  until?: string;
  regions?: string[];
  allRegions?: true;
  department?: string;
}

/** `application revise`: what is not given stays as it is. */
export function reviseCommand(finish: (code: ExitCode) => void): Command {
  const command = clientCommand(
    'revise',
    'Changes a draft, or an application that was given back for changes 修改. What is not named stays as it is; submit it afterwards.',
  ).argument('<number>', 'of the application, such as SA2026000017');
  for (const make of Object.values(CONTENT)) command.addOption(make());
  return command
    .addOption(option('--all-regions', 'rows of all regions, instead of those named before'))
    .action(async (number: string, options: Options) => finish(await revise(number, options)));
}

async function revise(number: string, options: Options): Promise<ExitCode> {
  const { fields, basis, purpose, until, regions, allRegions, department } = options;
  if (regions && allRegions) throw new CommandError('Give either --regions or --all-regions.');
  if (![fields, basis, purpose, until, regions, allRegions, department].some((one) => one !== undefined)) {
    throw new CommandError('Name what to change, such as --fields or --until.');
  }
  const before = await readApplication(options, number);
  const input = {
    fields: fields ?? before.fields,
    basis: basis ?? before.basis,
    purpose: purpose ?? before.purpose,
    until: until ?? before.until,
    regions: allRegions ? null : (regions ?? before.regions?.map(({ code }) => code)),
    // Of other fields another department may be the only one.
    department: department ?? (fields ? undefined : before.department.name),
  };
  const { reviseSharingApplication: payload } = await askAsClient<{ reviseSharingApplication: Payload }>(
    options,
    `mutation Revise($number: ID!, $input: SharingApplicationInput!) {
      reviseSharingApplication(number: $number, input: $input) {
        application { ${SELECTIONS.application} } userErrors { message code field }
      }
    }`,
    { number, input },
  );
  return answerPayload(options.json, payload, () => describe('application', [payload.application]));
}
