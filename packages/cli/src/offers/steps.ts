import { Argument } from 'commander';
import { CASE_ADVICE } from '../cases/advice.ts';
import type { Step, StepKind } from '../graph/step.ts';
import { option } from '../sharing/action-options.ts';
import { CommandError, EXIT } from '../shared/command-error.ts';
import { readJson } from '../shared/files.ts';
import { OFFER, type Offer, RUN, type Run } from './answers.ts';
import { describeOffers, describeRuns } from './describe.ts';
import { readOffers } from './list.ts';

/** What to do about each code of a user error, where it is another than for a case. */
export const OFFER_ADVICE: Readonly<Record<string, string>> = {
  ...CASE_ADVICE,
  UNKNOWN_OFFER: 'yiwang offers list shows what is offered to those for whom you act.',
  WRONG_STATE: 'yiwang offers list shows where it stands.',
  STALE_VERSION:
    'It was made again meanwhile: look at it with yiwang offers list, then repeat without --version.',
  MALFORMED_FORM:
    'Give the answers that are missing in a JSON file: yiwang offers accept ID --form FILE.json.',
  DAY_PASSED: 'Apply for the item: yiwang case start ITEM.',
};

const RUN_ADVICE: Readonly<Record<string, string>> = {
  UNKNOWN_ITEM: 'Find one by the query serviceItems, and name its code.',
  NO_ENTITLEMENT: 'Publish a version of the item that says who is entitled: docs/service-items.md.',
  GATEWAY_UNAVAILABLE: 'The department must be given a gateway: its setting GATEWAY_URL.',
};

const ID = () => new Argument('<id>', 'such as OF-2026-00000017, as yiwang offers list shows it');

export const OFFER_KIND: StepKind = {
  field: 'offer',
  selection: OFFER,
  describe: (offer: Offer) => describeOffers([offer]),
  advice: OFFER_ADVICE,
  show: () => 'offers list',
  async readVersion(options, [id]: readonly string[]) {
    let after: string | undefined;
    do {
      const { edges, pageInfo } = await readOffers(options, { first: 100, after });
      const found = edges.find(({ node }) => node.id === id);
      if (found) return found.node.version;
      after = (pageInfo.hasNextPage && pageInfo.endCursor) || undefined;
    } while (after !== undefined);
    throw new CommandError(`There is no offer ${id} to any enterprise for which you act.`, EXIT.REFUSED);
  },
};

export const RUN_KIND: StepKind = {
  field: 'run',
  selection: RUN,
  describe: (run: Run) => describeRuns([run]),
  advice: RUN_ADVICE,
  show: () => 'offers runs',
  readVersion: () => Promise.reject(new Error('A run has no version.')),
};

export const OFFER_STEPS: readonly Step[] = [
  {
    name: 'accept',
    description: 'Accepts an offer: a case is begun, filled in, and submitted.',
    mutation: 'acceptOffer',
    arguments: [ID()],
    options: [option('--form <file>', 'JSON file with answers beside those that are filled in')],
    types: { id: 'ID!', form: 'JSON' },
    async variables([id], { form }) {
      return { id, form: form === undefined ? undefined : await readJson('form', form) };
    },
    version: 'Int!',
  },
  {
    name: 'decline',
    description: 'Declines an offer. It is not made again.',
    mutation: 'declineOffer',
    arguments: [ID()],
    options: [],
    types: { id: 'ID!' },
    variables: ([id]) => ({ id }),
    version: 'Int!',
  },
];

export const RUN_STEP: Step = {
  name: 'run',
  description:
    'Looks for who is entitled to an item, and offers it. For officials with the scope items:publish.',
  mutation: 'runOffers',
  arguments: [],
  options: [
    option('--item <code>', 'the item, as ServiceItem.code').makeOptionMandatory(),
    option('--enterprise <uscc>', 'looks at this enterprise alone'),
  ],
  types: { item: 'ID!', enterprise: 'USCC' },
  variables: (_args, { item, enterprise }) => ({ item, enterprise }),
  version: null,
};
