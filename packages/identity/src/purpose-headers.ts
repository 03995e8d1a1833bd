import type { IncomingHttpHeaders } from 'node:http';
import { IdentityError } from './identity-error.ts';
import { hasWords } from './plain-text.ts';
import type { Purpose } from './purpose.ts';

const HEADERS = {
  basis: 'purpose-basis',
  caseNumber: 'purpose-case',
  requester: 'purpose-requester',
} as const satisfies Record<keyof Purpose, string>;

/** Bare commas are how several headers of one name arrive: which of them is meant nobody can tell. */
const ENCODED = /^[!-+\--~](?:[ -+\--~]*[!-+\--~])?$/;

/**
 * The purpose that a request names; null when it names none.
 *
 * @param headers values are UTF-8 in percent encoding, as encodeURIComponent makes it
 * @throws IdentityError naming the header that is missing beside the others, or malformed
 */
export function readPurpose(headers: IncomingHttpHeaders): Purpose | null {
  if (Object.values(HEADERS).every((name) => headers[name] === undefined)) return null;
  return {
    basis: readHeader(HEADERS.basis, headers),
    caseNumber: readHeader(HEADERS.caseNumber, headers),
    requester: readHeader(HEADERS.requester, headers),
  };
}

/** The headers that {@link readPurpose} reads. */
export function formatPurpose(purpose: Purpose): Record<string, string> {
  return {
    [HEADERS.basis]: encodeURIComponent(purpose.basis),
    [HEADERS.caseNumber]: encodeURIComponent(purpose.caseNumber),
    [HEADERS.requester]: encodeURIComponent(purpose.requester),
  };
}

function readHeader(name: string, headers: IncomingHttpHeaders): string {
  const given = headers[name];
  if (given === undefined) {
    throw new IdentityError(
      `The header ${name} is missing: a purpose is named by ${Object.values(HEADERS).join(', ')} together.`,
    );
  }
  const text = typeof given === 'string' && ENCODED.test(given) ? decode(given) : null;
  if (text === null || !hasWords(text)) {
    throw new IdentityError(
      `The header ${name} must be 1 to 200 characters in one line, with a letter or a digit among them and none that cannot be seen, as UTF-8 in percent encoding (encodeURIComponent).`,
    );
  }
  return text;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
