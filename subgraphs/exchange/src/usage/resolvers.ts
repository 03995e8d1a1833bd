import { PublicError } from '@yiwang/errors';
import type { Resolvers } from '../generated/types.ts';
import { checkDays } from './check-days.ts';
import { publishedFields } from './published-fields.ts';

const COORDINATE = /^@?[_A-Za-z]\w{0,199}(\.[_A-Za-z]\w{0,199}(\([_A-Za-z]\w{0,199}:\))?)?$/;

export const usageQueries: Resolvers['Query'] = {
  fieldUsage(_root, { coordinate, days }, { loaders }) {
    checkDays(days);
    if (!COORDINATE.test(coordinate)) {
      throw new PublicError(
        'INVALID_ARGUMENT',
        'A coordinate is written Type, Type.field or Type.field(argument:).',
      );
    }
    return loaders.fieldUsage(coordinate, days);
  },

  async unusedFields(_root, { department, days }, { loaders }) {
    checkDays(days);
    const [subgraphs, used] = await Promise.all([
      loaders.publishedSubgraphs(),
      loaders.usedCoordinates(days),
    ]);
    const unused = subgraphs
      .filter((subgraph) => department == null || subgraph.department === department)
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
