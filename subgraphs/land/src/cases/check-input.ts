import { isUscc, lookUpLandUse, normaliseName, repairCode } from '@yiwang/codes';
import { checkOptionalText, checkText, userError } from '@yiwang/subgraph-kit';
import type {
  LandCaseErrorCode,
  LandUsePlanningInput,
  RealEstateRegistrationInput,
} from '../generated/types.ts';
import type { PlanningForm, RegistrationForm } from './case-tables.ts';

export const MAX_REASON_CHARACTERS = 500;
const MAX_REFERENCE_CHARACTERS = 100;
const MAX_NAME_CHARACTERS = 200;
const MAX_LOCATION_CHARACTERS = 200;
const MAX_NUMBER_CHARACTERS = 64;

/** Above 0, with at most 2 decimals. */
const AMOUNT = /^(?!0*(\.0*)?$)\d{1,16}(\.\d{1,2})?$/;

/** Letters and digits alone, as long as a USCC or an identity number, are no name. */
const CODE_LIKE = /^[0-9A-Z]{15,}$/;

/** What is applied for: exactly one of the two. */
export interface Answers {
  registration?: RealEstateRegistrationInput | null | undefined;
  planning?: LandUsePlanningInput | null | undefined;
}

/** @throws UserErrors MALFORMED_TEXT */
export function checkReference(reference: string, path: string[]): string {
  return checkText(reference, MAX_REFERENCE_CHARACTERS, path);
}

/**
 * A USCC, or the name of a person or of an enterprise whose code is not known, in its one form.
 *
 * @throws UserErrors MALFORMED_HOLDER or MALFORMED_TEXT
 */
export function checkHolder(text: string, path: string[]): string {
  const code = repairCode(text);
  if (!CODE_LIKE.test(code)) return normaliseName(checkText(text, MAX_NAME_CHARACTERS, path));
  if (isUscc(code)) return code;
  throw userError<LandCaseErrorCode>(
    'MALFORMED_HOLDER',
    `${path.at(-1)} must be a valid USCC, or a name.`,
    path,
  );
}

/**
 * What a registration says.
 *
 * @throws UserErrors MALFORMED_TEXT, MALFORMED_HOLDER, MALFORMED_AMOUNT
 */
export function registrationForm(input: RealEstateRegistrationInput, path: string[]): RegistrationForm {
  const { holderName, holderBefore, priceCny, deedTax } = input;
  return {
    holderName: normaliseName(checkText(holderName, MAX_NAME_CHARACTERS, [...path, 'holderName'])),
    holderBefore: holderBefore == null ? null : checkHolder(holderBefore, [...path, 'holderBefore']),
    priceCny: priceCny == null ? null : checkAmount(priceCny, [...path, 'priceCny']),
    deedTax: checkOptionalText(deedTax, MAX_NUMBER_CHARACTERS, [...path, 'deedTax']),
  };
}

/**
 * What a planning permit is for.
 *
 * @throws UserErrors MALFORMED_TEXT, MALFORMED_AMOUNT, UNKNOWN_LAND_USE
 */
export function planningForm(input: LandUsePlanningInput, path: string[]): PlanningForm {
  const { projectName, location, areaM2, landUse, parcel } = input;
  if (!lookUpLandUse(landUse)) {
    throw userError<LandCaseErrorCode>('UNKNOWN_LAND_USE', `GB/T 21010-2017 has no land use ${landUse}.`, [
      ...path,
      'landUse',
    ]);
  }
  return {
    projectName: checkText(projectName, MAX_NAME_CHARACTERS, [...path, 'projectName']),
    location: checkText(location, MAX_LOCATION_CHARACTERS, [...path, 'location']),
    areaM2: checkAmount(areaM2, [...path, 'areaM2']),
    landUse,
    parcel: parcel ?? null,
  };
}

function checkAmount(amount: string, path: string[]): string {
  if (AMOUNT.test(amount)) return amount;
  throw userError<LandCaseErrorCode>(
    'MALFORMED_AMOUNT',
    `${path.at(-1)} must be above 0, with at most 2 decimals and 16 digits before them.`,
    path,
  );
}
