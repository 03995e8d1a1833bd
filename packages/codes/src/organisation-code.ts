import { accepts } from './accepts.ts';
import { CodeError } from './code-error.ts';

export interface OrganisationCode {
  code: string;
  /** The 8 characters that the check character protects. */
  body: string;
  /** 0–9 or X. */
  check: string;
}

const LENGTH = 9;
const BODY = /^[0-9A-Z]{8}$/;
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * The check character of GB 11714.
 *
 * @param body 8 characters of 0–9 and A–Z
 * @returns 0–9 or X
 * @throws CodeError CHARACTER when the body has another form
 */
export function checkCharacterOfOrganisationCode(body: string): string {
  if (!BODY.test(body)) {
    throw new CodeError('organisation code', 'CHARACTER', 'the first 8 characters must be 0–9 or A–Z.');
  }
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += valueOfCharacter(body.charCodeAt(i)) * WEIGHTS[i]!;
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/**
 * An organisation code (组织机构代码, GB 11714), 9 characters without the printed hyphen.
 *
 * @throws CodeError LENGTH, CHARACTER or CHECK
 */
export function parseOrganisationCode(text: string): OrganisationCode {
  if (text.length !== LENGTH) {
    throw new CodeError(
      'organisation code',
      'LENGTH',
      `it must have ${LENGTH} characters, not ${text.length}.`,
    );
  }
  const body = text.slice(0, 8);
  const check = text.slice(8);
  const expected = checkCharacterOfOrganisationCode(body);
  if (!/^[0-9X]$/.test(check)) {
    throw new CodeError('organisation code', 'CHARACTER', 'the last character must be 0–9 or X.');
  }
  if (check !== expected) {
    throw new CodeError('organisation code', 'CHECK', 'the check character does not fit the first 8.');
  }
  return { code: text, body, check };
}

export function isOrganisationCode(text: string): boolean {
  return accepts(parseOrganisationCode, text);
}

/** 0–9 count 0–9, A–Z count 10–35. */
function valueOfCharacter(charCode: number): number {
  return charCode <= 57 ? charCode - 48 : charCode - 55;
}
