import type { Sql } from 'postgres';

/** A line of a register as it was read: column name to original text. */
export type RegisterRecord = Readonly<Record<string, string>>;

/** One kind of file that a department imports, known by its header. */
export interface Register<Row extends object> {
  /** What the people who keep it call it. */
  name: string;
  /** Every column the file has, in any order. */
  columns: readonly string[];
  /**
   * Tells this register from another with the same columns by the first record. All files with the columns
   * are taken when it is absent.
   */
  recognises?(first: RegisterRecord): boolean;
  /**
   * The row to store.
   * @throws Refusal with the reason when the record cannot be stored
   */
  clean(record: RegisterRecord): Row;
  /** The row's identity. A second row with the same key in one file is refused. */
  keyOf(row: Row): string;
  /** Stores 1–500 rows with distinct keys; rows that are there already are replaced. */
  store(sql: Sql, rows: readonly Row[]): Promise<void>;
}

/** A register whose row type matters only to itself. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the row type is private to each register
export type AnyRegister = Register<any>;
