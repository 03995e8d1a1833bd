import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { answerPage, type Page } from '../graph/page.ts';
import { purposeHeaders } from '../graph/purpose.ts';
import { firstOption } from '../options/options.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { answer } from '../shared/output.ts';
import { MATTER, MATTER_CASE, type Matter, type MatterCase } from './answers.ts';
import { describeMatterCases, describeMatters } from './describe.ts';

/** Stands in the access log where several applications are read at once. */
const LIST_PURPOSE = 'list';

/** `matter offers`. */
export function offersCommand(): Command {
  return clientCommand(
    'offers',
    'Lists the matters 一件事 that one can apply for, with what departments do for each.',
  ).action(async (options: ClientOptions) => {
    const matters = await askGraph<Matter[]>(options, 'matters', `{ matters { ${MATTER} } }`, {});
    answer(options.json, matters, () => describeMatters(matters));
  });
}

interface Options extends ClientOptions {
  first: number;
  after?: string;
}

/** `matter list`. */
export function listCommand(): Command {
  return clientCommand(
    'list',
    'Lists your applications and those of the enterprises that you act for, newest first.',
  )
    .addOption(firstOption('applications'))
    .option('--after <cursor>', 'continue after this cursor; --json prints it as endCursor')
    .action(async ({ first, after, ...options }: Options) => {
      const page = await askGraph<Page<MatterCase>>(
        options,
        'myMatterCases',
        `query List($first: Int!, $after: String) { myMatterCases(first: $first, after: $after) {
          edges { node { ${MATTER_CASE} } } pageInfo { hasNextPage endCursor } totalCount
        } }`,
        { first, after },
        { headers: purposeHeaders(options, LIST_PURPOSE) },
      );
      answerPage(options.json, page, describeMatterCases);
    });
}
