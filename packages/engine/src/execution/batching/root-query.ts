import type { FetchNode } from '@apollo/query-planner';
import {
  type ASTNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import type { Subgraph } from '../../core/subgraph.ts';
import { requestHead } from '../../query-plan/request-body.ts';

/** A fetch of root fields. Several requests can be sent as one, each with its own variables. */
export interface RootQuery {
  readonly subgraph: Subgraph;
  /** The JSON of a single request, up to the variables. */
  readonly head: string;
  /** Names of the fields in the answer to a single request. */
  readonly fields: readonly string[];
  /** Null when each field looks up one entity, which is always fast. */
  readonly latencyGate: LatencyGate | null;
  /** Like `head`, for this many requests in one. */
  headFor(count: number): string;
}

/** The name of a field or variable of one of several batched requests. */
export const nameFor = (place: number, name: string) => `_${place}_${name}`;

/**
 * @param lookups names of the root fields that look up one entity
 * @returns null when it cannot be batched
 */
export function rootQuery(
  node: FetchNode,
  subgraph: Subgraph,
  lookups: ReadonlySet<string>,
): RootQuery | null {
  const { definitions } = parse(node.operation, { noLocation: true });
  const operation = definitions[0] as OperationDefinitionNode;
  if (definitions.length > 1 || operation.directives?.length) return null;
  const { selections } = operation.selectionSet;
  if (!selections.every((selection): selection is FieldNode => selection.kind === Kind.FIELD)) return null;
  const areLookups = selections.every(({ name }) => lookups.has(name.value));

  const heads: string[] = [];
  return {
    subgraph,
    head: requestHead(node),
    fields: selections.map(responseName),
    latencyGate: areLookups ? null : new LatencyGate(),
    headFor(count) {
      heads[count] ??= `{"query":${JSON.stringify(writeQuery(operation, selections, count))}`;
      return heads[count];
    },
  };
}

function responseName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function writeQuery(
  { variableDefinitions = [] }: OperationDefinitionNode,
  selections: readonly FieldNode[],
  count: number,
): string {
  const places = Array.from({ length: count }, (_, place) => place);
  const definitions = places.flatMap((place) => variableDefinitions.map((node) => renamed(node, place)));
  const fields = places.flatMap((place) =>
    selections.map((node) => {
      const alias = { kind: Kind.NAME as const, value: nameFor(place, responseName(node)) };
      return renamed({ ...node, alias }, place);
    }),
  );
  const variables = definitions.length === 0 ? '' : `(${definitions.map(print).join(' ')})`;
  return stripIgnoredCharacters(`query${variables}{${fields.map(print).join(' ')}}`);
}

/** Renames the variables to those of one batched request. */
function renamed<Node extends ASTNode>(node: Node, place: number): Node {
  return visit(node, {
    Variable: ({ kind, name }) => ({ kind, name: { ...name, value: nameFor(place, name.value) } }),
  });
}

/** A slower answer would delay the others in its batch. */
const SLOW_MS = 10;
/** Batching is allowed up to this share of slow answers. */
const MAX_SLOW = 0.02;
/** The weight of each answer in the share: the last 20 decide most of it. */
const WEIGHT = 0.05;

/** Tracks how fast a query has recently been answered. Queries that are sometimes slow are not batched. */
export class LatencyGate {
  #slow = 1;

  /** True after 77 fast answers in a row, and then as long as at most one of 50 is slow. */
  get isQuick(): boolean {
    return this.#slow <= MAX_SLOW;
  }

  note(milliseconds: number): void {
    this.#slow += ((milliseconds > SLOW_MS ? 1 : 0) - this.#slow) * WEIGHT;
  }

  /** Disables batching until the query has been fast again, because a batch failed. */
  restart(): void {
    this.#slow = 1;
  }
}
