import { CodeError, parseOldTaxpayerNumber, parseRegionCode, parseUscc, regionOfUscc } from '@yiwang/codes';

const USCC_LENGTH = 18;
const OLD_LENGTH = 15;

export interface TaxpayerNumber {
  id: string;
  /** The enterprise; null for an old number. */
  uscc: string | null;
  /** 2, 4 or 6 digits, of a region that may no longer exist. Null when a national office gave the number. */
  region: string | null;
}

/**
 * A taxpayer number 纳税人识别号: a USCC, or an old number of 15 characters. Repair what people typed
 * with `repairCode` first.
 *
 * @throws CodeError LENGTH, CHARACTER or CHECK
 */
export function parseTaxpayerNumber(text: string): TaxpayerNumber {
  switch (text.length) {
    case USCC_LENGTH:
      return { id: parseUscc(text).code, uscc: text, region: regionOfUscc(text) };
    case OLD_LENGTH: {
      const { region } = parseOldTaxpayerNumber(text);
      return { id: text, uscc: null, region: region.startsWith('0') ? null : parseRegionCode(region).code };
    }
    default:
      throw new CodeError(
        'taxpayer number',
        'LENGTH',
        `it must have ${USCC_LENGTH} characters (USCC) or ${OLD_LENGTH} (old number), not ${text.length}.`,
      );
  }
}
