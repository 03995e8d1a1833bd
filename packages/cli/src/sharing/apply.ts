import type { Command } from 'commander';
import { answerPayload } from '../report/answer-payload.ts';
import { CommandError, type ExitCode } from '../shared/command-error.ts';
import { readText } from '../shared/files.ts';
import { answer } from '../shared/output.ts';
import type { UserError } from '../registry/answers.ts';
import { style } from '../report/style.ts';
import { table } from '../report/table.ts';
import { act } from './action.ts';
import { APPLY } from './applications.ts';
import { option } from './action-options.ts';
import { SELECTIONS, type SharingApplication } from './answers.ts';
import { askAsClient, clientCommand, type ClientOptions } from './client-command.ts';
import { describe } from './describe.ts';

interface OperationOptions extends ClientOptions {
  query?: string;
  operation?: string;
}

type ApplyOptions = OperationOptions & Record<string, unknown> & { fields?: string[] };

interface Batch {
  batch: string | null;
  applications: SharingApplication[];
  granted: string[];
  userErrors: UserError[];
}

interface Needs {
  departments: { department: { name: string }; fields: string[] }[];
  granted: string[];
  notShared: string[];
}

const queryOption = () => option('--query <file>', 'file with an operation: applies for all that it reads');
const operationOption = () =>
  option('--operation <name>', 'which operation of the file, where it has several');

/** `application apply`, for fields or for an operation. */
export function applyCommand(finish: (code: ExitCode) => void): Command {
  const command = clientCommand(APPLY.name, APPLY.description);
  for (const { option: one } of APPLY.options) command.addOption(one);
  command.addOption(queryOption()).addOption(operationOption());
  return command.action(async (options: ApplyOptions) => {
    if ((options.fields === undefined) === (options.query === undefined)) {
      throw new CommandError('Name what to apply for: either --fields or --query.');
    }
    if (options.query === undefined) finish(await act(APPLY, null, options));
    else finish(await applyForOperation(options));
  });
}

/** `application needs`: what an operation reads that the client may not read yet. */
export function needsCommand(): Command {
  return clientCommand(
    'needs',
    'Shows what an operation reads that you would have to apply for. Nothing is applied for.',
  )
    .addOption(queryOption().makeOptionMandatory())
    .addOption(operationOption())
    .action(showNeeds);
}

async function applyForOperation(options: ApplyOptions): Promise<ExitCode> {
  const { basis, purpose, until, regions } = options;
  const input = { ...(await readOperation(options)), basis, purpose, until, regions };
  const { applyForOperation: payload } = await askAsClient<{ applyForOperation: Batch }>(
    options,
    `mutation Apply($input: OperationApplicationInput!) { applyForOperation(input: $input) {
      batch applications { ${SELECTIONS.application} } granted userErrors { message code field }
    } }`,
    { input },
  );
  const { batch, applications } = payload;
  return answerPayload(options.json, payload, () => {
    if (batch === null) return style.good('Nothing to apply for: all that the operation reads may be read.');
    return `${describe('application', applications)}\n${style.faint(`All of them: yiwang application list --batch ${batch}`)}`;
  });
}

async function showNeeds(options: OperationOptions): Promise<void> {
  const { sharingNeeds: needs } = await askAsClient<{ sharingNeeds: Needs }>(
    options,
    `query Needs($query: String!, $operationName: String) { sharingNeeds(query: $query, operationName: $operationName) {
      departments { department { name } fields } granted notShared
    } }`,
    await readOperation(options),
  );
  answer(options.json, needs, () => {
    const rows = [
      ...needs.departments.map(({ department, fields }) => ['apply for', department.name, fields.join(', ')]),
      ...(needs.granted.length > 0 ? [['granted', '', needs.granted.join(', ')]] : []),
      ...(needs.notShared.length > 0 ? [['not shared with anyone', '', needs.notShared.join(', ')]] : []),
    ];
    return rows.length > 0
      ? table(['', 'department', 'fields'], rows)
      : 'It reads nothing that is kept back.';
  });
}

async function readOperation({ query, operation }: OperationOptions) {
  return { query: await readText('operation', query!), operationName: operation };
}
