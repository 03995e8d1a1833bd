import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { answerPage, type Page } from '../graph/page.ts';
import { firstOption } from '../options/options.ts';
import { option } from '../sharing/action-options.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { CommandError, EXIT } from '../shared/command-error.ts';
import { MANDATE, type Mandate } from './answers.ts';
import { describeMandates } from './describe.ts';

interface Options extends ClientOptions {
  first: number;
  after?: string;
  of?: string;
  ended?: true;
}

const PAGE = `edges { node { ${MANDATE} } } pageInfo { hasNextPage endCursor } totalCount`;

/** `mandate list`. */
export function listCommand(): Command {
  return clientCommand(
    'list',
    'Lists the mandates that you have, newest first; with --of who acts for an enterprise, for its legal representative and officials.',
  )
    .addOption(firstOption('mandates'))
    .option('--after <cursor>', 'continue after this cursor; --json prints it as endCursor')
    .addOption(option('--of <uscc>', 'who acts for this enterprise'))
    .addOption(option('--ended', 'with --of: also those that have ended'))
    .action(async (options: Options) => {
      const page = await (options.of === undefined ? mine(options) : ofEnterprise(options));
      answerPage(options.json, page, describeMandates);
    });
}

async function mine({ first, after, ended, ...options }: Options): Promise<Page<Mandate>> {
  if (ended) throw new CommandError('--ended goes with --of; your own are listed with those that ended.');
  return askGraph<Page<Mandate>>(
    options,
    'myMandates',
    `query List($first: Int!, $after: String) { myMandates(first: $first, after: $after) { ${PAGE} } }`,
    { first, after },
  );
}

async function ofEnterprise({ first, after, of, ended, ...options }: Options): Promise<Page<Mandate>> {
  const { mandates } = await askGraph<{ mandates: Page<Mandate> | null }>(
    options,
    'enterprise',
    `query List($uscc: USCC!, $ended: Boolean!, $first: Int!, $after: String) { enterprise(uscc: $uscc) {
      mandates(ended: $ended, first: $first, after: $after) { ${PAGE} }
    } }`,
    { uscc: of, ended: ended ?? false, first, after },
  );
  if (mandates) return mandates;
  throw new CommandError(`Who acts for ${of} is not shown to you.`, EXIT.REFUSED);
}
