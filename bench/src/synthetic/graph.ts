import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { RESOLVERS } from './resolvers.ts';

/** As buildSubgraphSchema takes them: any argument, any parent. */
type Resolvers = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>['resolvers']
>;

/** One synthetic department: what composition, a gateway and its server need. */
export interface SyntheticDepartment {
  name: string;
  /** Federation 1, which composition upgrades: the only form that every peer reads. */
  sdl: string;
  /** Built when first called. */
  schema: () => GraphQLSchema;
}

/** The four departments of the workloads, in the order of their ports. */
export const DEPARTMENTS: readonly SyntheticDepartment[] = Object.entries(RESOLVERS).map(
  ([name, resolvers]) => {
    const sdl = readFileSync(new URL(`schemas/${name}.graphql`, import.meta.url), 'utf8');
    return {
      name,
      sdl,
      schema: () => buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as Resolvers }),
    };
  },
);
