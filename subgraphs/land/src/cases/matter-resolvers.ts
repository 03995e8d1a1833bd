import { type Caller, catchUserErrors } from '@yiwang/subgraph-kit';
import { caseOutcome, denialReason, returnedDefects } from '@yiwang/subgraph-kit/cases';
import type { LandCaseErrorCode, Resolvers } from '../generated/types.ts';
import type { LandCaseRow } from './case-tables.ts';
import type { UnitHoldModel } from './unit-hold-commands.ts';

export const matterQueries = {
  filedLandCases: (_root, { numbers }, { commands, caller }) =>
    commands.filedCases.byNumbers(caller, numbers),

  filedLandCaseChanges: (_root, { after, first }, { commands, caller }) =>
    commands.filedCases.changes(caller, after ?? null, first),
} satisfies Resolvers['Query'];

export const matterMutations = {
  async holdRealEstateUnit(_root, args, { commands, caller }) {
    const command = () => commands.holds.hold(caller, args);
    const { result, userErrors } = await catchUserErrors<UnitHoldModel, LandCaseErrorCode>(command);
    return { hold: result, userErrors };
  },
  async releaseRealEstateUnit(_root, args, { commands, caller }) {
    const command = () => commands.holds.release(caller, args);
    const { result, userErrors } = await catchUserErrors<boolean, LandCaseErrorCode>(command);
    return { released: result ?? false, userErrors };
  },
  fileLandCase: (_root, args, { commands, caller }) => filed(caller, () => commands.cases.file(caller, args)),
  refileLandCase: (_root, args, { commands, caller }) =>
    filed(caller, () => commands.cases.refile(caller, args)),
  withdrawFiledLandCase: (_root, args, { commands, caller }) =>
    filed(caller, () => commands.cases.withdrawFiled(caller, args)),
  voidLandRegistration: (_root, args, { commands, caller }) =>
    voided(() => commands.cases.voidRegistration(caller, args)),
  voidLandUsePlanning: (_root, args, { commands, caller }) =>
    voided(() => commands.cases.voidPlanning(caller, args)),
} satisfies Resolvers['Mutation'];

export const matterTypes = {
  FiledLandCase: {
    reference: ({ reference }) => reference!,
    reason: async (row, _args, { loaders }) =>
      denialReason(row, await loaders.eventsOfLandCase.load(row.number)),
    async defects({ number, state }, _args, { loaders }) {
      if (state !== 'RETURNED') return null;
      return returnedDefects(await loaders.eventsOfLandCase.load(number));
    },
    registeredUnit: ({ unit, decision, voidedAt }) =>
      decision === 'GRANTED' && voidedAt === null ? unit : null,
    planningPermit: ({ planningPermit, voidedAt }) => (voidedAt === null ? planningPermit : null),
  },
} satisfies Pick<Resolvers, 'FiledLandCase'>;

async function filed(caller: Caller, command: () => Promise<LandCaseRow>) {
  const { result, userErrors } = await caseOutcome<LandCaseRow, LandCaseErrorCode>(caller, command);
  return { case: result, userErrors };
}

async function voided(command: () => Promise<{ row: LandCaseRow; voided: boolean }>) {
  const { result, userErrors } = await catchUserErrors<
    { row: LandCaseRow; voided: boolean },
    LandCaseErrorCode
  >(command);
  return { case: result?.row ?? null, voided: result?.voided ?? false, userErrors };
}
