import type { Catalogue } from '../catalogue/catalogue.ts';
import { checkUntil } from './content.ts';
import { ownerOf, requireConditional } from './owner.ts';
import type { Sharing } from './sharing.ts';
import type { SharingApplicationRow } from './tables.ts';

/**
 * Checks again what may have changed since an application was written: its department still has all of the fields, each is
 * shared on condition, and its time is not over.
 *
 * @throws Refusal
 */
export function recheck(
  sharing: Sharing,
  catalogue: Catalogue,
  { fields, department, until }: Pick<SharingApplicationRow, 'fields' | 'department' | 'until'>,
): void {
  ownerOf(catalogue, fields, department, ['number']);
  requireConditional(catalogue, fields, ['number']);
  checkUntil(sharing, until, ['number']);
}
