import type { FetchNode, PlanNode } from '@apollo/query-planner';

type Path = readonly string[];

/** The fetches of a plan, deferred ones too, in its order. */
export function fetchesOf(node: PlanNode, path: Path = []): { fetch: FetchNode; at: Path }[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ fetch: node, at: path }];
    case 'Flatten':
      return fetchesOf(node.node, below(path, node.path));
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((child) => fetchesOf(child, path));
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((child) => (child ? fetchesOf(child, path) : []));
    case 'Defer':
      return [node.primary, ...node.deferred].flatMap((part) =>
        part.node ? fetchesOf(part.node, path) : [],
      );
  }
}

/** The same plan with something else in the place of each fetch. */
export function mapFetches(node: PlanNode, change: (fetch: FetchNode) => PlanNode): PlanNode {
  const map = (child: PlanNode): PlanNode => mapFetches(child, change);
  switch (node.kind) {
    case 'Fetch':
      return change(node);
    case 'Flatten':
      return { ...node, node: map(node.node) };
    case 'Sequence':
    case 'Parallel':
      return { ...node, nodes: node.nodes.map(map) };
    case 'Condition': {
      const { ifClause, elseClause } = node;
      return {
        ...node,
        ...(ifClause ? { ifClause: map(ifClause) } : {}),
        ...(elseClause ? { elseClause: map(elseClause) } : {}),
      };
    }
    case 'Defer': {
      const mapPart = <Part extends { node?: PlanNode }>(part: Part): Part =>
        part.node ? { ...part, node: map(part.node) } : part;
      return { ...node, primary: mapPart(node.primary), deferred: node.deferred.map(mapPart) };
    }
  }
}

export function below(path: Path, further: readonly (string | number)[]): Path {
  return [...path, ...further.map(String)];
}
