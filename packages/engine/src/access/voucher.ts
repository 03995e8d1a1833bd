import type { Caller } from '../caller.ts';

/** The header that vouches for the caller of a request. */
export const ASSERTION_HEADER = 'yiwang-assertion';

/** Who vouches to a department for what it is sent. */
export interface Voucher {
  /** See {@link Caller.key}: requests with different ones are never the same. */
  readonly key: string;
  /** For one request. Null for none. */
  assertionFor(department: string): Promise<string> | string | null;
}

/** By department, the conditional fields of it that an operation reads, sorted. */
export type ReadsByDepartment = ReadonlyMap<string, readonly string[]>;

export const NO_READS: ReadsByDepartment = new Map();
const NONE: readonly string[] = [];

export function createVoucher(caller: Caller, reads: ReadsByDepartment): Voucher {
  return {
    key: caller.key,
    assertionFor: (department) => caller.assertionFor(department, reads.get(department) ?? NONE),
  };
}
