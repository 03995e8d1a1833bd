import { accepts } from './accepts.ts';
import { CodeError } from './code-error.ts';
import { type ParcelCode, parseParcelCode } from './parcel-code.ts';
import { FIXTURES, type Fixture } from './parcel-features.ts';

export interface RealEstateUnitCode {
  code: string;
  parcel: ParcelCode;
  /** Meanings in FIXTURES. */
  fixture: Fixture;
  /** 8 digits; of a building the first 4 number the building and the last 4 the unit in it. Zeros when nothing stands there. */
  unit: string;
}

const LENGTH = 28;
const PARCEL_LENGTH = 19;
const NO_UNIT = '00000000';
const FORM = new RegExp(`^([${Object.keys(FIXTURES).join('')}])(\\d{8})$`);

/**
 * A real-estate unit code (不动产单元代码, GB/T 37346-2019), 28 characters without blanks:
 * `340123002004GB00011F00010001`. The code of the parcel it stands on comes first.
 *
 * @throws CodeError LENGTH, CHARACTER or COMBINATION; of kind `parcel code` when the first 19 characters are at fault
 */
export function parseRealEstateUnitCode(text: string): RealEstateUnitCode {
  if (text.length !== LENGTH) {
    throw new CodeError(
      'real-estate unit code',
      'LENGTH',
      `it must have ${LENGTH} characters, not ${text.length}.`,
    );
  }
  const parcel = parseParcelCode(text.slice(0, PARCEL_LENGTH));
  const [, fixture, unit] = FORM.exec(text.slice(PARCEL_LENGTH)) ?? [];
  if (!fixture || !unit) {
    const letters = Object.keys(FIXTURES).join(', ');
    throw new CodeError(
      'real-estate unit code',
      'CHARACTER',
      `after the parcel code comes one of ${letters} and then 8 digits.`,
    );
  }
  if (fixture === 'W' && unit !== NO_UNIT) {
    throw new CodeError(
      'real-estate unit code',
      'COMBINATION',
      `with W (nothing stands there) the unit is ${NO_UNIT}.`,
    );
  }
  return { code: text, parcel, fixture: fixture as Fixture, unit };
}

export function isRealEstateUnitCode(text: string): boolean {
  return accepts(parseRealEstateUnitCode, text);
}
