import { PublicError } from '@yiwang/errors';
import { type Reader, requireReader, USAGE_SCOPE } from '../credentials/readers.ts';
import type { Resolvers } from '../generated/types.ts';
import { publishedFields } from './published-fields.ts';
import { checkDays } from './read-usage.ts';
import { readableUsage } from './usage-readers.ts';

const COORDINATE = /^@?[_A-Za-z]\w{0,199}(\.[_A-Za-z]\w{0,199}(\([_A-Za-z]\w{0,199}:\))?)?$/;

export const usageQueries: Resolvers['Query'] = {
  async fieldUsage(_root, { coordinate, days, credential }, context) {
    const { loaders } = context;
    checkDays(days);
    if (!COORDINATE.test(coordinate)) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        'coordinate must be Type, Type.field or Type.field(argument:).',
      );
    }
    const field = { root: 'fieldUsage', args: { coordinate, days } };
    const reader = await requireReader(context, field, credential, USAGE_SCOPE);
    return loaders.fieldUsage(readableUsage(coordinate, reader, await loaders.publishedSubgraphs()), days);
  },

  async unusedFields(_root, { department, days, credential }, context) {
    const { loaders } = context;
    checkDays(days);
    const field = { root: 'unusedFields', args: { department, days } };
    const reader = await requireReader(context, field, credential, USAGE_SCOPE);
    const wanted = readableDepartment(department ?? null, reader);
    const [subgraphs, used] = await Promise.all([
      loaders.publishedSubgraphs(),
      loaders.usedCoordinates(days),
    ]);
    const unused = subgraphs
      .filter((subgraph) => wanted === null || subgraph.department === wanted)
      .flatMap(({ digest, sdl }) => publishedFields(digest, sdl))
      .filter(
        ({ coordinate, throughInterfaces }) => ![coordinate, ...throughInterfaces].some((c) => used.has(c)),
      )
      .map(({ coordinate }) => coordinate);
    return [...new Set(unused)].sort();
  },
};

export const usageMutations: Resolvers['Mutation'] = {
  reportOperations: (_root, args, { commands }) => commands.reportOperations(args),
};

/**
 * The department whose unused fields the reader may see; null for all departments.
 *
 * @throws PublicError FORBIDDEN when a department asks for another's
 */
function readableDepartment(wanted: string | null, reader: Reader | undefined): string | null {
  if (reader === undefined || reader.role === 'OPERATOR') return wanted;
  if (reader.role === 'DEPARTMENT' && (wanted === null || wanted === reader.holder)) return reader.holder;
  throw new PublicError(
    'FORBIDDEN',
    `Unused fields are shown only to the department that provides them, to operators, and to clients with the scope ${USAGE_SCOPE}.`,
  );
}
