import type { Catalogue, Holding } from '../catalogue/catalogue.ts';
import { refuse, Refusal } from '../registry/refusal.ts';
import type { UserErrorModel } from '../registry/user-error.ts';

/** The strictest first. */
const CLASSES = ['NOT_SHARED', 'CONDITIONAL', 'UNCONDITIONAL'] as const;

/**
 * The department that has all of the fields.
 *
 * @param wanted needed only when several have them
 * @param path of the argument that names the fields
 * @throws Refusal UNKNOWN_FIELD, SEVERAL_DEPARTMENTS or AMBIGUOUS_DEPARTMENT
 */
export function ownerOf(
  { holdings }: Catalogue,
  fields: readonly string[],
  wanted: string | null | undefined,
  path: string[],
): string {
  const unknown = fields.filter((coordinate) => !holdings.has(coordinate));
  if (unknown.length > 0) {
    throw refuse('UNKNOWN_FIELD', `The catalogue has no ${unknown.join(', ')}.`, path);
  }
  const owners = fields.map((coordinate) => new Set(holdings.get(coordinate)!.map(departmentOf)));
  const ofAll = [...owners[0]!].filter((department) => owners.every((some) => some.has(department)));
  const [owner] = ofAll;
  if (owner === undefined) {
    const all = [...new Set(owners.flatMap((some) => [...some]))].sort();
    throw refuse(
      'SEVERAL_DEPARTMENTS',
      `The fields are of ${all.join(' and ')}: ask each for its own.`,
      path,
    );
  }
  if (wanted == null && ofAll.length === 1) return owner;
  if (wanted != null && ofAll.includes(wanted)) return wanted;
  throw refuse('AMBIGUOUS_DEPARTMENT', `department must be ${ofAll.sort().join(' or ')}.`, [
    ...path.slice(0, -1),
    'department',
  ]);
}

/**
 * Fields that the catalogue has, if all are shared on condition.
 *
 * @throws Refusal FIELD_IS_OPEN or FIELD_IS_NOT_SHARED, for each that is not
 */
export function requireConditional({ holdings }: Catalogue, fields: readonly string[], path: string[]): void {
  const reasons = fields.flatMap((coordinate): UserErrorModel[] => {
    const { sharing, basis } = strictest(holdings.get(coordinate) ?? []);
    if (sharing === 'CONDITIONAL') return [];
    if (sharing === 'UNCONDITIONAL') {
      const message = `${coordinate} is shared without condition: it can be read without a grant.`;
      return [{ code: 'FIELD_IS_OPEN', message, field: path }];
    }
    const message = `${coordinate} is not shared${basis ? `, by ${basis}` : ''}: no grant can be had for it.`;
    return [{ code: 'FIELD_IS_NOT_SHARED', message, field: path }];
  });
  if (reasons.length > 0) throw new Refusal(reasons);
}

/** What nobody has is shared with nobody. */
function strictest(held: readonly Holding[]): { sharing: (typeof CLASSES)[number]; basis: string | null } {
  const found = CLASSES.map((one) => held.find(({ field }) => field.sharing === one)).find(Boolean);
  return found?.field ?? { sharing: 'NOT_SHARED', basis: null };
}

function departmentOf({ resource }: Holding): string {
  return resource.department;
}
