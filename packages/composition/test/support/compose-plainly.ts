import { composeServices } from '@apollo/composition';
import { GraphQLError, parse, Source } from 'graphql';
import { CompositionError, composeSupergraph, type SubgraphInput } from '../../src/index.ts';

/** What composition comes to, in a form that can be compared. */
export interface Outcome {
  supergraphSdl: string | null;
  hints: string[];
  /** `CODE: message`, in the order in which they are told. */
  errors: string[];
}

/** What Apollo's own composition says, called as its documentation does. */
export function composePlainly(subgraphs: readonly SubgraphInput[]): Outcome {
  const services = [...subgraphs]
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(new Source(sdl, name)) }));
  const { supergraphSdl = null, hints, errors = [] } = composeServices(services);
  return {
    supergraphSdl,
    hints: (hints ?? []).map(String),
    errors: errors.map((error) => `${String(error.extensions['code'])}: ${error.message}`),
  };
}

/** What ours says. */
export function composeOurs(subgraphs: readonly SubgraphInput[]): Outcome {
  try {
    const { supergraphSdl, hints } = composeSupergraph(subgraphs);
    return { supergraphSdl, hints, errors: [] };
  } catch (error) {
    if (!(error instanceof CompositionError)) throw error;
    return {
      supergraphSdl: null,
      hints: [],
      errors: error.errors.map(({ code, message }) => `${code}: ${message}`),
    };
  }
}

export function parses(sdl: string): boolean {
  try {
    return Boolean(parse(sdl));
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}
