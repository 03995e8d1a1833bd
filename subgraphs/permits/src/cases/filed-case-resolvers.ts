import type { Caller } from '@yiwang/subgraph-kit';
import {
  type CaseErrorCode as KitErrorCode,
  caseOutcome,
  denialReason,
  returnedDefects,
} from '@yiwang/subgraph-kit/cases';
import type { Resolvers } from '../generated/types.ts';
import type { CaseRow } from '../tables.ts';
import type { CaseInputErrorCode } from './start-case.ts';

export const filedCaseQueries = {
  filedCases: (_root, { numbers }, { commands, caller }) => commands.filedCases.byNumbers(caller, numbers),

  filedCaseChanges: (_root, { after, first }, { commands, caller }) =>
    commands.filedCases.changes(caller, after ?? null, first),
} satisfies Resolvers['Query'];

export const filedCaseMutations = {
  fileCase: (_root, args, { commands, caller }) => payload(caller, () => commands.cases.file(caller, args)),
  refileCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.refile(caller, args)),
  withdrawFiledCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.withdrawFiled(caller, args)),
  voidFiledCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.cases.voidFiled(caller, args)),
} satisfies Resolvers['Mutation'];

export const filedCaseTypes = {
  FiledCase: {
    item: ({ serviceItemCode }) => serviceItemCode!,
    reference: ({ reference }) => reference!,
    reason: async (row, _args, { loaders }) => denialReason(row, await loaders.eventsOfCase.load(row.number)),
    async defects({ number, state }, _args, { loaders }) {
      if (state !== 'RETURNED') return null;
      return returnedDefects(await loaders.eventsOfCase.load(number));
    },
    async permit({ number }, _args, { loaders }) {
      return (await loaders.permitOfCase.load(number))?.number ?? null;
    },
  },
} satisfies Pick<Resolvers, 'FiledCase'>;

async function payload(caller: Caller, command: () => Promise<CaseRow>) {
  const { result, userErrors } = await caseOutcome<CaseRow, KitErrorCode | CaseInputErrorCode>(
    caller,
    command,
  );
  return { case: result, userErrors };
}
