import { accepts } from './accepts.ts';
import { CodeError } from './code-error.ts';

export interface OldTaxpayerNumber {
  code: string;
  /** 6 digits: the district of the tax office. */
  region: string;
  /** 9 characters: equal to characters 9–17 of the USCC that replaced the number. Not checked; see below. */
  organisationCode: string;
}

/**
 * A taxpayer number from before the USCC (纳税人识别号, until 2015): 6 digits of region and the
 * 9-character organisation code. Real lists still hold them. The nested check character is not
 * verified: offices also gave out numbers whose last part was no organisation code.
 *
 * @throws CodeError LENGTH or CHARACTER
 */
export function parseOldTaxpayerNumber(text: string): OldTaxpayerNumber {
  if (text.length !== 15) {
    throw new CodeError('old taxpayer number', 'LENGTH', `it must have 15 characters, not ${text.length}.`);
  }
  if (!/^\d{6}[0-9A-Z]{9}$/.test(text)) {
    throw new CodeError(
      'old taxpayer number',
      'CHARACTER',
      'it must be 6 digits and then 9 characters of 0–9 or A–Z.',
    );
  }
  return { code: text, region: text.slice(0, 6), organisationCode: text.slice(6) };
}

export function isOldTaxpayerNumber(text: string): boolean {
  return accepts(parseOldTaxpayerNumber, text);
}
