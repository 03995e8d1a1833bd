import { connectionResolvers } from '@yiwang/subgraph-kit';
import type { Resolvers } from '../generated/types.ts';
import type { Loaders } from '../loaders.ts';
import { loadRegion } from '../load-region.ts';
import { maySeeApplication } from './change-application.ts';
import { maySeeCorrection } from './corrections.ts';
import { applicationCursor, correctionCursor, grantCursor } from './cursors.ts';
import { isOverdue } from './deadlines.ts';
import { grantState } from './grant-state.ts';
import { maySeeGrant } from './grants.ts';
import type { CorrectionModel, GrantModel, SharingApplicationModel } from './models.ts';

export const sharingTypes: Resolvers = {
  SharingApplication: {
    __resolveReference: async ({ number }, { caller, loaders }) => {
      const row = await loaders.applicationByNumber.load(number);
      return row && maySeeApplication(caller, row) ? row : null;
    },
    department: ({ department }) => ({ name: department }),
    resources: async ({ fields, department }, _args, { loaders }) => {
      const { holdings } = await loaders.catalogue();
      const held = fields.flatMap((coordinate) => holdings.get(coordinate) ?? []);
      const ofOwner = held.map(({ resource }) => resource).filter((one) => one.department === department);
      return [...new Set(ofOwner)];
    },
    regions: ({ regions }, _args, { loaders }) => regions?.map((code) => loadRegion(code, loaders)) ?? null,
    renews: ({ renews }, _args, { loaders }) => (renews === null ? null : loaders.grantById.load(renews)),
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
      ...expiry(grant, loaders),
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

/** Time writes nothing down: that a grant expired is told from its end. */
function expiry(grant: GrantModel, { sharingNow }: Loaders) {
  if (grant.endedAt !== null || grantState(grant, sharingNow()) !== 'EXPIRED') return [];
  return [{ at: grant.until, action: 'EXPIRE', from: 'ACTIVE', to: 'EXPIRED' } as const];
}
