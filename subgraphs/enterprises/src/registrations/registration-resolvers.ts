import { dayOf } from '@yiwang/codes/working-days';
import { repairCode } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';
import { type Caller, catchUserErrors, connectionResolvers } from '@yiwang/subgraph-kit';
import {
  type CaseEventModel,
  caseEventOf,
  caseHours,
  caseOutcome,
  denialReason,
  isOverdue,
  returnedDefects,
} from '@yiwang/subgraph-kit/cases';
import type { Context } from '../context.ts';
import { ENTERPRISE_TYPES } from '../enterprise-types.ts';
import type { RegistrationStep, Resolvers } from '../generated/types.ts';
import type { RegistrationCode } from './check-registration.ts';
import { inboxCursor, ownCursor } from './registration-loaders.ts';
import type { RegistrationRow, ReservationRow } from './registration-tables.ts';

export const registrationQueries: Resolvers['Query'] = {
  async registrationCase(_root, { number }, { loaders }) {
    const found = await loaders.registrationByNumber.load(repairCode(number));
    if (!found) throw new PublicError('NOT_FOUND', 'There is no case of registration of this number.');
    return found;
  },
  myRegistrations: (_root, page, { loaders, caller }) => loaders.registrations.ofPerson(caller, page),
  registrationInbox: (_root, { filter, ...page }, { loaders, caller }) =>
    loaders.registrations.inbox(caller, filter ?? { overdue: false }, page),
  filedRegistrations: (_root, { numbers }, { loaders, caller }) =>
    loaders.registrations.filed.byNumbers(caller, numbers),
  filedRegistrationChanges: (_root, { after, first }, { loaders, caller }) =>
    loaders.registrations.filed.changes(caller, after ?? null, first),
  changedEnterprises: (_root, { after, first }, { loaders, caller }) =>
    loaders.registrations.changedEnterprises(caller, after ?? null, first),
};

type Command<Args> = (
  commands: Context['commands']['registrations'],
  caller: Caller,
  args: Args,
) => Promise<RegistrationRow>;

/** The mutation of a command. */
const step =
  <Args>(command: Command<Args>) =>
  (_root: unknown, args: Args, { commands, caller }: Context) =>
    payload(caller, () => command(commands.registrations, caller, args));

export const registrationMutations: Resolvers['Mutation'] = {
  reserveEnterpriseName: (_root, args, { commands, caller }) =>
    namePayload(() => commands.names.reserve(caller, args)),
  releaseEnterpriseName: (_root, args, { commands, caller }) =>
    namePayload(() => commands.names.release(caller, args)),

  fileRegistration: step((commands, caller, args) => commands.file(caller, args)),
  refileRegistration: step((commands, caller, args) => commands.refile(caller, args)),
  withdrawFiledRegistration: step((commands, caller, args) => commands.withdrawFiled(caller, args)),
  voidRegistration: step((commands, caller, args) => commands.void(caller, args)),

  returnRegistration: step((commands, caller, args) => commands.giveBack(caller, args)),
  declineRegistration: step((commands, caller, args) => commands.decline(caller, args)),
  acceptRegistration: step((commands, caller, args) => commands.accept(caller, args)),
  startRegistrationReview: step((commands, caller, args) => commands.startReview(caller, args)),
  suspendRegistration: step((commands, caller, args) => commands.suspend(caller, args)),
  resumeRegistration: step((commands, caller, args) => commands.resume(caller, args)),
  extendRegistration: step((commands, caller, args) => commands.extend(caller, args)),
  decideRegistration: step((commands, caller, args) => commands.decide(caller, args)),
  deliverRegistration: step((commands, caller, args) => commands.deliver(caller, args)),
};

export const registrationTypes: Pick<
  Resolvers,
  'FiledRegistration' | 'RegistrationCase' | 'RegistrationCaseConnection' | 'RegistrationInboxConnection'
> = {
  FiledRegistration: {
    reference: ({ reference }) => reference!,
    reason: async (row, _args, { loaders }) =>
      denialReason(row, await loaders.eventsOfRegistration.load(row.number)),
    defects: async ({ number, state }, _args, { loaders }) =>
      state === 'RETURNED' ? returnedDefects(await loaders.eventsOfRegistration.load(number)) : null,
  },

  RegistrationCase: {
    __resolveReference: ({ number }, { loaders }) => loaders.registrationByNumber.load(number),
    person: ({ applicantUser }) => applicantUser!,
    region: ({ regionCode }) => ({ code: regionCode }),
    type: ({ typeCode }) => ({ code: typeCode, name: ENTERPRISE_TYPES[typeCode]! }),
    industry: ({ industryCode }, _args, { loaders }) => loaders.industryByCode.load(industryCode),
    isOverdue: (row, _args, { now }) => isOverdue(row, dayOf(now())),
    defects: async ({ number }, _args, { loaders }) =>
      returnedDefects(await loaders.eventsOfRegistration.load(number)),
    enterprise: ({ uscc }, _args, { loaders }) =>
      uscc === null ? null : loaders.enterpriseByUscc.load(uscc),
    times: async ({ number }, _args, { loaders, now }) =>
      caseHours(await loaders.eventsOfRegistration.load(number), now()),
    timeline: async ({ number }, _args, { loaders }) =>
      (await loaders.eventsOfRegistration.load(number)).map(caseEventOf) as (CaseEventModel & {
        step: RegistrationStep;
      })[],
  },

  RegistrationCaseConnection: connectionResolvers<RegistrationRow, number | null>(({ receivedOn, number }) =>
    ownCursor.encode([receivedOn, number]),
  ),
  RegistrationInboxConnection: connectionResolvers<RegistrationRow, number | null>(({ actBy, number }) =>
    inboxCursor.encode([actBy!, number]),
  ),
};

/** Of the codes of the kit, the schema lists those that these commands can give. */
async function payload(caller: Caller, command: () => Promise<RegistrationRow>) {
  const { result, userErrors } = await caseOutcome<RegistrationRow, RegistrationCode>(caller, command);
  return { case: result, userErrors };
}

async function namePayload(command: () => Promise<ReservationRow | null>) {
  const { result, userErrors } = await catchUserErrors<ReservationRow | null, RegistrationCode>(command);
  return { reservation: result, userErrors };
}
