import type { PlanNode } from '@apollo/query-planner';
import { PublicError } from '@yiwang/errors';
import { askedPaths, pathText } from './plan/asked-paths.ts';
import type { ObjectShape, Shape } from './shape/shape.ts';

/**
 * Refuses an operation whose plan leaves out a field without a word: the planner does so where it
 * finds no department that could answer, and the client would take the null for the truth.
 *
 * Looks only at fields that are reached over object types and under no condition. Below an interface or a
 * union a plan rightly leaves out the types that a department never returns.
 *
 * @throws PublicError
 */
export function refuseUnplanned(root: ObjectShape, plan: PlanNode | null): void {
  const asked = askedPaths(plan);
  checkObject(root, []);

  function checkObject({ onlyType, fieldsByType, partsByType }: ObjectShape, path: readonly string[]): void {
    const fields = onlyType === null ? [] : fieldsByType.get(onlyType)!;
    for (const { source, name, condition, slot, access } of fields) {
      if (name.startsWith('__') || condition !== null || access) continue;
      const at = [...path, source];
      if (!asked.has(pathText(at))) throw unplanned(`${onlyType}.${name}`);
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
