import { isPlainText, userError } from '@yiwang/subgraph-kit';
import { type MandateCode, MAX_ITEMS, MAX_YEARS } from './mandate-rules.ts';

/** 基本编码 (GB/T 39554). */
const BASIC_CODE = /^[0-9A-Z]{12}$/;

/** @throws UserErrors MALFORMED_PERSON */
export function checkPerson(person: string): void {
  if (isPlainText(person) && person.trim() === person) return;
  throw userError<MandateCode>(
    'MALFORMED_PERSON',
    'input.person must be the `sub` of a token: one line of 1 to 200 characters without blanks around it.',
    ['input', 'person'],
  );
}

/**
 * The items, sorted and each once. Null for all matters.
 *
 * @throws UserErrors NO_ITEMS, TOO_MANY_ITEMS or MALFORMED_ITEM
 */
export function checkItems(items: readonly string[] | null | undefined): string[] | null {
  if (items == null) return null;
  const field = ['input', 'items'];
  if (items.length === 0) {
    throw userError<MandateCode>(
      'NO_ITEMS',
      'input.items must not be empty: leave it out for all matters.',
      field,
    );
  }
  const sorted = [...new Set(items)].sort();
  if (sorted.length > MAX_ITEMS) {
    throw userError<MandateCode>(
      'TOO_MANY_ITEMS',
      `input.items must name at most ${MAX_ITEMS} items.`,
      field,
    );
  }
  const malformed = items.findIndex((item) => !BASIC_CODE.test(item));
  if (malformed < 0) return sorted;
  throw userError<MandateCode>(
    'MALFORMED_ITEM',
    'An item is named by its basic code: 12 digits and capital letters, as ServiceItem.basicCode has it.',
    [...field, String(malformed)],
  );
}

/**
 * @param today the day in China
 * @throws UserErrors UNTIL_PASSED or UNTIL_TOO_LATE
 */
export function checkUntil(until: string, today: string): void {
  const field = ['input', 'until'];
  if (until < today) {
    throw userError<MandateCode>('UNTIL_PASSED', `input.until must be ${today} or later.`, field);
  }
  const last = `${Number(today.slice(0, 4)) + MAX_YEARS}${today.slice(4)}`;
  if (until <= last) return;
  throw userError<MandateCode>(
    'UNTIL_TOO_LATE',
    `input.until must be ${last} or earlier: a mandate lasts at most ${MAX_YEARS} years.`,
    field,
  );
}
