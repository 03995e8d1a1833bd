import { GraphQLError } from 'graphql';
import { nodesAt } from '../../sdl/coordinates.ts';
import { quotedSubgraphs } from '../describe-fault.ts';
import type { ParsedSubgraph } from '../parse-subgraphs.ts';

/** The first schema coordinate that a message names, in quotes. */
const COORDINATE = /"(\w+(?:\.\w+(?:\(\w+:\))?)?)"/;

/**
 * The error with the places that its message speaks of. The Guild's library points only at what is wrong within one subgraph:
 * of what subgraphs disagree about, its message names the coordinate and the subgraphs.
 */
export function locateError(error: GraphQLError, parsed: readonly ParsedSubgraph[]): GraphQLError {
  // Of a query that cannot be answered, no line is wrong.
  if (error.nodes?.length || error.extensions['code'] === 'SATISFIABILITY_ERROR') return error;
  const [, coordinate] = COORDINATE.exec(error.message) ?? [];
  if (coordinate === undefined) return error;
  const names = quotedSubgraphs(
    error.message,
    parsed.map(({ name }) => name),
  );
  const nodes = parsed
    .filter(({ name }) => names.includes(name))
    .flatMap(({ typeDefs }) => nodesAt(typeDefs, coordinate));
  if (nodes.length === 0) return error;
  return new GraphQLError(error.message, { nodes, extensions: error.extensions });
}
