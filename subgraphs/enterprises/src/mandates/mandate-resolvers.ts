import { dayOf } from '@yiwang/codes/working-days';
import { PublicError } from '@yiwang/errors';
import { catchUserErrors, checkPageSize, connectionResolvers } from '@yiwang/subgraph-kit';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/types.ts';
import type { EnterpriseModel } from '../models.ts';
import { isOfficial, requirePerson, requireResolver } from './authorize.ts';
import { mandateCursor, seenKey } from './mandate-loaders.ts';
import type { MandateConnectionModel, MandateModel } from './mandate-models.ts';
import { isMandateId } from './mandate-rows.ts';
import { MAX_MANDATES, type MandateCode, stateOf } from './mandate-rules.ts';

const MAX_USERS = 1000;

export const mandateQueries: Resolvers['Query'] = {
  async myMandates(_root, { first, after }, { loaders, caller }) {
    checkPageSize(first);
    const { user } = requirePerson(caller);
    const page = await loaders.mandatesOfPerson.load({ parent: user, first, after });
    return { ...page, countAll: async () => (await loaders.mandateCountOfPerson.load(user))?.count ?? 0 };
  },

  async mandate(_root, { id }, context) {
    const mandate = isMandateId(id) ? await loadVisible(id, context) : null;
    if (!mandate) throw new PublicError('NOT_FOUND', `${id} does not exist, or you may not see it.`);
    return mandate;
  },

  async mandatesInForce(_root, { users }, { loaders, caller }) {
    requireResolver(caller);
    if (users.length > MAX_USERS) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        `users must name at most ${MAX_USERS} users; it names ${users.length}.`,
      );
    }
    return Promise.all(
      users.map(async (user) => ({
        user,
        mandates: (await loaders.mandatesInForceOf.load(user)).slice(0, MAX_MANDATES),
      })),
    );
  },
};

export const mandateMutations: Resolvers['Mutation'] = {
  giveMandate: (_root, args, { commands, caller }) => payload(() => commands.give(caller, args)),
  revokeMandate: (_root, args, { commands, caller }) => payload(() => commands.revoke(caller, args)),
  registerLegalRepresentative: (_root, args, { commands, caller }) =>
    payload(() => commands.registerLegalRepresentative(caller, args)),
};

export const mandateTypes: Pick<Resolvers, 'Mandate' | 'MandateConnection' | 'MandateEvent'> = {
  Mandate: {
    state: async (mandate, _args, { loaders, now }) =>
      stateOf(mandate, (await enterpriseOf(mandate, loaders)).status, dayOf(now())),
    enterprise: (mandate, _args, { loaders }) => enterpriseOf(mandate, loaders),
    // Officials stay unnamed to others.
    givenBy: ({ kind, givenBy }, _args, { caller }) =>
      kind === 'AGENT' || isOfficial(caller) ? givenBy : null,
    revokedBy: ({ revokedAs, revokedBy }, _args, { caller }) =>
      revokedAs !== 'OFFICIAL' || isOfficial(caller) ? revokedBy : null,
    history: ({ sequence }, _args, { loaders }) => loaders.mandateEventsOf.load(String(sequence)),
  },

  MandateConnection: connectionResolvers<MandateModel>(({ sequence }) =>
    mandateCursor.encode([String(sequence)]),
  ),

  MandateEvent: {
    user: (event, _args, { caller }) => (event.as !== 'OFFICIAL' || isOfficial(caller) ? event.user : null),
  },
};

/** The mandates for an enterprise, as far as the caller may know of them. */
export async function mandatesOfEnterprise(
  { uscc }: EnterpriseModel,
  { ended, first, after }: { ended: boolean; first: number; after?: string | null | undefined },
  { loaders, caller }: Context,
): Promise<MandateConnectionModel> {
  checkPageSize(first);
  if (!isOfficial(caller) && !(await isRepresentative(uscc, caller.user, loaders))) {
    return { rows: [], hasNextPage: false, countAll: () => Promise.resolve(0) };
  }
  const { page, count } = loaders.mandatesOfEnterprise({ ended });
  return {
    ...(await page.load({ parent: uscc, first, after })),
    countAll: async () => (await count.load(uscc))?.count ?? 0,
  };
}

async function isRepresentative(
  uscc: string,
  user: string | null,
  loaders: Context['loaders'],
): Promise<boolean> {
  if (user === null) return false;
  return (await loaders.representedBy.load(user)).some((represented) => represented.uscc === uscc);
}

function loadVisible(id: string, { loaders, caller }: Context): Promise<MandateModel | null> {
  if (isOfficial(caller)) return loaders.mandateById.load(id);
  return loaders.mandateSeenBy.load(seenKey(id, requirePerson(caller).user));
}

/** A foreign key holds it. */
async function enterpriseOf({ uscc }: MandateModel, loaders: Context['loaders']): Promise<EnterpriseModel> {
  return (await loaders.enterpriseByUscc.load(uscc))!;
}

async function payload(command: () => Promise<MandateModel>) {
  const { result, userErrors } = await catchUserErrors<MandateModel, MandateCode>(command);
  return { mandate: result, userErrors };
}
