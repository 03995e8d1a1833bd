import type { DocumentNode, GraphQLError } from 'graphql';
import { CompositionError } from '../composition-error.ts';
import type { CompositionLibrary } from '../composition-library.ts';
import { describeFault, orAborted } from '../describe-fault.ts';
import type { ParsedSubgraph } from '../parse-subgraphs.ts';
import { apolloInternals, type Subgraph } from './internals.ts';
import { withShortPaths } from './keep-paths-short.ts';

/** Subgraphs by the documents they were built from. Composing leaves them as they are, so they are built only once. */
const built = new WeakMap<DocumentNode, Subgraph>();

/** `@apollo/composition`, under the Elastic License 2.0. */
export const apolloLibrary: CompositionLibrary = {
  compose(parsed) {
    const names = parsed.map(({ name }) => name);
    const fail = (errors: readonly GraphQLError[]) =>
      new CompositionError(errors.map((error) => describeFault(error, names)));
    const { compose, errorCauses, ListedOnce } = apolloInternals();
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
    const result = orAborted(() => withShortPaths(() => compose(subgraphs)));
    if (result.errors) throw fail(result.errors);
    return { supergraphSdl: result.supergraphSdl, hints: result.hints.map(String) };
  },
};

function build({ name, url, typeDefs }: ParsedSubgraph): Subgraph {
  const before = built.get(typeDefs);
  if (before?.name === name && before.url === url) return before;
  const subgraph = apolloInternals().buildSubgraph(name, url, typeDefs);
  built.set(typeDefs, subgraph);
  return subgraph;
}
