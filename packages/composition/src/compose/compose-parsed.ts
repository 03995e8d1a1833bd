import { compose } from '@apollo/composition';
import type { GraphQLError } from 'graphql';
import { buildSubgraph, errorCauses, type Subgraph, Subgraphs } from './apollo.ts';
import { CompositionError } from './composition-error.ts';
import { describeFault } from './describe-fault.ts';
import { withShortPaths } from './keep-paths-short.ts';
import type { ParsedSubgraph } from './parse-subgraphs.ts';

export interface ComposedSupergraph {
  supergraphSdl: string;
  /** What composition allowed but finds odd, one sentence each, as `[CODE]: text`. */
  hints: string[];
}

/** Merging asks for all departments in turn, thousands of times: the list is made only once. */
class ListedOnce extends Subgraphs {
  #list: readonly Subgraph[] | null = null;

  override values(): readonly Subgraph[] {
    this.#list ??= super.values();
    return this.#list;
  }
}

/**
 * Composes what is parsed, in the order given.
 *
 * @param build makes a department's schema; may give one that was made before, which composing leaves as it is
 * @throws CompositionError
 */
export function composeParsed(
  parsed: readonly ParsedSubgraph[],
  build: (one: ParsedSubgraph) => Subgraph = buildParsed,
): ComposedSupergraph {
  const names = parsed.map(({ name }) => name);
  const fail = (errors: readonly GraphQLError[]) =>
    new CompositionError(errors.map((error) => describeFault(error, names)));
  const subgraphs = new ListedOnce();
  const faults: GraphQLError[] = [];
  for (const one of parsed) {
    try {
      subgraphs.add(build(one));
    } catch (error) {
      const causes = error instanceof Error ? errorCauses(error) : undefined;
      if (!causes) throw error;
      faults.push(...causes);
    }
  }
  if (faults.length > 0) throw fail(faults);
  const result = withShortPaths(() => compose(subgraphs));
  if (result.errors) throw fail(result.errors);
  return { supergraphSdl: result.supergraphSdl, hints: result.hints.map(String) };
}

export function buildParsed({ name, url, typeDefs }: ParsedSubgraph): Subgraph {
  return buildSubgraph(name, url, typeDefs);
}
