import { PublicError } from '@yiwang/errors';
import type { Resolvers } from '../generated/types.ts';
import { requireDirect, requireScope } from './caller.ts';
import { maySeeApplication } from './change-application.ts';
import { maySeeCorrection } from './corrections.ts';
import { maySeeGrant } from './grants.ts';

const READERS = ['sharing:apply', 'sharing:decide'] as const;
const CORRECTORS = ['sharing:correct', 'sharing:decide'] as const;

export const sharingQueries: Resolvers['Query'] = {
  sharingRules: (_root, _args, { loaders }) => loaders.sharingRules,

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

  grantsInForce(_root, { after }, context) {
    requireDirect(context);
    return context.commands.grantsInForce(after ?? null);
  },
};

/** What is not there and what is not for the caller to see look the same. */
function notFound(number: string): PublicError {
  return new PublicError('NOT_FOUND', `There is no ${number}, or not for you to see.`);
}
