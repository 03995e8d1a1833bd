import type { PlanNode } from '@apollo/query-planner';
import type { Guard } from './filter-unauthorized-fields.ts';
import { NO_READS, type ReadsBySubgraph } from '../core/assertion-provider.ts';

/**
 * Returns which conditional fields each subgraph of the plan is asked for. A field with the name of one that is
 * selected counts too, and what arguments read counts wherever it exists. Nothing is listed that the caller may not
 * read.
 */
export function readsBySubgraph(
  plan: PlanNode | null,
  { filtered: { conditional, conditionalByArguments, existing, knowable }, access }: NonNullable<Guard>,
): ReadsBySubgraph {
  if (conditional.length + knowable.size === 0 || !plan) return NO_READS;
  const { holders } = access.facts;
  const reads = new Map<string, readonly string[]>();
  for (const [subgraph, names] of namesBySubgraph(plan)) {
    const read = conditional.filter(
      (one) => conditionalByArguments.includes(one) || (!existing.has(one) && names.has(one.split('.')[1]!)),
    );
    // A plan selects keys and types of rows even where no client does.
    const own = [...read, ...knowable, ...existing].filter((one) => holders.get(one)?.includes(subgraph));
    if (own.length > 0) reads.set(subgraph, [...new Set(own)].sort());
  }
  return reads;
}

function namesBySubgraph(plan: PlanNode): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  visitNode(plan);
  return found;

  function visitNode(node: PlanNode): void {
    switch (node.kind) {
      case 'Sequence':
      case 'Parallel':
        return node.nodes.forEach(visitNode);
      case 'Flatten':
        return visitNode(node.node);
      case 'Condition':
        for (const child of [node.ifClause, node.elseClause]) if (child) visitNode(child);
        return;
      case 'Defer':
        for (const part of [node.primary, ...node.deferred]) if (part.node) visitNode(part.node);
        return;
      case 'Fetch': {
        const names = found.get(node.serviceName) ?? new Set<string>();
        found.set(node.serviceName, names);
        for (const [name] of node.operation.matchAll(/[_A-Za-z]\w*/g)) names.add(name);
      }
    }
  }
}
