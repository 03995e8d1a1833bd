import type { Command } from 'commander';
import { CommandError, EXIT } from '../shared/command-error.ts';
import { firstOption } from '../options/options.ts';
import { answer } from '../shared/output.ts';
import { style } from '../report/style.ts';
import { type Kind, SELECTIONS } from './answers.ts';
import { describe } from './describe.ts';
import { askAsClient, clientCommand, type ClientOptions } from './client-command.ts';

/** The root field that lists things of one kind, and the type of its filter. */
interface Listed {
  field: string;
  filter: string;
  hasOverdue: boolean;
}

const LISTED: Record<Kind, Listed> = {
  application: { field: 'sharingApplications', filter: 'SharingApplicationFilter', hasOverdue: true },
  grant: { field: 'grants', filter: 'GrantFilter', hasOverdue: false },
  correction: { field: 'corrections', filter: 'CorrectionFilter', hasOverdue: true },
};

interface Options extends ClientOptions {
  first: number;
  after?: string;
  state?: string;
  department?: string;
  client?: string;
  overdue?: true;
  batch?: string;
}

interface Page {
  edges: { node: unknown }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

export function listCommand(kind: Kind, description: string): Command {
  const command = clientCommand('list', description)
    .addOption(firstOption(`${kind}s`))
    .option('--after <cursor>', 'continue after this cursor; --json prints it as endCursor')
    .option('--state <state>', 'only those in this state, such as submitted')
    .option('--department <name>', 'only those that this department decides')
    .option('--client <id>', 'only those of this client');
  if (kind === 'application')
    command.option('--batch <number>', 'only those that were made for one operation');
  if (LISTED[kind].hasOverdue) command.option('--overdue', 'only those that wait past their time');
  return command.action((options: Options) => list(kind, options));
}

async function list(kind: Kind, options: Options): Promise<void> {
  const { first, after, state, department, client, overdue, batch } = options;
  const { field, filter } = LISTED[kind];
  const states = state && [state.toUpperCase().replaceAll(/[- ]/g, '_')];
  const { [field]: page } = await askAsClient<Record<string, Page | null>>(
    options,
    `query List($filter: ${filter}, $first: Int!, $after: String) { ${field}(filter: $filter, first: $first, after: $after) {
      edges { node { ${SELECTIONS[kind]} } } pageInfo { hasNextPage endCursor } totalCount
    } }`,
    { filter: { states, department, client, overdue, batch }, first, after },
  );
  if (!page) throw new CommandError('The gateway gives no list.', EXIT.REFUSED);
  const nodes = page.edges.map(({ node }) => node);
  answer(options.json, page, () => {
    if (nodes.length === 0) return 'There is none.';
    const more = page.pageInfo.hasNextPage
      ? `\n${style.faint(`${page.totalCount} in all; there are more: --after ${page.pageInfo.endCursor}`)}`
      : '';
    return describe(kind, nodes) + more;
  });
}
