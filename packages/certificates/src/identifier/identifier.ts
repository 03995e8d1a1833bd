import { CertificateError } from '../certificate-error.ts';

/** Root of all identifiers of certificates 电子证照根代码, an object identifier. */
export const ROOT = '1.2.156.3005.2';

/** The parts of an identifier of a certificate 电子证照标识, GB/T 36904-2018. */
export interface CertificateIdentifier {
  /** 证照类型代码, 21 characters: the USCC of the organisation that defines the type, and three digits. */
  type: string;
  /** 证照颁发机构代码: USCC of the issuing authority. */
  issuer: string;
  /** 流水号: digits and capital letters, unique with the issuing authority. */
  serial: string;
  /** 版本号, 1 to 999. */
  version: number;
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const TYPE_PATTERN = /^[0-9A-Z]{18}\d{3}$/;
const ISSUER_PATTERN = /^[0-9A-Z]{18}$/;
// The standard's limit is not known here; the longest serials in use have 32 characters.
const SERIAL_PATTERN = /^[0-9A-Z]{1,32}$/;

/** Whether it has the form of a type of certificates 证照类型代码. */
export function isCertificateType(text: string): boolean {
  return TYPE_PATTERN.test(text);
}

/**
 * Writes an identifier: root, type, issuer, serial, version of three digits and check character, with dots between them.
 *
 * @throws CertificateError naming the part that is wrong
 */
export function formatIdentifier({ type, issuer, serial, version }: CertificateIdentifier): string {
  const wrong = [
    !TYPE_PATTERN.test(type) && 'the type needs 18 characters of a USCC and three digits',
    !ISSUER_PATTERN.test(issuer) && 'the issuer needs the 18 characters of a USCC',
    !SERIAL_PATTERN.test(serial) && 'the serial needs 1 to 32 digits and capital letters',
    !(Number.isInteger(version) && version >= 1 && version <= 999) && 'the version needs to be 1 to 999',
  ].filter((what) => what !== false);
  if (wrong.length > 0) throw new CertificateError(`No identifier can be made: ${wrong.join(', ')}.`);
  const digits = String(version).padStart(3, '0');
  return [ROOT, type, issuer, serial, digits, checkCharacter(type + issuer + serial + digits)].join('.');
}

/** Reads an identifier. Null when it is none, or its check character is wrong. */
export function parseIdentifier(text: string): CertificateIdentifier | null {
  if (!text.startsWith(`${ROOT}.`)) return null;
  const [type, issuer, serial, digits, check, ...rest] = text.slice(ROOT.length + 1).split('.');
  if (!type || !issuer || !serial || !digits || !check || rest.length > 0) return null;
  if (!TYPE_PATTERN.test(type) || !ISSUER_PATTERN.test(issuer) || !SERIAL_PATTERN.test(serial)) return null;
  if (!/^\d{3}$/.test(digits) || digits === '000') return null;
  if (checkCharacter(type + issuer + serial + digits) !== check) return null;
  return { type, issuer, serial, version: Number(digits) };
}

/** ISO 7064 MOD 37,36, over the parts without root and dots. */
function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const sum = (product + ALPHABET.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return ALPHABET[(37 - product) % 36]!;
}
