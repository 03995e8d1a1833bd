import type { Caller } from '@yiwang/subgraph-kit';
import { type CaseErrorCode, caseOutcome } from '@yiwang/subgraph-kit/cases';
import type { CreatedUpload, UploadErrorCode } from '@yiwang/subgraph-kit/materials';
import type { CaseInputErrorCode } from '../cases/start-case.ts';
import { NAME } from '../department.ts';
import type { Resolvers } from '../generated/types.ts';
import type { CaseRow } from '../tables.ts';
import type { MaterialErrorCode } from './material-commands.ts';

type Code = CaseErrorCode | CaseInputErrorCode | UploadErrorCode | MaterialErrorCode;

export const materialMutations = {
  async uploadCaseMaterial(_root, args, { commands, caller }) {
    const { result, userErrors } = await caseOutcome<CreatedUpload, Code>(caller, () =>
      commands.materials.begin(caller, args),
    );
    return { upload: result, userErrors };
  },
  attachCaseMaterial: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.materials.attach(caller, args)),
  removeCaseMaterial: (_root, args, { commands, caller }) =>
    payload(caller, () => commands.materials.remove(caller, args)),
} satisfies Resolvers['Mutation'];

export const materialFields = {
  materials: ({ number, source }, _args, { loaders }) =>
    source === 'GRAPH' ? loaders.materialsOfCase.load(number) : null,
} satisfies Resolvers['Case'];

export const materialTypes = {
  CaseMaterial: { path: ({ id }) => `/departments/${NAME}/files/materials/${id}` },
  MaterialUpload: { expiresAt: ({ expiresAt }) => expiresAt.toISOString() },
} satisfies Pick<Resolvers, 'CaseMaterial' | 'MaterialUpload'>;

async function payload(caller: Caller, command: () => Promise<CaseRow>) {
  const { result, userErrors } = await caseOutcome<CaseRow, Code>(caller, command);
  return { case: result, userErrors };
}
