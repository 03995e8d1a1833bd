import { checkCharacterOfOrganisationCode, checkCharacterOfUscc, USCC_ALPHABET } from '@yiwang/codes';
import { createStream } from './stream.ts';

/** Indexes below this get distinct codes. Above it a product below would leave the exact whole numbers. */
export const MAX_POPULATION = 20_000_000;

/** Market regulation, enterprise. */
const ENTERPRISE = '91';
/**
 * Every made-up organisation code begins so. Real ones begin with a digit, with MA, or with one of a few
 * other letters, so a made-up code does not point at a real enterprise and can be told by eye.
 */
const MADE_UP = 'YW';
const DIGITS = 6;
const CODES = USCC_ALPHABET.length ** DIGITS;
/** Prime and not 31, so multiplying by it permutes the remainders modulo 31^6. */
const MULTIPLIER = 436_279_223;

/**
 * A function from (index, 6-digit region) to a USCC with valid check characters, in the organisation
 * code too. Indexes from 0 to 19,999,999 give distinct codes whatever their regions.
 */
export function createUniqueUscc(seed: number): (index: number, region: string) => string {
  const offset = createStream(seed, 'uscc/offset').integer(0, 0, 0, CODES - 1);

  return function uniqueUscc(index, region) {
    // At most 2·10^7 × 4.4·10^8 + 31^6: below 2^53, hence exact.
    let rest = (index * MULTIPLIER + offset) % CODES;
    let body = '';
    for (let digit = 0; digit < DIGITS; digit++) {
      body += USCC_ALPHABET[rest % 31]!;
      rest = Math.floor(rest / 31);
    }
    const organisation = MADE_UP + body;
    const code = ENTERPRISE + region + organisation + checkCharacterOfOrganisationCode(organisation);
    return code + checkCharacterOfUscc(code);
  };
}
