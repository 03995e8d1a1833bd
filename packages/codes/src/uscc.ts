import { accepts } from './accepts.ts';
import { CodeError } from './code-error.ts';
import { parseRegionCode } from './region-code.ts';

export interface Uscc {
  code: string;
  /** The registering authority: 9 market regulation, 5 civil affairs, 1 institutional organisation, … */
  authority: string;
  /** The kind of organisation within the authority; with authority 9: 1 enterprise, 2 sole trader, 3 farmers' co-operative. */
  class: string;
  /** 6 digits: where it was first registered. Frozen for life, so it may name a region that no longer exists. */
  region: string;
  /**
   * The nested GB 11714 code, 9 characters. Its own check character is wrong in a few genuine
   * registrations, so a valid USCC does not promise a valid organisation code.
   */
  organisationCode: string;
  check: string;
}

/** 31 characters: no I, O, S, V or Z, which are easily misread. A character's value is its position. */
export const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const LENGTH = 18;
const MODULUS = 31;
/** Powers of 3 modulo 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const NATIONAL_REGISTRY = '100000';
/** Value by character code, -1 for a character outside the alphabet. */
const VALUES = Int8Array.from({ length: 128 }, (_, charCode) =>
  USCC_ALPHABET.indexOf(String.fromCharCode(charCode)),
);

/**
 * The check character of GB 32100-2015.
 *
 * @param body the first 17 characters; anything after them is not read
 * @throws CodeError LENGTH or CHARACTER
 */
export function checkCharacterOfUscc(body: string): string {
  if (body.length < LENGTH - 1) {
    throw new CodeError('uscc', 'LENGTH', `it must have ${LENGTH} characters, not ${body.length}.`);
  }
  let sum = 0;
  for (let i = 0; i < LENGTH - 1; i++) sum += valueAt(body, i) * WEIGHTS[i]!;
  return USCC_ALPHABET[(MODULUS - (sum % MODULUS)) % MODULUS]!;
}

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, upper case, half width.
 * Repair what people typed with `repairCode` first.
 *
 * @throws CodeError LENGTH, CHARACTER or CHECK
 */
export function parseUscc(text: string): Uscc {
  if (text.length !== LENGTH) {
    throw new CodeError('uscc', 'LENGTH', `it must have ${LENGTH} characters, not ${text.length}.`);
  }
  const expected = checkCharacterOfUscc(text);
  valueAt(text, LENGTH - 1);
  const region = text.slice(2, 8);
  if (!/^\d{6}$/.test(region)) {
    throw new CodeError('uscc', 'CHARACTER', 'characters 3 to 8 are a region and must be digits.');
  }
  if (text[17] !== expected) {
    throw new CodeError(
      'uscc',
      'CHECK',
      'the check character does not fit the first 17; look for a mistyped character.',
    );
  }
  return {
    code: text,
    authority: text.slice(0, 1),
    class: text.slice(1, 2),
    region,
    organisationCode: text.slice(8, 17),
    check: text.slice(17),
  };
}

export function isUscc(text: string): boolean {
  return accepts(parseUscc, text);
}

/**
 * The region that registered the organisation, as a region code of 2, 4 or 6 digits
 * (91320000… → 32, 91320583… → 320583). The region may no longer exist.
 *
 * @returns null when the national registry did (100000), or when the digits have no form of a region
 * @throws CodeError as {@link parseUscc}
 */
export function regionOfUscc(uscc: string): string | null {
  const { region } = parseUscc(uscc);
  if (region === NATIONAL_REGISTRY || region.startsWith('0')) return null;
  return parseRegionCode(region).code;
}

function valueAt(text: string, index: number): number {
  const value = VALUES[text.charCodeAt(index)] ?? -1;
  if (value < 0) {
    throw new CodeError('uscc', 'CHARACTER', `character ${index + 1} must be one of ${USCC_ALPHABET}.`);
  }
  return value;
}
