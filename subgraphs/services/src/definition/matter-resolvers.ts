import { PublicError } from '@yiwang/errors';
import { catchUserErrors } from '@yiwang/subgraph-kit';
import type { Resolvers } from '../generated/types.ts';
import type { MatterVersionRow } from '../tables.ts';
import type { DefinitionProblem } from './check-definition.ts';
import { itemOf, type StepDefinition } from './definition.ts';
import { itemUse } from './item-use.ts';
import { seesDrafts, type VersionErrorCode } from './version-commands.ts';

export const matterQueries: Pick<NonNullable<Resolvers['Query']>, 'matter' | 'matters' | 'matterVersion'> = {
  async matter(_root, { code }, { loaders }) {
    const found = await loaders.matterByCode.load(code);
    if (!found) throw notFound('No matter of this code is published.');
    return found;
  },
  matters: (_root, _args, { loaders }) => loaders.allMatters(),
  async matterVersion(_root, { matter, version }, { loaders, caller }) {
    const found = await loaders.versionByKey.load(`${matter} ${version}`);
    if (found && (isPublic(found) || seesDrafts(caller))) return found;
    throw notFound('There is no such version of this matter.');
  },
};

export const matterMutations: Pick<
  NonNullable<Resolvers['Mutation']>,
  'draftMatterVersion' | 'submitMatterVersion' | 'returnMatterVersion' | 'publishMatterVersion'
> = {
  async draftMatterVersion(_root, args, { commands, caller }) {
    const { result, userErrors } = await catchUserErrors<
      { row: MatterVersionRow; warnings: DefinitionProblem[] },
      VersionErrorCode
    >(() => commands.versions.draft(caller, args));
    const warnings = (result?.warnings ?? []).map(({ code, message, path }) => ({
      code,
      message,
      field: ['definition', ...path],
    }));
    return { matterVersion: result?.row ?? null, warnings, userErrors };
  },
  submitMatterVersion: (_root, args, { commands, caller }) =>
    payload(() => commands.versions.submit(caller, args)),
  returnMatterVersion: (_root, args, { commands, caller }) =>
    payload(() => commands.versions.sendBack(caller, args)),
  publishMatterVersion: (_root, args, { commands, caller }) =>
    payload(() => commands.versions.publish(caller, args)),
};

export const matterTypes: Pick<Resolvers, 'Matter' | 'MatterPapers' | 'MatterStep'> = {
  Matter: {
    __resolveReference: ({ code }, { loaders }) => loaders.matterByCode.load(code),
    code: ({ matter }) => matter,
    name: ({ definition }) => definition.title,
    nameEn: ({ definition }) => definition['x-title-en'],
    basis: ({ definition }) => definition.basis,
    promisedDays: ({ definition }) => definition.promisedDays,
    formSchema: ({ definition }) => definition.form,
    steps: ({ definition }) => [...definition.steps],
    papers: (version) => version,
  },
  MatterPapers: {
    itemUse: async ({ matter, definition }, _args, { loaders }) =>
      itemUse(definition, await loaders.stepCountsOf.load(matter)),
  },
  MatterStep: {
    titleEn: (step: StepDefinition) => step['x-title-en'],
    needs: ({ needs }) => [...needs],
    isOptional: ({ onDenial }) => onDenial === 'CONTINUE',
    item: itemOf,
  },
};

async function payload(command: () => Promise<MatterVersionRow>) {
  const { result, userErrors } = await catchUserErrors<MatterVersionRow, VersionErrorCode>(command);
  return { matterVersion: result, warnings: [], userErrors };
}

function isPublic({ state }: MatterVersionRow): boolean {
  return state === 'PUBLISHED' || state === 'SUPERSEDED';
}

function notFound(message: string): PublicError {
  return new PublicError('NOT_FOUND', message);
}
