import { PublicError } from '@yiwang/errors';

export const MAX_PAGE_SIZE = 100;

/** The arguments of every connection. */
export interface PageArguments {
  first: number;
  after?: string | null | undefined;
}

/** One page of rows in the connection's order. */
export interface Page<Row> {
  rows: Row[];
  hasNextPage: boolean;
}

/**
 * A page as the schema's connection types show it.
 *
 * @typeParam Total `number | null` where the rows may be too many to count, which is null
 */
export interface Connection<Row, Total extends number | null = number> extends Page<Row> {
  /** Counted only when the operation asks. */
  countAll: () => Promise<Total>;
}

/** @throws PublicError INVALID_ARGUMENT when `first` is out of 1–100 */
export function checkPageSize(first: number): void {
  if (first < 1 || first > MAX_PAGE_SIZE) {
    throw new PublicError(
      'INVALID_ARGUMENT',
      `first must be between 1 and ${MAX_PAGE_SIZE}; it is ${first}.`,
      {
        details: { argument: 'first', minimum: 1, maximum: MAX_PAGE_SIZE },
      },
    );
  }
}

/** The page of rows; removes the extra row that shows whether there is a next page. */
export function toPage<Row>(rows: Row[], first: number): Page<Row> {
  return { rows: rows.slice(0, first), hasNextPage: rows.length > first };
}
