import type { PlanNode } from '@apollo/query-planner';
import { PublicError } from '@yiwang/errors';
import { selectedPaths, pathText } from '../query-plan/plan-fetches.ts';
import type { ObjectShape, Shape } from '../response-shape/shape.ts';

/**
 * Refuses an operation whose plan silently leaves out a field. The planner does so where no subgraph can answer the
 * field, and the client would mistake the null for a value.
 *
 * Checks only unconditional fields reached through object types. Below an interface or a union, a plan rightly
 * leaves out types that a subgraph never returns.
 *
 * @throws PublicError
 */
export function refuseUnplanned(root: ObjectShape, plan: PlanNode | null): void {
  const selected = selectedPaths(plan);
  checkObject(root, []);

  function checkObject({ onlyType, fieldsByType, partsByType }: ObjectShape, path: readonly string[]): void {
    const fields = onlyType === null ? [] : fieldsByType.get(onlyType)!;
    for (const { source, name, condition, slot, access } of fields) {
      if (name.startsWith('__') || condition !== null || access) continue;
      const at = [...path, source];
      if (!selected.has(pathText(at))) throw unplanned(`${onlyType}.${name}`);
      check(slot.shape, at);
    }
    for (const { condition, shape } of (onlyType !== null && partsByType?.get(onlyType)) || []) {
      if (condition === null) checkObject(shape, path);
    }
  }

  function check(shape: Shape, path: readonly string[]): void {
    if (shape.kind === 'object') checkObject(shape, path);
    if (shape.kind === 'list') check(shape.item.shape, path);
  }
}

function unplanned(field: string): PublicError {
  return new PublicError(
    'NOT_ANSWERABLE',
    `The departments cannot answer what the operation asks of ${field}, though the schema has it.`,
  );
}
