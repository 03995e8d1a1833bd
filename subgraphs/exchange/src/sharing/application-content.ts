import { checkText } from '@yiwang/subgraph-kit';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { userError } from '../shared/user-errors.ts';
import type { SharingApplicationRow } from '../tables/sharing-tables.ts';
import type { Principal } from './authorize.ts';
import { checkRegions } from './check-input.ts';
import { ownerOf, requireConditional } from './field-owners.ts';
import type { Sharing } from './sharing.ts';

/** Most fields of one application. */
export const MAX_FIELDS = 200;
const MAX_BASIS_CHARACTERS = 500;
const MAX_PURPOSE_CHARACTERS = 2000;
const DAY_MS = 86_400_000;

/** The terms of an application, as the client writes them. */
export interface Terms {
  regions?: readonly string[] | null | undefined;
  basis: string;
  purpose: string;
  until: string;
}

/** An application, as the client writes it. */
export interface ApplicationInput extends Terms {
  fields: readonly string[];
  department?: string | null | undefined;
}

/** The checked content of an application. */
export type Content = Pick<
  SharingApplicationRow,
  'department' | 'fields' | 'regions' | 'basis' | 'purpose' | 'until'
>;

/**
 * Checks the content of an application against the catalogue in force.
 *
 * @param at path of the argument that holds the application
 * @throws UserErrors
 */
export async function checkContent(
  sharing: Sharing,
  caller: Principal,
  input: ApplicationInput,
  at: readonly string[] = ['input'],
): Promise<Content> {
  const path = [...at, 'fields'];
  const fields = [...new Set(input.fields)].sort();
  if (fields.length === 0) throw userError('NO_FIELDS', 'fields must name at least one field.', path);
  if (fields.length > MAX_FIELDS) {
    throw userError('TOO_MANY_FIELDS', `fields must name at most ${MAX_FIELDS} fields.`, path);
  }
  const catalogue = await sharing.readCatalogue();
  const department = ownerOf(catalogue, fields, input.department, path);
  requireConditional(catalogue, fields, path);
  if (caller.department === department) {
    throw userError(
      'OWN_DATA',
      `The fields belong to ${department} itself, which reads them without a grant.`,
      path,
    );
  }
  return { department, fields, ...(await checkTerms(sharing, input, at)) };
}

/**
 * Checks the terms of an application.
 *
 * @param at path of the argument that holds the terms
 * @throws UserErrors
 */
export async function checkTerms(
  sharing: Sharing,
  { regions, basis, purpose, until }: Terms,
  at: readonly string[],
): Promise<Omit<Content, 'department' | 'fields'>> {
  checkUntil(sharing, until, [...at, 'until']);
  return {
    regions: await checkRegions(sharing.db, regions, [...at, 'regions']),
    basis: checkText(basis, MAX_BASIS_CHARACTERS, [...at, 'basis']),
    purpose: checkText(purpose, MAX_PURPOSE_CHARACTERS, [...at, 'purpose']),
    until: new Date(until).toISOString(),
  };
}

/** @throws UserErrors UNTIL_PASSED or UNTIL_TOO_LATE */
export function checkUntil({ now, rules }: Sharing, until: string, path: string[]): void {
  const today = now().getTime();
  if (Date.parse(until) <= today) throw userError('UNTIL_PASSED', 'until must be in the future.', path);
  if (Date.parse(until) > today + rules.longestGrantDays * DAY_MS) {
    throw userError('UNTIL_TOO_LATE', `until must be at most ${rules.longestGrantDays} days from now.`, path);
  }
}

/**
 * Checks again what may have changed since an application was written: whether its department still provides all of the fields,
 * whether each is still conditional, and whether its end is still in the future.
 *
 * @throws UserErrors
 */
export function recheckContent(
  sharing: Sharing,
  catalogue: Catalogue,
  { fields, department, until }: Pick<SharingApplicationRow, 'fields' | 'department' | 'until'>,
): void {
  ownerOf(catalogue, fields, department, ['number']);
  requireConditional(catalogue, fields, ['number']);
  checkUntil(sharing, until, ['number']);
}
