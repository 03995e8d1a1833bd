import { repairCode } from '@yiwang/codes';
import { PublicError } from '@yiwang/errors';

/** Codes of this department: long texts without a check character. Registers differ too much for a stricter rule. */
const FORMS = {
  'ServiceItem.code': /^[0-9A-Z][0-9A-Z_-]{3,99}$/,
  'CatalogueItem.basicCode': /^[0-9A-Z]{12}$/,
  'ServiceDepartment.code': /^[0-9A-Z_]{4,64}$/,
  'Case.number': /^[0-9A-Z][0-9A-Z-]{3,63}$/,
  // Numbers of permits may name the issuer: (苏)JZ安许证字〔2020〕012345.
  'Permit.number': /^[\p{L}\p{N}()〔〕[\]_\-/.·]{4,64}$/u,
} as const;

export type LocalCode = keyof typeof FORMS;

/** @param code half width, upper case */
export function isCode(kind: LocalCode, code: string): boolean {
  return FORMS[kind].test(code);
}

/**
 * The code in its one form: half width, upper case, no blanks.
 *
 * @throws PublicError MALFORMED_CODE when it cannot be one
 */
export function readCode(kind: LocalCode, text: string): string {
  const code = repairCode(text);
  if (isCode(kind, code)) return code;
  throw new PublicError('MALFORMED_CODE', `Not a valid ${kind}: it has a wrong length or character.`, {
    details: { kind },
  });
}
