import { catchUserErrors } from '@yiwang/subgraph-kit';
import type { CaseErrorCode } from '@yiwang/subgraph-kit/cases';
import { certificateResolvers } from '@yiwang/subgraph-kit/certificates';
import { NAME } from '../department.ts';
import type { Resolvers } from '../generated/types.ts';
import type { PermitRow } from '../tables.ts';

export const permitMutations = {
  endPermit: (_root, args, { commands, caller }) => payload(() => commands.permits.end(caller, args)),
  suspendPermit: (_root, args, { commands, caller }) => payload(() => commands.permits.suspend(caller, args)),
  resumePermit: (_root, args, { commands, caller }) => payload(() => commands.permits.resume(caller, args)),
} satisfies Resolvers['Mutation'];

export const certificateFields = {
  certificate: ({ number }, _args, { loaders }) => loaders.certificateOfPermit.load(number),
} satisfies Resolvers['Permit'];

export const certificateTypes = {
  Certificate: certificateResolvers(NAME),
} satisfies Pick<Resolvers, 'Certificate'>;

async function payload(command: () => Promise<PermitRow>) {
  const { result, userErrors } = await catchUserErrors<PermitRow, CaseErrorCode>(command);
  return { permit: result, userErrors };
}
