import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { completeSchema } from '@yiwang/schema-directives';
import { type GraphQLSchema, Kind, parse } from 'graphql';
import { bindCursors } from '../pages/bind-cursors.ts';
import { sharedScalars } from '../scalars/shared-scalars.ts';
import { readAccessRules } from '../trust/access-rules.ts';
import { withholdAggregates } from '../trust/aggregates.ts';
import { readArgumentRules } from '../trust/argument-rules.ts';
import { readExistence } from '../trust/existence.ts';
import { narrowArguments } from '../trust/narrow-arguments.ts';
import { narrowExistence } from '../trust/narrow-existence.ts';
import { narrowRows } from '../trust/narrow-rows.ts';
import { checkOwnData, describeRows, type Rows } from '../trust/rows.ts';
import { maskSensitiveValues } from '../trust/sensitive-values.ts';
import { checkRepresentations } from './check-representations.ts';

type ResolverMap = NonNullable<
  Extract<Parameters<typeof buildSubgraphSchema>[0], { resolvers?: unknown }>['resolvers']
>;

/**
 * The executable schema of a department.
 *
 * @param file its schema.graphql; what it uses of the platform (`@sharing`, USCC, Date, PageInfo, …) needs no definition, and the
 *   scalars of the kit need no resolver
 * @param resolvers by type and field
 */
export function buildSchema(file: URL, resolvers: object, rows: Rows = {}): GraphQLSchema {
  const typeDefs = parse(completeSchema(readFileSync(file, 'utf8')));
  const declared = new Set(
    typeDefs.definitions.flatMap((definition) =>
      definition.kind === Kind.SCALAR_TYPE_DEFINITION ? [definition.name.value] : [],
    ),
  );
  const scalars = Object.fromEntries(Object.entries(sharedScalars).filter(([name]) => declared.has(name)));
  const schema = buildSubgraphSchema({ typeDefs, resolvers: { ...scalars, ...resolvers } as ResolverMap });
  checkRepresentations(schema);
  describeRows(schema, rows);
  const rules = readAccessRules(schema);
  checkOwnData(schema, rules);
  narrowRows(schema, rules);
  narrowArguments(schema, rules, readArgumentRules(schema, rules));
  narrowExistence(schema, rules, readExistence(schema, rules));
  maskSensitiveValues(schema);
  withholdAggregates(schema);
  bindCursors(schema);
  return schema;
}
