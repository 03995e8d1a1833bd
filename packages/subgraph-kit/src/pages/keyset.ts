import { PublicError } from '@yiwang/errors';
import { isCalendarDate } from '../scalars/calendar-date.ts';

/** The valid values of a cursor's parts, by type. */
const PARTS = {
  text: (value: unknown) => typeof value === 'string' && !value.includes('\0'),
  date: (value: unknown) => typeof value === 'string' && isCalendarDate(value),
  number: (value: unknown) => typeof value === 'string' && /^-?\d{1,18}(\.\d{1,10})?$/.test(value),
  /** Fits a bigint; cast it to nothing smaller. */
  integer: (value: unknown) => typeof value === 'string' && /^-?\d{1,18}$/.test(value),
} as const;

/** The type of a part, or a list of all the values that it may have. */
type Part = keyof typeof PARTS | readonly string[];

export interface Keyset {
  /** Type of each part of a cursor, in the order of the sort. */
  parts: readonly Part[];
  /** The opaque cursor of a row, from the values it is sorted by. */
  encode(values: readonly string[]): string;
  /**
   * The values in a cursor, in the order of the sort.
   * @throws PublicError MALFORMED_CURSOR when this connection did not make it
   */
  decode(cursor: string): string[];
}

/**
 * The cursors of one connection. A cursor holds the sort values of its row, so that the next page
 * starts behind that row even when rows came or went in between.
 *
 * @param connection name that keeps one connection's cursors from being used in another
 * @param parts type of each column of the sort, the last one unique
 */
export function defineKeyset(connection: string, parts: readonly Part[]): Keyset {
  const encode = (values: readonly string[]) =>
    Buffer.from(JSON.stringify([connection, ...values])).toString('base64url');

  return {
    parts,
    encode,

    decode(cursor) {
      const [name, ...values] = readArray(cursor);
      const fits = name === connection && values.length === parts.length;
      // Buffer ignores characters that are not base64url; only the canonical form is valid.
      const ours =
        fits && parts.every((part, i) => mayBe(part, values[i])) && encode(values as string[]) === cursor;
      if (!ours) {
        throw new PublicError(
          'MALFORMED_CURSOR',
          `The cursor was not made by ${connection}. Pass pageInfo.endCursor or edges.cursor unchanged, or leave it out.`,
        );
      }
      return values as string[];
    },
  };
}

function mayBe(part: Part, value: unknown): boolean {
  return typeof part === 'string' ? PARTS[part](value) : part.includes(value as string);
}

function readArray(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
