import { type GraphQLError, getLocation } from 'graphql';
import { placeOf } from '../sdl/place-of.ts';
import { CompositionError, type CompositionFault, type FaultLocation } from './composition-error.ts';
import { helpFor } from './help.ts';

/**
 * An error of a composition library in our own shape.
 *
 * @param names every subgraph that was composed
 */
export function describeFault(error: GraphQLError, names: readonly string[]): CompositionFault {
  const locations = locate(error, names);
  // A satisfiability error points at no line, but its text quotes the subgraphs it went through.
  const involved =
    locations.length > 0 ? locations.map(({ subgraph }) => subgraph) : quotedSubgraphs(error.message, names);
  const code = String(error.extensions['code'] ?? 'COMPOSITION_ERROR');
  return {
    code,
    message: error.message,
    help: helpFor(code),
    subgraphs: [...new Set(involved)].sort(),
    locations,
  };
}

/**
 * Runs a composition library. Libraries check what they take for granted by plain errors, and departments can make that fail: by
 * two names for one directive of their own, for example. That is a fault of what was published, and no fault of ours.
 *
 * @throws CompositionError COMPOSITION_ABORTED in place of a plain error
 */
export function orAborted<Result>(compose: () => Result): Result {
  try {
    return compose();
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    const code = 'COMPOSITION_ABORTED';
    const message = `Composition cannot go on: ${error.message}`;
    throw new CompositionError([{ code, message, help: helpFor(code), subgraphs: [], locations: [] }]);
  }
}

/** The subgraphs that the text of an error names. */
export function quotedSubgraphs(message: string, names: readonly string[]): string[] {
  return names.filter((name) => message.includes(`"${name}"`) || message.startsWith(`[${name}]`));
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
