import { createRequire } from 'node:module';
import type { compose } from '@apollo/composition';
import type { DocumentNode, GraphQLError } from 'graphql';

// The very copy that @apollo/composition uses: what one copy builds, another does not recognise.
const requireBeside = createRequire(createRequire(import.meta.url).resolve('@apollo/composition'));

export type Subgraphs = Parameters<typeof compose>[0];
export type Subgraph = ReturnType<Subgraphs['values']>[number];

interface FederationInternals {
  /** Builds and validates. Throws what `errorCauses` takes apart. */
  buildSubgraph(name: string, url: string, source: DocumentNode): Subgraph;
  Subgraphs: new () => Subgraphs;
  /** Undefined for what is no fault of the SDL. */
  errorCauses(error: Error): GraphQLError[] | undefined;
}

export const { buildSubgraph, Subgraphs, errorCauses } = requireBeside(
  '@apollo/federation-internals',
) as FederationInternals;

/** The parts of the check whether every query can be answered that keep-paths-short.ts reaches into. */
export const { ValidationState } = requireBeside('./validate.js') as {
  ValidationState: { prototype: ValidationSteps };
};

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
