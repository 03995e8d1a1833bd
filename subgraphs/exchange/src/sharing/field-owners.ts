import type { Catalogue, Holding } from '../catalogue/catalogue.ts';
import { userError, type UserErrorModel, UserErrors } from '../shared/user-errors.ts';

/** Sharing classes, strictest first. */
const CLASSES = ['NOT_SHARED', 'CONDITIONAL', 'UNCONDITIONAL'] as const;

/**
 * The department that provides all of the fields.
 *
 * @param wanted the department that the client names; required only when several provide them
 * @param path path of the argument that names the fields
 * @throws UserErrors UNKNOWN_FIELD, SEVERAL_DEPARTMENTS or AMBIGUOUS_DEPARTMENT
 */
export function ownerOf(
  { holdings }: Catalogue,
  fields: readonly string[],
  wanted: string | null | undefined,
  path: string[],
): string {
  const unknown = fields.filter((coordinate) => !holdings.has(coordinate));
  if (unknown.length > 0) {
    throw userError('UNKNOWN_FIELD', `The catalogue has no field ${unknown.join(', ')}.`, path);
  }
  const owners = fields.map((coordinate) => new Set(holdings.get(coordinate)!.map(departmentOf)));
  const ofAll = [...owners[0]!].filter((department) => owners.every((some) => some.has(department)));
  const [owner] = ofAll;
  if (owner === undefined) {
    const all = [...new Set(owners.flatMap((some) => [...some]))].sort();
    throw userError(
      'SEVERAL_DEPARTMENTS',
      `The fields belong to ${all.join(' and ')}: apply to each department for its own.`,
      path,
    );
  }
  if (wanted == null && ofAll.length === 1) return owner;
  if (wanted != null && ofAll.includes(wanted)) return wanted;
  throw userError('AMBIGUOUS_DEPARTMENT', `department must be ${ofAll.sort().join(' or ')}.`, [
    ...path.slice(0, -1),
    'department',
  ]);
}

/**
 * Checks that all fields are conditional.
 *
 * @throws UserErrors FIELD_IS_OPEN or FIELD_IS_NOT_SHARED, one for each field that is not
 */
export function requireConditional({ holdings }: Catalogue, fields: readonly string[], path: string[]): void {
  const reasons = fields.flatMap((coordinate): UserErrorModel[] => {
    const { sharing, basis } = strictest(holdings.get(coordinate) ?? []);
    if (sharing === 'CONDITIONAL') return [];
    if (sharing === 'UNCONDITIONAL') {
      const message = `${coordinate} is shared without condition: it can be read without a grant.`;
      return [{ code: 'FIELD_IS_OPEN', message, field: path }];
    }
    const message = `${coordinate} is not shared${basis ? `, by ${basis}` : ''}: no department can grant it.`;
    return [{ code: 'FIELD_IS_NOT_SHARED', message, field: path }];
  });
  if (reasons.length > 0) throw new UserErrors(reasons);
}

/** The departments that provide a field, sorted by name. */
export function ownersOf({ holdings }: Catalogue, coordinate: string): string[] {
  return [...new Set((holdings.get(coordinate) ?? []).map(departmentOf))].sort();
}

/** The strictest class among departments that provide a field. NOT_SHARED when nobody provides it. */
export function strictest(holdings: readonly Holding[]): {
  sharing: (typeof CLASSES)[number];
  basis: string | null;
} {
  const found = CLASSES.map((one) => holdings.find(({ field }) => field.sharing === one)).find(Boolean);
  return found?.field ?? { sharing: 'NOT_SHARED', basis: null };
}

function departmentOf({ resource }: Holding): string {
  return resource.department;
}
