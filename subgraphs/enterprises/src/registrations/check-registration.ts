import { lookUpRegion, normaliseName } from '@yiwang/codes';
import { checkText, userError } from '@yiwang/subgraph-kit';
import { ENTERPRISE_TYPES } from '../enterprise-types.ts';
import type { RegistrationDetailsInput, RegistrationErrorCode } from '../generated/types.ts';
import type { RegistrationRow } from './registration-tables.ts';

/** The codes with which commands on names and registrations are rejected. */
export type RegistrationCode = RegistrationErrorCode;

const MIN_HAN = 4;
const MAX_NAME_CHARACTERS = 100;
const NAME = /^[\p{Script=Han}A-Za-z0-9（）·]+$/u;
const MAX_SCOPE_CHARACTERS = 2000;
const MAX_ADDRESS_CHARACTERS = 200;
const MAX_CAPITAL_YUAN = 10n ** 12n;
const CAPITAL = /^(\d{1,13})(?:\.(\d{1,2}))?$/;
/** Branches are registered with their enterprise, and listed companies are known to the stock exchange. */
const NOT_REGISTERED_HERE = ['2100', '1210'];

/**
 * The name as it is written down.
 *
 * @throws UserErrors MALFORMED_NAME
 */
export function checkName(given: string): string {
  const name = normaliseName(given);
  const han = name.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (NAME.test(name) && han >= MIN_HAN && [...name].length <= MAX_NAME_CHARACTERS) return name;
  throw userError<RegistrationCode>(
    'MALFORMED_NAME',
    `A name has ${MIN_HAN} Chinese characters at least and ${MAX_NAME_CHARACTERS} characters at most: Chinese characters, letters, digits, middle dots and brackets.`,
    ['input', 'name'],
  );
}

/** @throws UserErrors UNKNOWN_REGION when it is no city and no county */
export function checkRegion(region: string): void {
  if ([4, 6].includes(region.length) && lookUpRegion(region)) return;
  throw userError<RegistrationCode>('UNKNOWN_REGION', `There is no city or county ${region}.`, [
    'input',
    'region',
  ]);
}

type Details = Pick<
  RegistrationRow,
  'typeCode' | 'industryCode' | 'capitalCny' | 'businessScope' | 'address'
>;

/**
 * What is to be registered, as columns.
 *
 * @throws UserErrors UNKNOWN_TYPE, MALFORMED_CAPITAL, MALFORMED_TEXT
 */
export function checkDetails(given: RegistrationDetailsInput, path: readonly string[]): Details {
  const { typeCode, industry, capitalCny } = given;
  if (!Object.hasOwn(ENTERPRISE_TYPES, typeCode) || NOT_REGISTERED_HERE.includes(typeCode)) {
    const types = Object.keys(ENTERPRISE_TYPES).filter((code) => !NOT_REGISTERED_HERE.includes(code));
    throw userError<RegistrationCode>('UNKNOWN_TYPE', `typeCode must be one of ${types.join(', ')}.`, [
      ...path,
      'typeCode',
    ]);
  }
  const fen = fenOf(capitalCny);
  if (fen === null || fen <= 0n || fen > MAX_CAPITAL_YUAN * 100n) {
    throw userError<RegistrationCode>(
      'MALFORMED_CAPITAL',
      'capitalCny must be more than 0 and at most 1000000000000 yuan, with two decimal places at most.',
      [...path, 'capitalCny'],
    );
  }
  return {
    typeCode,
    industryCode: industry,
    capitalCny,
    businessScope: checkText(given.businessScope, MAX_SCOPE_CHARACTERS, [...path, 'businessScope']),
    address: checkText(given.address, MAX_ADDRESS_CHARACTERS, [...path, 'address']),
  };
}

/** The text of a capital as registers write it, in units of ten thousand yuan: 1234500 is 123.45(万元人民币). */
export function capitalText(capitalCny: string): string {
  const digits = String(fenOf(capitalCny)!).padStart(7, '0');
  const fraction = digits.slice(-6).replace(/0+$/, '');
  return `${digits.slice(0, -6)}${fraction && `.${fraction}`}(万元人民币)`;
}

/** Hundredths of a yuan. Null when it is no amount of money. */
function fenOf(amount: string): bigint | null {
  const [, whole, fraction = ''] = CAPITAL.exec(amount) ?? [];
  return whole === undefined ? null : BigInt(whole + fraction.padEnd(2, '0'));
}
