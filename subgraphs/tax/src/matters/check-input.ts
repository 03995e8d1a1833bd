import { isUscc, lookUpLandUse, repairCode } from '@yiwang/codes';
import { checkText, userError } from '@yiwang/subgraph-kit';
import type { TaxErrorCode } from '../generated/types.ts';

export const MAX_NAME_CHARACTERS = 200;
export const MAX_REASON_CHARACTERS = 500;
const MAX_REFERENCE_CHARACTERS = 100;
const MAX_PERSON_CHARACTERS = 100;

/** Above 0, with at most 2 decimals; numeric(20, 2) holds 18 digits before the point, and tax is rounded to it. */
const PRICE = /^(?!0*(\.0*)?$)\d{1,16}(\.\d{1,2})?$/;

/** Letters and digits alone, as long as a USCC or an identity number, are no name. */
const CODE_LIKE = /^[0-9A-Z]{15,}$/;

/** @throws UserErrors MALFORMED_TEXT */
export function checkReference(reference: string, path: string[]): string {
  return checkText(reference, MAX_REFERENCE_CHARACTERS, path);
}

/**
 * Who acquires a right: a USCC, or the name of a person.
 *
 * @throws UserErrors MALFORMED_HOLDER or MALFORMED_TEXT
 */
export function checkHolder(text: string): { holder: string; uscc: string | null } {
  const path = ['input', 'holder'];
  const code = repairCode(text);
  if (!CODE_LIKE.test(code)) {
    return { holder: checkText(text, MAX_PERSON_CHARACTERS, path), uscc: null };
  }
  if (isUscc(code)) return { holder: code, uscc: code };
  throw userError<TaxErrorCode>(
    'MALFORMED_HOLDER',
    'input.holder must be a valid USCC, or the name of a person.',
    path,
  );
}

/** @throws UserErrors MALFORMED_PRICE */
export function checkPrice(price: string): string {
  if (PRICE.test(price)) return price;
  throw userError<TaxErrorCode>(
    'MALFORMED_PRICE',
    'input.priceCny must be above 0, with at most 2 decimals and 16 digits before them.',
    ['input', 'priceCny'],
  );
}

/** @throws UserErrors UNKNOWN_LAND_USE */
export function checkLandUse(code: string | null | undefined): string | null {
  if (code == null) return null;
  if (lookUpLandUse(code)) return code;
  throw userError<TaxErrorCode>('UNKNOWN_LAND_USE', `GB/T 21010-2017 has no land use ${code}.`, [
    'input',
    'landUse',
  ]);
}
