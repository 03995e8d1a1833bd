import { type DocumentNode, GraphQLError, Kind } from 'graphql';
import { nodesAt, readCoordinates } from '../../sdl/coordinates.ts';
import type { ParsedSubgraph } from '../parse-subgraphs.ts';

/**
 * Where subgraphs use a directive that is not repeatable with different arguments. The Guild's library puts all of these uses into the
 * supergraph, which is not valid then, and whoever reads it takes any of them for the rule. One department could thus publish what
 * another restricts.
 */
export function findRepeatedDirectives(
  supergraph: DocumentNode,
  parsed: readonly ParsedSubgraph[],
): GraphQLError[] {
  const repeatable = new Set(
    supergraph.definitions.flatMap((one) =>
      one.kind === Kind.DIRECTIVE_DEFINITION && one.repeatable ? [one.name.value] : [],
    ),
  );
  const errors: GraphQLError[] = [];
  for (const [coordinate, { directives = [] }] of readCoordinates(supergraph)) {
    const names = directives.map(({ name }) => name.value).filter((name) => !repeatable.has(name));
    const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    for (const name of repeated) errors.push(differentArguments(coordinate, name, parsed));
  }
  return errors;
}

function differentArguments(
  coordinate: string,
  directive: string,
  parsed: readonly ParsedSubgraph[],
): GraphQLError {
  const uses = parsed.flatMap(({ name, typeDefs }) =>
    nodesAt(typeDefs, coordinate)
      .flatMap(({ directives = [] }) => directives)
      .filter((use) => use.name.value === directive)
      .map((node) => ({ name, node })),
  );
  const names = [...new Set(uses.map(({ name }) => `"${name}"`))].join(', ');
  return new GraphQLError(
    `Directive "@${directive}" has different arguments on "${coordinate}" in subgraphs ${names}.`,
    {
      nodes: uses.map(({ node }) => node),
      extensions: { code: 'INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS' },
    },
  );
}
