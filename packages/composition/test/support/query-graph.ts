import type { buildFederatedQueryGraph } from '@apollo/query-graphs';

type QueryGraph = ReturnType<typeof buildFederatedQueryGraph>;

/** By coordinate, who can answer for the field, and how it can be come by: `subgraph [by key] [provided] [label]`. Sorted. */
export type Answers = Map<string, string[]>;

/** Who answers for what, as Apollo's planner sees it: the edges of its own graph of queries. */
export function answersFor(graph: QueryGraph): Answers {
  const byKey = new Set<number>();
  const plain = new Set<string>();
  for (const edge of graph.allEdges()) {
    const { kind } = edge.transition;
    if (kind === 'KeyResolution' || kind === 'RootTypeResolution') byKey.add(edge.tail.index);
    if (kind === 'FieldCollection' && edge.head.provideId === undefined) plain.add(nameOf(edge));
  }
  const answers = new Map<string, Set<string>>();
  for (const edge of graph.allEdges()) {
    const { head, transition, overrideCondition } = edge;
    if (transition.kind !== 'FieldCollection' || fieldOf(edge).startsWith('_')) continue;
    // A copy of a vertex, made for @provides, has all fields of the vertex again.
    if (head.provideId !== undefined && plain.has(nameOf(edge))) continue;
    const how = [
      head.source,
      ...(byKey.has(head.index) ? ['by key'] : []),
      ...(head.provideId === undefined ? [] : ['provided']),
      ...(overrideCondition ? [`${overrideCondition.label} ${String(overrideCondition.condition)}`] : []),
    ].join(' ');
    const coordinate = `${head.type.name}.${fieldOf(edge)}`;
    answers.set(coordinate, (answers.get(coordinate) ?? new Set()).add(how));
  }
  return new Map([...answers].map(([coordinate, found]) => [coordinate, [...found].sort()]));
}

type Edge = ReturnType<QueryGraph['allEdges']> extends Iterable<infer One> ? One : never;

function fieldOf({ transition }: Edge): string {
  return transition.kind === 'FieldCollection' ? transition.definition.name : '';
}

function nameOf(edge: Edge): string {
  return `${edge.head.source} ${edge.head.type.name}.${fieldOf(edge)}`;
}
