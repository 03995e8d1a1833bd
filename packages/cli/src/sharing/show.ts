import type { Command } from 'commander';
import { CommandError, EXIT } from '../shared/command-error.ts';
import { answer } from '../shared/output.ts';
import { inWords, moment, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import { SELECTIONS, type SharingApplication } from './answers.ts';
import { askAsClient, clientCommand, type ClientOptions } from './client-command.ts';
import { describeNeededBeside } from './describe.ts';

interface Event {
  at: string;
  action: string;
  from: string | null;
  to: string;
  client: string | null;
  user: string | null;
  reason: string | null;
}

export interface WholeApplication extends SharingApplication {
  regions: { code: string; fullName: string | null }[] | null;
  batch: string | null;
  submittedAt: string | null;
  renews: { id: string } | null;
  history: Event[];
}

const WHOLE = `${SELECTIONS.application} regions { code fullName } batch submittedAt renews { id }
  history { at action from to client user reason }`;

/** `application show`. */
export function showCommand(): Command {
  return clientCommand('show', 'Shows an application with its history.')
    .argument('<number>', 'of the application, such as SA2026000017')
    .action(async (number: string, options: ClientOptions) => {
      const application = await readApplication(options, number);
      answer(options.json, application, () => describeWhole(application));
    });
}

/** @throws CommandError when there is none that the client may see */
export async function readApplication(options: ClientOptions, number: string): Promise<WholeApplication> {
  const { sharingApplication } = await askAsClient<{ sharingApplication: WholeApplication | null }>(
    options,
    `query Show($number: ID!) { sharingApplication(number: $number) { ${WHOLE} } }`,
    { number },
  );
  if (sharingApplication) return sharingApplication;
  throw new CommandError(`There is no application ${number} that you may see.`, EXIT.REFUSED);
}

function describeWhole(application: WholeApplication): string {
  const { department, fields, regions, dueAt, overdue, submittedAt, grant, renews, batch } = application;
  const facts: [string, string][] = [
    ['number', application.number],
    ['state', inWords(application.state)],
    ['client', application.client],
    ['department', department.name],
    ['fields', fields.join(', ')],
    ['regions', regions?.map(({ code, fullName }) => `${code} ${fullName ?? ''}`.trim()).join(', ') ?? 'all'],
    ['basis', application.basis],
    ['purpose', application.purpose],
    ['until', moment(application.until)],
    ['submitted', submittedAt ? moment(submittedAt) : ''],
    ['due', dueAt ? `${moment(dueAt)}${overdue ? ', overdue' : ''}` : ''],
    ['grant', grant?.id ?? ''],
    ['renews', renews?.id ?? ''],
    ['batch', batch ?? ''],
    ['last remark', application.reason ?? ''],
  ];
  const history = application.history.map(({ at, action, to, client, user, reason }) => [
    moment(at),
    inWords(action),
    inWords(to),
    [client, user].filter(Boolean).join(' / '),
    reason ?? '',
  ]);
  return [
    table(
      ['', ''],
      facts.filter(([, value]) => value !== '').map(([name, value]) => [style.strong(name), value]),
    ),
    table(['at', 'action', 'state', 'by', 'reason'], history),
    ...describeNeededBeside([application]),
  ].join('\n\n');
}
