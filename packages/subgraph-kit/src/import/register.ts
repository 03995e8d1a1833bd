import type { Sql } from 'postgres';

/** A line of a register as it was read: column name to original text. */
export type RegisterRecord = Readonly<Record<string, string>>;

/** One kind of file that a department imports, recognised by its header. */
export interface Register<Row extends object> {
  /** The name that its keepers use. */
  name: string;
  /** Every column the file has, in any order. */
  columns: readonly string[];
  /**
   * Distinguishes this register from others with the same columns, by the first record. Without it the register takes all files
   * with its columns.
   */
  recognises?(first: RegisterRecord): boolean;
  /**
   * The row to store.
   * @throws Rejection with the reason when the record cannot be stored
   */
  clean(record: RegisterRecord): Row;
  /** The row's identity. A second row with the same key in one file is rejected. */
  keyOf(row: Row): string;
  /** Stores 1–500 rows with distinct keys, all or none; rows that are there already are replaced. */
  store(sql: Sql, rows: readonly Row[]): Promise<StoredRows>;
}

/** How many of the stored rows are new or changed. The others existed with the same values. */
export interface StoredRows {
  /** Rows that did not exist. */
  added: number;
  /** Rows that existed with other values. */
  changed: number;
}

/** A register whose row type matters only to itself. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the row type is private to each register
export type AnyRegister = Register<any>;
