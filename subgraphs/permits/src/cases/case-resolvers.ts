import { dayOf } from '@yiwang/codes/working-days';
import { type Caller, connectionResolvers } from '@yiwang/subgraph-kit';
import {
  type CaseErrorCode as KitErrorCode,
  caseEventOf,
  caseHours,
  caseOutcome,
  isOverdue,
} from '@yiwang/subgraph-kit/cases';
import { PublicError } from '@yiwang/errors';
import { readCode } from '../codes.ts';
import type { Context } from '../context.ts';
import { caseCursor, inboxCursor } from '../cursors.ts';
import type { Resolvers, SubscriptionCaseChangedArgs } from '../generated/types.ts';
import type { CaseRow } from '../tables.ts';
import { compactTimeline } from '../timeline.ts';
import { isVisible } from './case-rights.ts';
import type { InboxEventModel } from './inbox-events.ts';
import type { CaseInputErrorCode } from './start-case.ts';

export const caseQueries: Pick<
  NonNullable<Resolvers['Query']>,
  'case' | 'myCases' | 'caseInbox' | 'timeLimitStatistics'
> = {
  case: (_root, { number }, context) => findCase(context, number),

  myCases: (_root, { filter, first, after }, { loaders, caller }) =>
    loaders.myCases(caller, filter ?? {}, { first, after }),

  caseInbox: (_root, { filter, first, after }, { loaders, caller }) =>
    loaders.caseInbox(caller, filter ?? { overdue: false }, { first, after }),

  timeLimitStatistics: (_root, args, { loaders, caller }) => loaders.timeLimitStatistics(caller, args),
};

export const caseMutations: Resolvers['Mutation'] = {
  startCase: (_root, args, { commands, caller }) => payload(caller, () => commands.cases.start(caller, args)),
  saveCase: (_root, args, { commands, caller }) => payload(caller, () => commands.cases.save(caller, args)),
  submitCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.submit(caller, args)),
  withdrawCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.withdraw(caller, args)),
  supplyCaseMaterials: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.supply(caller, args)),
  rateCase: (_root, args, { commands, caller }) => payload(caller, () => commands.cases.rate(caller, args)),
  returnCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.giveBack(caller, args)),
  declineCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.decline(caller, args)),
  acceptCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.accept(caller, args)),
  startCaseReview: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.startReview(caller, args)),
  suspendCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.suspend(caller, args)),
  resumeCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.resume(caller, args)),
  extendCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.extend(caller, args)),
  decideCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.decide(caller, args)),
  deliverCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.deliver(caller, args)),
};

export const caseSubscriptions: Resolvers['Subscription'] = {
  caseChanged: {
    async subscribe(_root, { number }, context) {
      const found = await findCase(context, number);
      return context.changes.follow(found.number);
    },
    resolve: (_event: unknown, { number }: SubscriptionCaseChangedArgs, context: Context) =>
      findCase(context, number),
  },
  inbox: {
    subscribe: (_root, { after }, { followInbox, caller }) => followInbox(caller, after ?? null),
    resolve: (event: InboxEventModel) => event,
  },
};

export const caseTypes: Pick<
  Resolvers,
  'Case' | 'InboxEvent' | 'CaseConnection' | 'MyCaseConnection' | 'CaseInboxConnection' | 'TimeLimitStatistic'
> = {
  Case: {
    async __resolveReference({ number }, { loaders, caller }) {
      const row = await loaders.caseByNumber.load(readCode('Case.number', number));
      return row && isVisible(caller, row) ? row : null;
    },
    serviceItem: ({ serviceItemCode }, _args, { loaders }) =>
      serviceItemCode === null ? null : loaders.serviceItemByCode.load(serviceItemCode),
    applicant: ({ applicantUscc }) => (applicantUscc === null ? null : { uscc: applicantUscc }),
    region: ({ regionCode }) => (regionCode === null ? null : { code: regionCode }),
    isOverdue: (row, _args, { now }) => isOverdue(row, dayOf(now())),
    followUp: ({ followUpMaterials, followUpBy }) =>
      followUpMaterials === null ? null : { materials: followUpMaterials, by: followUpBy! },
    formSchema: ({ serviceItemCode, formVersion }, _args, { loaders }) =>
      serviceItemCode === null || formVersion === null ? null : loaders.formAt(serviceItemCode, formVersion),
    async times({ number, timeline }, _args, { loaders, now }) {
      if (timeline !== null) return null;
      return caseHours(await loaders.eventsOfCase.load(number), now());
    },
    async timeline(row, _args, { loaders }) {
      if (row.timeline !== null) return compactTimeline(row);
      return (await loaders.eventsOfCase.load(row.number)).map(caseEventOf);
    },
    permit: ({ number }, _args, { loaders }) => loaders.permitOfCase.load(number),
  },

  InboxEvent: {
    async case({ number }, _args, { loaders, caller }) {
      const row = await loaders.caseByNumber.load(number);
      return row && isVisible(caller, row) ? row : null;
    },
  },

  CaseConnection: connectionResolvers<CaseRow>(({ receivedOn, number }) =>
    caseCursor.encode([receivedOn, number]),
  ),
  MyCaseConnection: connectionResolvers<CaseRow, number | null>(({ receivedOn, number }) =>
    caseCursor.encode([receivedOn, number]),
  ),
  CaseInboxConnection: connectionResolvers<CaseRow, number | null>(({ actBy, number }) =>
    inboxCursor.encode([actBy!, number]),
  ),

  TimeLimitStatistic: {
    region: ({ regionCode }) => ({ code: regionCode }),
    serviceItem: ({ itemCode }, _args, { loaders }) => loaders.serviceItemByCode.load(itemCode),
  },
};

async function findCase({ loaders, caller }: Context, number: string): Promise<CaseRow> {
  const found = await loaders.caseByNumber.load(readCode('Case.number', number));
  // A draft of somebody else is none.
  if (found && isVisible(caller, found)) return found;
  throw new PublicError('NOT_FOUND', 'The register holds no case of this number.');
}

async function payload(caller: Caller, command: () => Promise<CaseRow>) {
  const { result, userErrors } = await caseOutcome<CaseRow, KitErrorCode | CaseInputErrorCode>(
    caller,
    command,
  );
  return { case: result, userErrors };
}
