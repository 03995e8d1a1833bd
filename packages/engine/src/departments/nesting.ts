import { DepartmentFault } from './department-fault.ts';

/**
 * What a department's answer did to whoever walked through it: JSON.parse takes any number of levels, the stack some
 * thousands. The engine does not count the levels of each answer for the sake of one that no department sends by intent.
 *
 * @returns null for an error that has another reason
 */
export function faultOfNesting(department: string, error: unknown): DepartmentFault | null {
  if (!(error instanceof RangeError)) return null;
  return new DepartmentFault(department, 'NOT_GRAPHQL', 'it is nested too deeply', error);
}

/** Whether a JSON value has more levels of objects and lists. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inside) => isDeeperThan(levels - 1, inside));
}
