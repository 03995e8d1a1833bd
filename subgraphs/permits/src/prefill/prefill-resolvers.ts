import type { Caller } from '@yiwang/subgraph-kit';
import { type CaseErrorCode, caseOutcome } from '@yiwang/subgraph-kit/cases';
import type { PrefillErrorCode } from '@yiwang/subgraph-kit/prefill';
import type { CaseInputErrorCode } from '../cases/start-case.ts';
import type { Resolvers } from '../generated/types.ts';
import type { CaseRow } from '../tables.ts';

export const prefillMutations = {
  prefillCase: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.prefill.prefill(caller, args)),
  answerPrefill: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.prefill.answer(caller, args)),
} satisfies Resolvers['Mutation'];

export const prefillFields = {
  prefill: ({ number, source }, _args, { loaders }) =>
    source === 'GRAPH' ? loaders.prefillOfCase.load(number) : null,
} satisfies Resolvers['Case'];

async function payload(caller: Caller, command: () => Promise<CaseRow>) {
  const { result, userErrors } = await caseOutcome<
    CaseRow,
    CaseErrorCode | CaseInputErrorCode | PrefillErrorCode
  >(caller, command);
  return { case: result, userErrors };
}
