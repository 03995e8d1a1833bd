import { refuse } from '../registry/refusal.ts';
import type { Caller } from './caller.ts';
import { ownerOf, requireConditional } from './owner.ts';
import { checkRegions } from './regions.ts';
import type { Sharing } from './sharing.ts';
import type { SharingApplicationRow } from './tables.ts';
import { requireText } from './texts.ts';

const MOST_FIELDS = 200;
const MOST_BASIS_CHARACTERS = 500;
const MOST_PURPOSE_CHARACTERS = 2000;
const DAY_MS = 86_400_000;

/** What is asked for, as the client writes it. */
export interface ApplicationInput {
  fields: readonly string[];
  regions?: readonly string[] | null | undefined;
  basis: string;
  purpose: string;
  until: string;
  department?: string | null | undefined;
}

/** What an application says, once it is checked. */
export type Content = Pick<
  SharingApplicationRow,
  'department' | 'fields' | 'regions' | 'basis' | 'purpose' | 'until'
>;

/**
 * Checks what an application says, against the catalogue of now.
 *
 * @param at path of the argument that holds it
 * @throws Refusal
 */
export async function checkContent(
  sharing: Sharing,
  caller: Caller,
  input: ApplicationInput,
  at: readonly string[] = ['input'],
): Promise<Content> {
  const path = [...at, 'fields'];
  const fields = [...new Set(input.fields)].sort();
  if (fields.length === 0) throw refuse('NO_FIELDS', 'fields names none.', path);
  if (fields.length > MOST_FIELDS) {
    throw refuse('TOO_MANY_FIELDS', `fields names more than ${MOST_FIELDS}.`, path);
  }
  const catalogue = await sharing.readCatalogue();
  const department = ownerOf(catalogue, fields, input.department, path);
  requireConditional(catalogue, fields, path);
  if (caller.department === department) {
    throw refuse(
      'OWN_DATA',
      `The fields are of ${department} itself, which reads them without a grant.`,
      path,
    );
  }
  checkUntil(sharing, input.until, [...at, 'until']);
  return {
    department,
    fields,
    regions: await checkRegions(sharing.db, input.regions, [...at, 'regions']),
    basis: requireText(input.basis, MOST_BASIS_CHARACTERS, [...at, 'basis']),
    purpose: requireText(input.purpose, MOST_PURPOSE_CHARACTERS, [...at, 'purpose']),
    until: new Date(input.until).toISOString(),
  };
}

/** @throws Refusal UNTIL_PASSED or UNTIL_TOO_LATE */
export function checkUntil({ now, rules }: Sharing, until: string, path: string[]): void {
  const today = now().getTime();
  if (Date.parse(until) <= today) throw refuse('UNTIL_PASSED', 'until is not in the future.', path);
  if (Date.parse(until) > today + rules.longestGrantDays * DAY_MS) {
    throw refuse('UNTIL_TOO_LATE', `A grant lasts at most ${rules.longestGrantDays} days.`, path);
  }
}
