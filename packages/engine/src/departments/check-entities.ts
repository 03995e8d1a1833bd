import type { Department } from './department.ts';
import { DepartmentFault } from './department-fault.ts';
import type { DepartmentAnswer } from './read-answer.ts';

/**
 * Entities belong to references by position: one too few would give rows to the wrong owner.
 *
 * @param count number of references that were sent
 * @throws DepartmentFault NOT_GRAPHQL when there is data and it does not hold as many entities
 */
export function checkEntities(department: Department, { data }: DepartmentAnswer, count: number): void {
  if (!data) return;
  const entities = data['_entities'];
  if (Array.isArray(entities) && entities.length === count) return;
  const received = Array.isArray(entities) ? `${entities.length} entities` : 'no entities';
  throw new DepartmentFault(department.name, 'NOT_GRAPHQL', `${received} for ${count} references`);
}
