import fc from 'fast-check';
import { checkCharacterOfOrganisationCode, checkCharacterOfUscc, USCC_ALPHABET } from '../src/index.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const usccCharacters = (length: number) =>
  fc.string({ unit: fc.constantFrom(...USCC_ALPHABET), minLength: length, maxLength: length });

export const anyRegion = fc.stringMatching(/^[1-9][0-9]{5}$/);

/** Any well-formed USCC, of any authority, region and organisation code. */
export const anyUscc = fc
  .tuple(usccCharacters(2), anyRegion, usccCharacters(9))
  .map((parts) => parts.join(''))
  .map((body) => body + checkCharacterOfUscc(body));

export const anyOrganisationCode = fc
  .stringMatching(/^[0-9A-Z]{8}$/)
  .map((body) => body + checkCharacterOfOrganisationCode(body));

/** Any well-formed parcel code on state or collective land. */
export const anyParcelCode = fc
  .tuple(
    anyRegion,
    digits(6),
    fc.constantFrom('GB', 'GS', 'GX', 'GH', 'JA', 'JC', 'JD', 'JE', 'ZW', 'GY'),
    digits(5),
  )
  .map((parts) => parts.join(''));

export const anyRealEstateUnitCode = fc
  .tuple(
    anyParcelCode,
    fc.oneof(fc.tuple(fc.constantFrom('F', 'L', 'Q'), digits(8)), fc.constant(['W', '00000000'])),
  )
  .map(([parcel, [fixture, unit]]) => `${parcel}${fixture}${unit}`);

const AWKWARD = [
  '（',
  '(',
  '〔',
  ' ',
  '　',
  '\u200B',
  '\uFEFF',
  '\u2028',
  '\n',
  '\0',
  '甲',
  '，',
  'ｉ',
  'a',
  '-',
  'ß',
  'ﬁ',
  '\u0345',
];

/** Hostile text: any characters, lone surrogates too, or many of those that the repairs treat. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...AWKWARD), maxLength: 12 }),
);
