import { connectionResolvers } from '@yiwang/subgraph-kit';
import type { Resolvers } from '../generated/types.ts';
import { loadRegion } from '../regions/load-region.ts';
import { maySeeApplication, maySeeCorrection, maySeeGrant } from './authorize.ts';
import { isOverdue } from './deadlines.ts';
import { grantState } from './grant-status.ts';
import { applicationCursor, correctionCursor, grantCursor } from './sharing-loaders.ts';
import type { CorrectionModel, GrantModel, SharingApplicationModel } from './sharing-models.ts';

export const sharingTypes: Resolvers = {
  SharingApplication: {
    __resolveReference: async ({ number }, { caller, loaders }) => {
      const row = await loaders.applicationByNumber.load(number);
      return row && maySeeApplication(caller, row) ? row : null;
    },
    department: ({ department }) => ({ name: department }),
    resources: async ({ fields, department }, _args, { loaders }) => {
      const { holdings } = await loaders.catalogue();
      const resources = fields
        .flatMap((coordinate) => holdings.get(coordinate) ?? [])
        .map(({ resource }) => resource);
      return [...new Set(resources.filter((resource) => resource.department === department))];
    },
    regions: ({ regions }, _args, { loaders }) => regions?.map((code) => loadRegion(code, loaders)) ?? null,
    renews: ({ renews }, _args, { loaders }) => (renews === null ? null : loaders.grantById.load(renews)),
    neededBeside: (row, _args, { commands }) => commands.applications.neededBeside(row),
    grant: ({ number }, _args, { loaders }) => loaders.grantOfApplication.load(number),
    dueWithoutHolidaysOf: ({ submittedAt, dueAt }, _args, { loaders }) =>
      loaders.yearsWithoutHolidays(submittedAt, dueAt),
    overdue: (row, _args, { loaders }) => isOverdue(row, loaders.sharingNow()),
    history: ({ number }, _args, { loaders }) => loaders.eventsOf.load(number),
  },

  SharingApplicationConnection: connectionResolvers<SharingApplicationModel>(({ id }) =>
    applicationCursor.encode([String(id)]),
  ),

  Grant: {
    __resolveReference: async ({ id }, { caller, loaders }) => {
      const row = await loaders.grantById.load(id);
      return row && maySeeGrant(caller, row) ? row : null;
    },
    state: (grant, _args, { loaders }) => grantState(grant, loaders.sharingNow()),
    department: ({ department }) => ({ name: department }),
    regions: ({ regions }, _args, { loaders }) => regions?.map((code) => loadRegion(code, loaders)) ?? null,
    application: async ({ application }, _args, { loaders }) =>
      (await loaders.applicationByNumber.load(application))!,
    replacedBy: ({ replacedBy }, _args, { loaders }) =>
      replacedBy === null ? null : loaders.grantById.load(replacedBy),
    renewal: ({ id }, _args, { loaders }) => loaders.openRenewalOf.load(id),
    history: async (grant, _args, { loaders }) => [
      ...(await loaders.eventsOf.load(grant.id)),
      ...expiry(grant, loaders.sharingNow()),
    ],
  },

  GrantConnection: connectionResolvers<GrantModel>(({ sequence }) => grantCursor.encode([String(sequence)])),

  Correction: {
    __resolveReference: async ({ number }, { caller, loaders }) => {
      const row = await loaders.correctionByNumber.load(number);
      return row && maySeeCorrection(caller, row) ? row : null;
    },
    department: ({ department }) => ({ name: department }),
    dueWithoutHolidaysOf: ({ reportedAt, dueAt }, _args, { loaders }) =>
      loaders.yearsWithoutHolidays(reportedAt, dueAt),
    overdue: (row, _args, { loaders }) => isOverdue(row, loaders.sharingNow()),
    history: ({ number }, _args, { loaders }) => loaders.eventsOf.load(number),
  },

  CorrectionConnection: connectionResolvers<CorrectionModel>(({ id }) =>
    correctionCursor.encode([String(id)]),
  ),
};

/** The last event of a grant that has expired. It is computed from the end of the grant, since expiry is not stored. */
function expiry(grant: GrantModel, now: Date) {
  if (grant.endedAt !== null || grantState(grant, now) !== 'EXPIRED') return [];
  return [{ at: grant.until, action: 'EXPIRE', from: 'ACTIVE', to: 'EXPIRED' } as const];
}
