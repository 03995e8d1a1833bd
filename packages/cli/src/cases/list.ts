import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { answerPage, type Page } from '../graph/page.ts';
import { addPurposeOptions, purposeHeaders } from '../graph/purpose.ts';
import { firstOption } from '../options/options.ts';
import { list, option } from '../sharing/action-options.ts';
import { clientCommand } from '../sharing/client-command.ts';
import { CommandError } from '../shared/command-error.ts';
import type { Case } from './answers.ts';
import { atOption, type CaseList, departmentOf } from './departments.ts';
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
      await answerList(options, departmentOf(options).mine, filter, purposeHeaders(options, INBOX_PURPOSE));
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
    await answerList(options, departmentOf(options).inbox, filter, headers);
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
    )
    .addOption(atOption());
}

function statesOf({ state }: Options): string[] | undefined {
  return state?.map((each) => each.toUpperCase().replaceAll(/[- ]/g, '_'));
}

/** @throws CommandError when the department's list cannot be narrowed like this */
async function answerList(
  { first, after, ...options }: Options,
  { field, filter: filterType, filters }: CaseList,
  filter: Record<string, unknown>,
  headers: Record<string, string>,
): Promise<void> {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const other = given.find(([name]) => !filters.includes(name));
  if (other) {
    throw new CommandError(
      `The list of ${options.at} cannot be narrowed by ${other[0]}${filters.length > 0 ? `, but by ${filters.join(', ')}` : ''}.`,
    );
  }
  const { selection } = departmentOf(options);
  const page = await askGraph<Page<Case>>(
    options,
    field,
    listDocument(field, filterType, selection),
    { ...(filterType !== null && { filter: Object.fromEntries(given) }), first, after },
    { headers },
  );
  answerPage(options.json, page, describeCases);
}

/** The query of a list, as it is sent. */
export function listDocument(field: string, filterType: string | null, selection: string): string {
  const [declared, passed] =
    filterType === null ? ['', ''] : [`$filter: ${filterType}, `, 'filter: $filter, '];
  return `query List(${declared}$first: Int!, $after: String) { ${field}(${passed}first: $first, after: $after) {
    edges { node { ${selection} } } pageInfo { hasNextPage endCursor } totalCount
  } }`;
}
