import type { Command } from 'commander';
import { CommandError, EXIT } from '../shared/command-error.ts';
import { firstOption } from '../options/options.ts';
import { answer } from '../shared/output.ts';
import { inWords, moment, style } from '../report/style.ts';
import { table } from '../report/table.ts';
import { askAsClient, clientCommand, type ClientOptions } from '../sharing/client-command.ts';

interface Options extends ClientOptions {
  first: number;
  after?: string;
}

interface Access {
  at: string;
  client: string;
  department: string | null;
  basis: string | null;
  caseNumber: string | null;
  fields: string[];
  outcome: string;
}

interface Page {
  edges: { node: Access }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number | null;
}

export function accessesCommand(): Command {
  return clientCommand(
    'accesses',
    'Shows who has read conditional data of an enterprise 访问记录, newest first. For those who act for it, and with the scope accesses:read.',
  )
    .argument('<uscc>', 'unified social credit code of the enterprise')
    .addOption(firstOption('reads'))
    .option('--after <cursor>', 'continue after this one; --json prints it as endCursor')
    .action(accesses);
}

async function accesses(uscc: string, { first, after, ...options }: Options): Promise<void> {
  const { enterprise } = await askAsClient<{ enterprise: { accesses: Page | null } | null }>(
    options,
    `query Accesses($uscc: USCC!, $first: Int!, $after: String) { enterprise(uscc: $uscc) {
      accesses(first: $first, after: $after) {
        edges { node { at client department basis caseNumber fields outcome } }
        pageInfo { hasNextPage endCursor } totalCount
      }
    } }`,
    { uscc, first, after },
  );
  const page = enterprise?.accesses;
  if (!page)
    throw new CommandError(`There is no enterprise ${uscc} whose accesses you may see.`, EXIT.REFUSED);
  answer(options.json, page, () => describe(page));
}

function describe({ edges, pageInfo, totalCount }: Page): string {
  if (edges.length === 0) return 'No conditional data of it has been read.';
  const rows = edges.map(({ node }) => [
    moment(node.at),
    node.client,
    node.department ?? '',
    node.fields.join(', '),
    node.basis ?? '',
    node.caseNumber ?? '',
    inWords(node.outcome),
  ]);
  const printed = table(['at', 'client', 'department', 'fields', 'basis', 'case', 'outcome'], rows);
  if (!pageInfo.hasNextPage) return printed;
  const count = totalCount === null ? 'There are more than 10,000' : `${totalCount} in all`;
  return `${printed}\n${style.faint(`${count}; continue with --after ${pageInfo.endCursor}`)}`;
}
