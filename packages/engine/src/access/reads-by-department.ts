import type { PlanNode } from '@apollo/query-planner';
import type { Guard } from './guard.ts';
import { NO_READS, type ReadsByDepartment } from './voucher.ts';

/**
 * Which of the conditional fields that an operation reads each department of its plan is asked for. A field that is
 * called as one that is asked for counts, too: nothing is said to be read that the caller may not read.
 */
export function readsByDepartment(
  plan: PlanNode | null,
  { settled: { conditional }, access }: NonNullable<Guard>,
): ReadsByDepartment {
  if (conditional.length === 0 || !plan) return NO_READS;
  const { holders } = access.facts;
  const reads = new Map<string, readonly string[]>();
  for (const [department, names] of namesByDepartment(plan)) {
    const own = conditional.filter(
      (coordinate) => names.has(coordinate.split('.')[1]!) && holders.get(coordinate)?.includes(department),
    );
    if (own.length > 0) reads.set(department, own);
  }
  return reads;
}

function namesByDepartment(plan: PlanNode): Map<string, Set<string>> {
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
