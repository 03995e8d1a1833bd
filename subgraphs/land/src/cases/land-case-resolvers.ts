import { dayOf } from '@yiwang/codes/working-days';
import { PublicError } from '@yiwang/errors';
import { type Caller, connectionResolvers } from '@yiwang/subgraph-kit';
import {
  type CaseErrorCode as KitErrorCode,
  caseEventOf,
  caseHours,
  caseOutcome,
  isOverdue,
  isVisible,
} from '@yiwang/subgraph-kit/cases';
import type { Context } from '../context.ts';
import { landCaseCursor, landInboxCursor } from '../cursors.ts';
import type { LandCaseErrorCode, Resolvers, SubscriptionLandCaseChangedArgs } from '../generated/types.ts';
import type { LandCaseRow } from './case-tables.ts';
import { actsFor } from './land-case-rights.ts';
import { planningOf, registrationOf } from './land-case-row.ts';

export const landCaseQueries = {
  landCase: (_root, { number }, context) => findCase(context, number),

  myLandCases: (_root, { filter, first, after }, { loaders, caller }) =>
    loaders.myLandCases(caller, filter ?? {}, { first, after }),

  landCaseInbox: (_root, { filter, first, after }, { loaders, caller }) =>
    loaders.landCaseInbox(caller, filter ?? { overdue: false }, { first, after }),
} satisfies Resolvers['Query'];

export const landCaseMutations = {
  withdrawLandCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.withdraw(caller, args)),
  returnLandCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.giveBack(caller, args)),
  declineLandCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.decline(caller, args)),
  acceptLandCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.accept(caller, args)),
  startLandCaseReview: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.startReview(caller, args)),
  suspendLandCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.suspend(caller, args)),
  resumeLandCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.resume(caller, args)),
  extendLandCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.extend(caller, args)),
  decideLandCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.decide(caller, args)),
  deliverLandCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.deliver(caller, args)),
} satisfies Resolvers['Mutation'];

export const landCaseSubscriptions = {
  landCaseChanged: {
    // One event at once, and one whenever the relay has told the number.
    async subscribe(_root, { number }, context) {
      const found = await findCase(context, number);
      return context.changes.follow(found.number);
    },
    resolve: (_event: unknown, { number }: SubscriptionLandCaseChangedArgs, context: Context) =>
      findCase(context, number),
  },
} satisfies Resolvers['Subscription'];

export const landCaseTypes = {
  LandCase: {
    async __resolveReference({ number }, { loaders, caller }) {
      const row = await loaders.landCaseByNumber.load(number);
      return row && isVisible(row, actsFor(caller, row)) ? row : null;
    },
    applicant: ({ applicantUscc }) => (applicantUscc === null ? null : { uscc: applicantUscc }),
    region: ({ regionCode }) => ({ code: regionCode }),
    registration: (row) => (row.unit === null ? null : row),
    planning: (row) => (row.unit === null ? row : null),
    certificate({ number, unit, voidedAt }, _args, { loaders }) {
      if (voidedAt !== null) return null;
      const { registrationCertificate, planningCertificate } = loaders;
      return (unit === null ? planningCertificate : registrationCertificate).load(number);
    },
    isOverdue: (row, _args, { now }) => isOverdue(row, dayOf(now())),
    async times({ number }, _args, { loaders, now }) {
      return caseHours(await loaders.eventsOfLandCase.load(number), now());
    },
    async timeline({ number }, _args, { loaders }) {
      return (await loaders.eventsOfLandCase.load(number)).map(caseEventOf);
    },
  },

  RealEstateRegistration: {
    unit: ({ unit }, _args, { loaders }) => loaders.unitByCode.load(unit!),
    holderName: (row) => registrationOf(row).holderName,
    holderBefore: (row) => registrationOf(row).holderBefore,
    priceCny: (row) => registrationOf(row).priceCny,
    deedTax: (row) => registrationOf(row).deedTax,
  },

  LandUsePlanning: {
    projectName: (row) => planningOf(row).projectName,
    location: (row) => planningOf(row).location,
    areaM2: (row) => planningOf(row).areaM2,
    landUse: (row, _args, { loaders }) => loaders.landUseByCode.load(planningOf(row).landUse),
    async parcel(row, _args, { loaders }) {
      const { parcel } = planningOf(row);
      return parcel === null ? null : loaders.parcelByCode.load(parcel);
    },
    permit: ({ planningPermit, voidedAt }) => (voidedAt === null ? planningPermit : null),
  },

  LandCaseConnection: connectionResolvers<LandCaseRow, number | null>(({ receivedOn, number }) =>
    landCaseCursor.encode([receivedOn, number]),
  ),
  LandCaseInboxConnection: connectionResolvers<LandCaseRow, number | null>(({ actBy, number }) =>
    landInboxCursor.encode([actBy!, number]),
  ),
} satisfies Partial<Resolvers>;

async function findCase({ loaders, caller }: Context, number: string): Promise<LandCaseRow> {
  const found = await loaders.landCaseByNumber.load(number);
  if (found && isVisible(found, actsFor(caller, found))) return found;
  throw new PublicError('NOT_FOUND', 'The register holds no case of this number.');
}

/** Of the codes of the kit, the schema lists those that these steps can give. */
async function payload(caller: Caller, command: () => Promise<LandCaseRow>) {
  const { result, userErrors } = await caseOutcome<LandCaseRow, KitErrorCode & LandCaseErrorCode>(
    caller,
    command,
  );
  return { case: result, userErrors };
}
