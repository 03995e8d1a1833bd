import { PublicError } from '@yiwang/errors';
import { checkPageSize } from '@yiwang/subgraph-kit';
import { addDays, dayOf } from '@yiwang/codes/working-days';
import type { Resolvers } from '../generated/types.ts';

const MAX_DAYS = 3660;
const DEFAULT_DAYS = 365;

/** @param platform name of the department that is left out of the totals: its own types are no department's data */
export function createStatisticsQueries(platform: string): Resolvers['Query'] {
  return {
    async sharingStatistics(_root, { department, ...days }, { loaders }) {
      const until = days.until ?? dayOf(loaders.sharingNow());
      const from = days.from ?? addDays(until, 1 - DEFAULT_DAYS);
      if (from > until || addDays(from, MAX_DAYS) <= until) {
        throw new PublicError(
          'INVALID_ARGUMENT',
          `from must not be after until, and the statistics must cover at most ${MAX_DAYS} days.`,
        );
      }
      const names = (await loaders.departments()).map(({ name }) => name);
      if (department == null) return { departments: names.filter((name) => name !== platform), from, until };
      if (names.includes(department)) return { departments: [department], from, until };
      throw new PublicError('NOT_FOUND', `There is no department ${department}.`);
    },
  };
}

export const statisticsTypes: Resolvers = {
  SharingStatistics: {
    total: async (selection, _args, { loaders }) => (await loaders.sharingFigures(selection)).total,

    departments: async (selection, _args, { loaders }) => {
      const figures = await loaders.sharingFigures(selection);
      return selection.departments.map((department) => ({ department, figures: figures.of(department) }));
    },

    overTime: (selection, { every }, { loaders }) => loaders.sharingOverTime(selection, every),

    async resources(selection, { first }, { loaders }) {
      checkPageSize(first);
      const { resources } = await loaders.catalogue();
      const selected = resources.filter(({ department }) => selection.departments.includes(department));
      return loaders.resourceCalls(selected, selection, first);
    },
  },

  DepartmentFigures: {
    department: ({ department }) => ({ name: department }),
  },

  ResourceCalls: {
    resource: async ({ code }, _args, { loaders }) => (await loaders.catalogue()).byCode.get(code) ?? null,
  },
};
