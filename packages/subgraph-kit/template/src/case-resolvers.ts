import { PublicError } from '@yiwang/errors';
import type { Caller } from '@yiwang/subgraph-kit';
import { type CaseErrorCode, caseOutcome, isVisible } from '@yiwang/subgraph-kit/cases';
import { actsFor } from './case-commands.ts';
import type { Context } from './context.ts';
import type { Resolvers, SubscriptionTemplateCaseChangedArgs, TemplateErrorCode } from './generated/types.ts';
import type { CaseRow } from './tables.ts';

export const caseMutations: Resolvers['Mutation'] = {
  startTemplateCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.start(caller, args)),
  submitTemplateCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.submit(caller, args)),
  acceptTemplateCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.accept(caller, args)),
  startTemplateCaseReview: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.startReview(caller, args)),
  decideTemplateCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.decide(caller, args)),
};

export const caseSubscriptions: Resolvers['Subscription'] = {
  templateCaseChanged: {
    // One event at once, and one whenever the relay has told the number.
    async subscribe(_root, { number }, context) {
      const found = await findCase(context, number);
      return context.changes.follow(found.number);
    },
    resolve: (_event: unknown, { number }: SubscriptionTemplateCaseChangedArgs, context: Context) =>
      findCase(context, number),
  },
};

export const caseFields: NonNullable<Resolvers['TemplateCase']> = {
  async __resolveReference({ number }, { loaders, caller }) {
    const row = await loaders.caseByNumber.load(number);
    return row && isVisible(row, actsFor(caller, row)) ? row : null;
  },
  applicant: ({ applicantUscc }) => ({ uscc: applicantUscc! }),
  record: ({ number }, _args, { loaders }) => loaders.recordOfCase.load(number),
};

export async function findCase({ loaders, caller }: Context, number: string): Promise<CaseRow> {
  const found = await loaders.caseByNumber.load(number);
  // A draft of somebody else is none.
  if (found && isVisible(found, actsFor(caller, found))) return found;
  throw new PublicError('NOT_FOUND', `There is no case ${number}.`);
}

/** Of the codes of the kit, the schema lists those that these steps can give. */
async function payload(caller: Caller, command: () => Promise<CaseRow>) {
  const { result, userErrors } = await caseOutcome<CaseRow, CaseErrorCode & TemplateErrorCode>(
    caller,
    command,
  );
  return { case: result, userErrors };
}
