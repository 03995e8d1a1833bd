import { PublicError } from '@yiwang/errors';
import { checkPageSize } from '@yiwang/subgraph-kit';
import { addDays, dayOf } from '@yiwang/working-days';
import type { Resolvers } from '../generated/types.ts';

const MOST_DAYS = 3660;
const USUAL_DAYS = 365;

export const statisticsQueries: Resolvers['Query'] = {
  async sharingStatistics(_root, { department, ...days }, { loaders }) {
    const until = days.until ?? dayOf(loaders.sharingNow());
    const from = days.from ?? addDays(until, 1 - USUAL_DAYS);
    if (from > until || addDays(from, MOST_DAYS) <= until) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `from must not be after until, and at most ${MOST_DAYS} days are looked at.`,
      );
    }
    const names = (await loaders.departments()).map(({ name }) => name);
    if (department == null) return { departments: names, from, until };
    if (names.includes(department)) return { departments: [department], from, until };
    throw new PublicError('NOT_FOUND', `No department ${department} has published.`);
  },
};

export const statisticsTypes: Resolvers = {
  SharingStatistics: {
    total: async (asked, _args, { loaders }) => (await loaders.sharingFigures(asked)).total,

    departments: async (asked, _args, { loaders }) => {
      const figures = await loaders.sharingFigures(asked);
      return asked.departments.map((department) => ({ department, figures: figures.of(department) }));
    },

    overTime: (asked, { every }, { loaders }) => loaders.sharingOverTime(asked, every),

    async resources(asked, { first }, { loaders }) {
      checkPageSize(first);
      const { resources } = await loaders.catalogue();
      const looked = resources.filter(({ department }) => asked.departments.includes(department));
      return loaders.resourceCalls(looked, asked, first);
    },
  },

  DepartmentFigures: {
    department: ({ department }) => ({ name: department }),
  },

  ResourceCalls: {
    resource: async ({ code }, _args, { loaders }) => (await loaders.catalogue()).byCode.get(code) ?? null,
  },
};
