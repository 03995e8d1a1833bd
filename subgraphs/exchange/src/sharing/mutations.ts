import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import { Refusal } from '../registry/refusal.ts';
import type { UserErrorModel } from '../registry/user-error.ts';
import { requireScope } from './caller.ts';
import type { CorrectionRow, SharingApplicationRow } from './tables.ts';

const applicant = (context: Context) => requireScope(context, 'sharing:apply');
const decider = (context: Context) => requireScope(context, 'sharing:decide');
const reporter = (context: Context) => requireScope(context, 'sharing:correct');

export const sharingMutations: Resolvers['Mutation'] = {
  applyForSharing: (_root, { input }, context) =>
    application(() => context.commands.applications.apply(applicant(context), input)),

  createSharingApplication: (_root, { input }, context) =>
    application(() => context.commands.applications.create(applicant(context), input)),

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
    const { row, userErrors } = await outcome(() => context.commands.grants.revoke(decider(context), args));
    return { grant: row, userErrors };
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
  const { row, userErrors } = await outcome(command);
  return { application: row, userErrors };
}

async function correction(command: () => Promise<CorrectionRow>) {
  const { row, userErrors } = await outcome(command);
  return { correction: row, userErrors };
}

/** Answers a refusal with its reasons; a fault stays one. */
async function outcome<Row>(
  command: () => Promise<Row>,
): Promise<{ row: Row | null; userErrors: UserErrorModel[] }> {
  try {
    return { row: await command(), userErrors: [] };
  } catch (error) {
    if (error instanceof Refusal) return { row: null, userErrors: error.reasons };
    throw error;
  }
}
