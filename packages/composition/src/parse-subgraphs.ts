import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import { CompositionError, type CompositionFault } from './composition-error.ts';
import { describeFault } from './describe-fault.ts';
import { helpFor } from './help.ts';
import type { SubgraphInput } from './subgraph-input.ts';

export interface ParsedSubgraph {
  name: string;
  url: string;
  typeDefs: DocumentNode;
}

/**
 * Parses each department's SDL, in the order given.
 *
 * @throws CompositionError naming every SDL that is not GraphQL, every name given twice, and an empty list
 */
export function parseSubgraphs(subgraphs: readonly SubgraphInput[]): ParsedSubgraph[] {
  const faults: CompositionFault[] = [];
  const parsed = new Map<string, ParsedSubgraph>();

  if (subgraphs.length === 0)
    faults.push(fault('NO_SUBGRAPHS', 'There is nothing to compose: no subgraph was given.'));
  for (const { name, url, sdl } of subgraphs) {
    if (parsed.has(name)) {
      faults.push(
        fault(
          'DUPLICATE_SUBGRAPH_NAME',
          `Two subgraphs are named "${name}"; each name must be unique.`,
          name,
        ),
      );
      continue;
    }
    try {
      // The source carries the subgraph's name, so that every later error knows whose line it points at.
      parsed.set(name, { name, url, typeDefs: parse(new Source(sdl, name)) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      faults.push({
        ...describeFault(error, [name]),
        code: 'INVALID_GRAPHQL',
        help: helpFor('INVALID_GRAPHQL'),
        message: `[${name}] ${error.message}`,
      });
    }
  }

  if (faults.length > 0) throw new CompositionError(faults);
  return [...parsed.values()];
}

function fault(code: string, message: string, ...subgraphs: string[]): CompositionFault {
  return { code, message, help: helpFor(code), subgraphs, locations: [] };
}
