import { createRequire } from 'node:module';
import type { compose } from '@apollo/composition';
import type { DocumentNode, GraphQLError } from 'graphql';

export type Subgraphs = Parameters<typeof compose>[0];
export type Subgraph = ReturnType<Subgraphs['values']>[number];

interface FederationInternals {
  /** Builds and validates. Throws what `errorCauses` takes apart. */
  buildSubgraph(name: string, url: string, source: DocumentNode): Subgraph;
  Subgraphs: new () => Subgraphs;
  /** Undefined for what is no fault of the SDL. */
  errorCauses(error: Error): GraphQLError[] | undefined;
}

type ApolloInternals = ReturnType<typeof load>;
let loaded: ApolloInternals | undefined;

/** Apollo's composition and what is reached into. Loading takes half a second, so that it waits until something is composed. */
export function apolloInternals(): ApolloInternals {
  loaded ??= load();
  return loaded;
}

function load() {
  const requireHere = createRequire(import.meta.url);
  // The very copy that @apollo/composition uses: what one copy builds, another does not recognise.
  const requireBeside = createRequire(requireHere.resolve('@apollo/composition'));
  const internals = requireBeside('@apollo/federation-internals') as FederationInternals;
  /** The parts of the check whether every query can be answered that keep-paths-short.ts reaches into. */
  const validate = requireBeside('./validate.js') as { ValidationState: { prototype: ValidationSteps } };

  /** Merging asks for all departments in turn, thousands of times: the list is made only once. */
  class ListedOnce extends internals.Subgraphs {
    #list: readonly Subgraph[] | null = null;

    override values(): readonly Subgraph[] {
      this.#list ??= super.values();
      return this.#list;
    }
  }

  return {
    compose: requireHere('@apollo/composition').compose as typeof compose,
    buildSubgraph: internals.buildSubgraph,
    errorCauses: internals.errorCauses,
    ListedOnce,
    ValidationState: validate.ValidationState,
  };
}

/** One type that a query can come to, with the paths by which departments can. */
export interface State {
  supergraphPath: Path;
  /** Of a mutation that several departments answer, `paths` is a map and `mutationField` is set. */
  subgraphPathInfos: { paths: { path: { path: Path } }[]; mutationField?: unknown };
}

export interface ValidationSteps {
  /** Called once for each state, before it is looked into. */
  canSkipVisit(this: State, ...given: unknown[]): boolean;
  /** Called for each field of the state's type. The new state has longer paths. */
  validateTransition(
    this: State,
    context: unknown,
    edge: unknown,
    matchingContexts: unknown[],
    errors: unknown[],
    mutationErrors: unknown,
  ): { state?: State; hint?: unknown };
}

/** A path through a graph of queries. Adding to it copies its lists. */
export interface Path {
  readonly constructor: unknown;
  readonly size: number;
  readonly props: PathProps;
}

export interface PathProps {
  graph: { subgraphToArgs: { size: number } };
  root: unknown;
  edgeToTail?: Edge;
  edgeTriggers: unknown[];
  edgeIndexes: unknown[];
  edgeConditions: unknown[];
  contextToSelection: unknown[];
  parameterToContext: unknown[];
  /** The last change of department. */
  subgraphEnteringEdge?: { index: number; edge: Edge; cost: number };
}

export interface Edge {
  head: unknown;
  index: number;
  transition: { kind: string };
}
