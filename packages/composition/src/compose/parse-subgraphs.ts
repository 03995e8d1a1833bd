import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import { MAX_SDL_BYTES } from './limits.ts';
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
 * @param parseSdl may give what it parsed before
 * @throws CompositionError naming every SDL that is not GraphQL or too large, every name given twice, and an empty list
 */
export function parseSubgraphs(
  subgraphs: readonly SubgraphInput[],
  parseSdl: (subgraph: SubgraphInput) => DocumentNode = parseNamed,
): ParsedSubgraph[] {
  const faults: CompositionFault[] = [];
  const parsed = new Map<string, ParsedSubgraph>();

  if (subgraphs.length === 0)
    faults.push(fault('NO_SUBGRAPHS', 'There is nothing to compose: no subgraph was given.'));
  for (const subgraph of subgraphs) {
    const { name, url, sdl } = subgraph;
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
    if (Buffer.byteLength(sdl) > MAX_SDL_BYTES) {
      faults.push(
        fault('TOO_LARGE', `[${name}] The SDL is larger than ${MAX_SDL_BYTES / 1024 / 1024} MiB.`, name),
      );
      continue;
    }
    try {
      parsed.set(name, { name, url, typeDefs: parseSdl(subgraph) });
    } catch (error) {
      faults.push(syntaxFault(name, error));
    }
  }

  if (faults.length > 0) throw new CompositionError(faults);
  return [...parsed.values()];
}

/** The source carries the subgraph's name, so that every later error knows whose line it points at. */
export function parseNamed({ name, sdl }: SubgraphInput): DocumentNode {
  return parse(new Source(sdl, name));
}

function syntaxFault(name: string, error: unknown): CompositionFault {
  // The parser calls itself for every level of nesting.
  if (error instanceof RangeError)
    return fault('INVALID_GRAPHQL', `[${name}] The SDL is nested too deeply to be read.`, name);
  if (!(error instanceof GraphQLError)) throw error;
  return {
    ...describeFault(error, [name]),
    code: 'INVALID_GRAPHQL',
    help: helpFor('INVALID_GRAPHQL'),
    message: `[${name}] ${error.message}`,
  };
}

function fault(code: string, message: string, ...subgraphs: string[]): CompositionFault {
  return { code, message, help: helpFor(code), subgraphs, locations: [] };
}
