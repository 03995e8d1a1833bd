import { type GraphQLError, getLocation } from 'graphql';
import { placeOf } from '../sdl/place-of.ts';
import type { CompositionFault, FaultLocation } from './composition-error.ts';
import { helpFor } from './help.ts';

/**
 * An error of Apollo's composition in our own shape.
 *
 * @param names every subgraph that was composed
 */
export function describeFault(error: GraphQLError, names: readonly string[]): CompositionFault {
  const locations = locate(error, names);
  // A satisfiability error points at no line, but its text quotes the subgraphs it went through.
  const involved =
    locations.length > 0 ? locations.map(({ subgraph }) => subgraph) : quoted(error.message, names);
  const code = String(error.extensions['code'] ?? 'COMPOSITION_ERROR');
  return {
    code,
    message: error.message,
    help: helpFor(code),
    subgraphs: [...new Set(involved)].sort(),
    locations,
  };
}

function locate(error: GraphQLError, names: readonly string[]): FaultLocation[] {
  const positions = (error.nodes ?? []).flatMap((node) => {
    const loc = placeOf(node);
    return loc ? [{ source: loc.source, start: loc.start }] : [];
  });
  // A syntax error has no node, only a position in its source.
  if (positions.length === 0 && error.source) {
    positions.push(...(error.positions ?? []).map((start) => ({ source: error.source!, start })));
  }
  return positions
    .filter(({ source }) => names.includes(source.name))
    .map(({ source, start }) => ({ subgraph: source.name, ...getLocation(source, start) }));
}

function quoted(message: string, names: readonly string[]): string[] {
  return names.filter((name) => message.includes(`"${name}"`) || message.startsWith(`[${name}]`));
}
