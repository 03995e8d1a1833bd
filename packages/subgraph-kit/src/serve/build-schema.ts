import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, Kind, parse } from 'graphql';
import { sharedScalars } from '../scalars/shared-scalars.ts';
import { readAccessRules } from '../trust/access-rules.ts';
import { narrowRows } from '../trust/narrow-rows.ts';
import { describeRows, type Rows } from '../trust/rows.ts';
import { maskSensitiveValues } from '../trust/sensitive-values.ts';
import { checkRepresentations } from './check-representations.ts';

type ResolverMap = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { resolvers?: unknown }>['resolvers']
>;

/**
 * The executable schema of a department.
 *
 * @param file its schema.graphql; scalars that it declares and the kit knows (USCC, Date, …) need no resolver
 * @param resolvers by type and field
 */
export function buildSchema(file: URL, resolvers: object, rows: Rows = {}): GraphQLSchema {
  const typeDefs = parse(readFileSync(file, 'utf8'));
  const declared = new Set(
    typeDefs.definitions.flatMap((definition) =>
      definition.kind === Kind.SCALAR_TYPE_DEFINITION ? [definition.name.value] : [],
    ),
  );
  const scalars = Object.fromEntries(Object.entries(sharedScalars).filter(([name]) => declared.has(name)));
  const schema = buildSubgraphSchema({ typeDefs, resolvers: { ...scalars, ...resolvers } as ResolverMap });
  checkRepresentations(schema);
  describeRows(schema, rows);
  narrowRows(schema, readAccessRules(schema));
  maskSensitiveValues(schema);
  return schema;
}
