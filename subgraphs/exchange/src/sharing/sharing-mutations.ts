import type { Resolvers } from '../generated/types.ts';
import { catchUserErrors } from '../shared/user-errors.ts';
import type { CorrectionRow, SharingApplicationRow } from '../tables/sharing-tables.ts';
import { type Principal, requireScope } from './authorize.ts';

/** The part of the context that authorization needs. */
type WithCaller = { caller: Principal };

const applicant = (context: WithCaller) => requireScope(context, 'sharing:apply');
const decider = (context: WithCaller) => requireScope(context, 'sharing:decide');
const reporter = (context: WithCaller) => requireScope(context, 'sharing:correct');

export const sharingMutations: Resolvers['Mutation'] = {
  applyForSharing: (_root, args, context) =>
    application(() => context.commands.applications.apply(applicant(context), args)),

  applyForOperation: async (_root, { input }, context) => {
    const command = () => context.commands.operations.applyForOperation(applicant(context), input);
    const { result, userErrors } = await catchUserErrors(command);
    return {
      batch: result?.batch ?? null,
      applications: result?.applications ?? [],
      granted: result?.granted ?? [],
      userErrors,
    };
  },

  createSharingApplication: (_root, args, context) =>
    application(() => context.commands.applications.create(applicant(context), args)),

  reviseSharingApplication: (_root, { number, input }, context) =>
    application(() => context.commands.applications.revise(applicant(context), number, input)),

  submitSharingApplication: (_root, { number }, context) =>
    application(() => context.commands.applications.submit(applicant(context), number)),

  withdrawSharingApplication: (_root, { number, reason }, context) =>
    application(() => context.commands.applications.withdraw(applicant(context), number, reason)),

  requestSharingApplicationChanges: (_root, { number, reason }, context) =>
    application(() => context.commands.applications.requestChanges(decider(context), number, reason)),

  extendSharingApplication: (_root, { number, reason, consentedBy }, context) =>
    application(() => context.commands.applications.extend(decider(context), number, reason, consentedBy)),

  approveSharingApplication: (_root, args, context) =>
    application(() => context.commands.grants.approve(decider(context), args)),

  refuseSharingApplication: (_root, { number, reason }, context) =>
    application(() => context.commands.applications.refuse(decider(context), number, reason)),

  renewGrant: (_root, args, context) =>
    application(() => context.commands.grants.renew(applicant(context), args)),

  revokeGrant: async (_root, args, context) => {
    const { result, userErrors } = await catchUserErrors(() =>
      context.commands.grants.revoke(decider(context), args),
    );
    return { grant: result, userErrors };
  },

  reportCorrection: (_root, { input }, context) =>
    correction(() => context.commands.corrections.report(reporter(context), input)),

  withdrawCorrection: (_root, { number, reason }, context) =>
    correction(() => context.commands.corrections.withdraw(reporter(context), number, reason)),

  acceptCorrection: (_root, { number, answer }, context) =>
    correction(() => context.commands.corrections.accept(decider(context), number, answer)),

  refuseCorrection: (_root, { number, reason }, context) =>
    correction(() => context.commands.corrections.refuse(decider(context), number, reason)),

  answerCorrection: (_root, { number, answer }, context) =>
    correction(() => context.commands.corrections.answer(decider(context), number, answer)),
};

async function application(command: () => Promise<SharingApplicationRow>) {
  const { result, userErrors } = await catchUserErrors(command);
  return { application: result, userErrors };
}

async function correction(command: () => Promise<CorrectionRow>) {
  const { result, userErrors } = await catchUserErrors(command);
  return { correction: result, userErrors };
}
