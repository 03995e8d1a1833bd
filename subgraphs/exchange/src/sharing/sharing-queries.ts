import { PublicError } from '@yiwang/errors';
import type { Resolvers } from '../generated/types.ts';
import { UserErrors } from '../shared/user-errors.ts';
import {
  maySeeApplication,
  maySeeCorrection,
  maySeeGrant,
  requireDirect,
  requireScope,
} from './authorize.ts';

const READERS = ['sharing:apply', 'sharing:decide'] as const;
const CORRECTORS = ['sharing:correct', 'sharing:decide'] as const;

export const sharingQueries: Resolvers['Query'] = {
  sharingRules: (_root, _args, { loaders }) => loaders.sharingRules,

  async sharingNeeds(_root, { query, operationName }, context) {
    try {
      const { missing, granted, notShared } = await context.commands.operations.needs(
        requireScope(context, ...READERS),
        { query, operationName },
      );
      const selected = await context.commands.operations.selected({ query, operationName });
      const departments = [...missing].map(([name, fields]) => ({ department: { name }, fields }));
      return {
        departments: departments.sort((left, right) =>
          left.department.name < right.department.name ? -1 : 1,
        ),
        granted,
        notShared,
        selected: selected.map((one) => ({ ...one, departments: one.departments.map((name) => ({ name })) })),
      };
    } catch (error) {
      if (error instanceof UserErrors) throw new PublicError('INVALID_ARGUMENT', error.message);
      throw error;
    }
  },

  async sharingApplication(_root, { number }, context) {
    const caller = requireScope(context, ...READERS);
    const row = await context.loaders.applicationByNumber.load(number);
    if (row && maySeeApplication(caller, row)) return row;
    throw notFound(number);
  },

  sharingApplications: (_root, { filter, first, after }, context) =>
    context.loaders.applicationPage(requireScope(context, ...READERS), filter ?? {}, { first, after }),

  async grant(_root, { id }, context) {
    const caller = requireScope(context, ...READERS);
    const row = await context.loaders.grantById.load(id);
    if (row && maySeeGrant(caller, row)) return row;
    throw notFound(id);
  },

  grants: (_root, { filter, first, after }, context) =>
    context.loaders.grantPage(requireScope(context, ...READERS), filter ?? {}, { first, after }),

  async correction(_root, { number }, context) {
    const caller = requireScope(context, ...CORRECTORS);
    const row = await context.loaders.correctionByNumber.load(number);
    if (row && maySeeCorrection(caller, row)) return row;
    throw notFound(number);
  },

  corrections: (_root, { filter, first, after }, context) =>
    context.loaders.correctionPage(requireScope(context, ...CORRECTORS), filter ?? {}, { first, after }),

  grantsInForce(_root, args, context) {
    requireDirect(context);
    return context.commands.grantsInForce(args);
  },
};

/** The error for what does not exist, and for what the caller may not see: the two look the same. */
function notFound(number: string): PublicError {
  return new PublicError('NOT_FOUND', `${number} does not exist, or you may not see it.`);
}
