import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { answerPage, type Page } from '../graph/page.ts';
import { addPurposeOptions, purposeHeaders } from '../graph/purpose.ts';
import { firstOption } from '../options/options.ts';
import { list, option } from '../sharing/action-options.ts';
import { clientCommand } from '../sharing/client-command.ts';
import { CASE, type Case } from './answers.ts';
import { describeCases } from './describe.ts';
import type { CaseOptions } from './show.ts';

interface Options extends CaseOptions {
  first: number;
  after?: string;
  state?: string[];
}

/** Stands in the access log where an official reads several cases at once. */
const INBOX_PURPOSE = 'inbox';

/** `case list`. */
export function listCommand(): Command {
  return caseList('list', 'Lists your cases and those of the enterprises that you act for, newest first.')
    .addOption(option('--applicant <uscc>', 'only those of this enterprise'))
    .action(async ({ applicant, ...options }: Options & { applicant?: string }) => {
      const filter = { states: statesOf(options), applicant };
      await answerList(options, 'myCases', 'MyCaseFilter', filter, purposeHeaders(options, INBOX_PURPOSE));
    });
}

interface InboxOptions extends Options {
  region?: string;
  item?: string;
  overdue?: true;
}

/** `case inbox`. */
export function inboxCommand(): Command {
  const command = caseList(
    'inbox',
    'Lists what officials have to do, for the offices that they decide for: the first to act on comes first.',
  )
    .addOption(option('--region <code>', 'only those that were filed in this region or beneath it'))
    .addOption(option('--item <code>', 'only those for this item'))
    .option('--overdue', 'only those on which the office should have acted');
  return addPurposeOptions(command).action(async (options: InboxOptions) => {
    const { region, item, overdue } = options;
    const filter = { states: statesOf(options), region, item, overdue };
    const headers = purposeHeaders(options, INBOX_PURPOSE, true);
    await answerList(options, 'caseInbox', 'CaseInboxFilter', filter, headers);
  });
}

function caseList(name: string, description: string): Command {
  return clientCommand(name, description)
    .addOption(firstOption('cases'))
    .option('--after <cursor>', 'continue after this cursor; --json prints it as endCursor')
    .addOption(
      option(
        '--state <states>',
        'only those in these states, such as submitted or under-review, with commas between them',
      ).argParser(list),
    );
}

function statesOf({ state }: Options): string[] | undefined {
  return state?.map((each) => each.toUpperCase().replaceAll(/[- ]/g, '_'));
}

async function answerList(
  { first, after, ...options }: Options,
  field: string,
  filterType: string,
  filter: Record<string, unknown>,
  headers: Record<string, string>,
): Promise<void> {
  const page = await askGraph<Page<Case>>(
    options,
    field,
    `query List($filter: ${filterType}, $first: Int!, $after: String) { ${field}(filter: $filter, first: $first, after: $after) {
      edges { node { ${CASE} } } pageInfo { hasNextPage endCursor } totalCount
    } }`,
    { filter, first, after },
    { headers },
  );
  answerPage(options.json, page, describeCases);
}
