import type { Command } from 'commander';
import { askGraph } from '../graph/ask-graph.ts';
import { answerPage, type Page } from '../graph/page.ts';
import { firstOption } from '../options/options.ts';
import { list, option } from '../sharing/action-options.ts';
import { clientCommand, type ClientOptions } from '../sharing/client-command.ts';
import { OFFER, type Offer, RUN, type Run } from './answers.ts';
import { describeOffers, describeRuns } from './describe.ts';

interface PageOptions extends ClientOptions {
  first: number;
  after?: string;
}

interface ListOptions extends PageOptions {
  enterprise?: string;
  state?: string[];
}

/** `offers list`. */
export function listCommand(): Command {
  return pageCommand(
    'list',
    'Lists what the enterprises for which you act are offered, newest first.',
    'offers',
  )
    .addOption(option('--enterprise <uscc>', 'only those to this enterprise'))
    .addOption(
      option(
        '--state <states>',
        'only those in these states, such as offered, with commas between them',
      ).argParser(list),
    )
    .action(async ({ first, after, enterprise, state, ...options }: ListOptions) => {
      const states = state?.map((each) => each.toUpperCase());
      const page = await readOffers(options, { first, after, filter: { enterprise, states } });
      answerPage(options.json, page, describeOffers);
    });
}

/** `offers runs`. */
export function runsCommand(): Command {
  return pageCommand(
    'runs',
    'Lists the runs that made offers, newest first, with what they were denied.',
    'runs',
  )
    .addOption(option('--item <code>', 'only those for this item'))
    .action(async ({ first, after, item, ...options }: PageOptions & { item?: string }) => {
      const page = await askGraph<Page<Run>>(
        options,
        'offerRuns',
        `query Runs($item: ID, $first: Int!, $after: String) { offerRuns(item: $item, first: $first, after: $after) {
          edges { node { ${RUN} } } pageInfo { hasNextPage endCursor } totalCount } }`,
        { item, first, after },
      );
      answerPage(options.json, page, describeRuns);
    });
}

export function readOffers(
  client: ClientOptions,
  variables: { first: number; after?: string | undefined; filter?: object },
): Promise<Page<Offer>> {
  return askGraph<Page<Offer>>(
    client,
    'myOffers',
    `query Offers($filter: OfferFilter, $first: Int!, $after: String) { myOffers(filter: $filter, first: $first, after: $after) {
      edges { node { ${OFFER} } } pageInfo { hasNextPage endCursor } totalCount } }`,
    variables,
  );
}

function pageCommand(name: string, description: string, what: string): Command {
  return clientCommand(name, description)
    .addOption(firstOption(what))
    .option('--after <cursor>', 'continue after this cursor; --json prints it as endCursor');
}
