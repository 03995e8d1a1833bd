import { accepts } from './accepts.ts';
import { CodeError } from './code-error.ts';
import {
  PARCEL_OWNERSHIPS,
  PARCEL_RIGHTS,
  type ParcelOwnership,
  type ParcelRight,
} from './parcel-features.ts';

export interface ParcelCode {
  code: string;
  /** 6 digits, GB/T 2260. May name a county that no longer exists. */
  county: string;
  /** 地籍区, 3 digits within the county. */
  cadastralArea: string;
  /** 地籍子区, 3 digits within the cadastral area. */
  cadastralSubArea: string;
  /** Meanings in PARCEL_OWNERSHIPS. */
  ownership: ParcelOwnership;
  /** Meanings in PARCEL_RIGHTS. */
  right: ParcelRight;
  /** 宗地顺序号, 5 digits, unique within sub-area and features. */
  number: string;
}

const LENGTH = 19;
const FORM = /^([1-9]\d{5})(\d{3})(\d{3})([A-Z])([A-Z])(\d{5})$/;
// Ownership by a collective and homesteads exist only on collective land.
const COLLECTIVE_ONLY: readonly string[] = ['A', 'C'] satisfies ParcelRight[];

/**
 * A parcel code (宗地代码, GB/T 37346-2019), 19 characters without blanks: `340123002004GB00011`.
 * It has no check character, so a mistyped digit goes unnoticed.
 *
 * @throws CodeError LENGTH, CHARACTER or COMBINATION
 */
export function parseParcelCode(text: string): ParcelCode {
  if (text.length !== LENGTH) {
    throw new CodeError('parcel code', 'LENGTH', `it must have ${LENGTH} characters, not ${text.length}.`);
  }
  const [, county, cadastralArea, cadastralSubArea, ownership, right, number] = FORM.exec(text) ?? [];
  if (!county || !cadastralArea || !cadastralSubArea || !ownership || !right || !number) {
    throw new CodeError('parcel code', 'CHARACTER', 'it must be 12 digits, 2 feature letters and 5 digits.');
  }
  if (!isKeyOf(PARCEL_OWNERSHIPS, ownership)) {
    throw wrongFeature(13, PARCEL_OWNERSHIPS);
  }
  if (!isKeyOf(PARCEL_RIGHTS, right)) {
    throw wrongFeature(14, PARCEL_RIGHTS);
  }
  if (COLLECTIVE_ONLY.includes(right) && ownership !== 'J') {
    throw new CodeError(
      'parcel code',
      'COMBINATION',
      `the right ${right} exists only on collective land (J).`,
    );
  }
  return { code: text, county, cadastralArea, cadastralSubArea, ownership, right, number };
}

export function isParcelCode(text: string): boolean {
  return accepts(parseParcelCode, text);
}

function wrongFeature(position: number, meanings: object): CodeError {
  return new CodeError(
    'parcel code',
    'CHARACTER',
    `character ${position} must be one of ${Object.keys(meanings).join(', ')}.`,
  );
}

function isKeyOf<Table extends object>(table: Table, key: string): key is Extract<keyof Table, string> {
  return Object.hasOwn(table, key);
}
