import type { Sql, TransactionSql } from 'postgres';
import { explainFault } from '../process/explain-fault.ts';
import type { AnyRegister, StoredRows } from './register.ts';

/** SQLSTATE 22…: a value that the column does not take. 23…: a broken constraint. 54…: too large, such as for an index. */
const IS_ABOUT_ROWS = /^(22|23|54)/;

export interface RejectedRow<Row> {
  row: Row;
  /** The message of the database. */
  reason: string;
}

/**
 * Stores rows in the open transaction. When the database rejects a batch because of its values, the batch is halved until each
 * rejected row is alone, and the others are stored.
 *
 * @throws the database's error when it is not about the values
 */
export async function storeRows<Row extends object>(
  sql: TransactionSql,
  register: AnyRegister,
  rows: readonly Row[],
): Promise<StoredRows & { rejected: RejectedRow<Row>[] }> {
  if (rows.length === 0) return { added: 0, changed: 0, rejected: [] };
  try {
    // The savepoint undoes a batch that the database rejects.
    const stored = await sql.savepoint((inner) => register.store(inner as unknown as Sql, rows));
    return { ...stored, rejected: [] };
  } catch (error) {
    if (!IS_ABOUT_ROWS.test(codeOf(error))) throw error;
    if (rows.length === 1) {
      return { added: 0, changed: 0, rejected: [{ row: rows[0]!, reason: explainFault(error) }] };
    }
    const middle = Math.ceil(rows.length / 2);
    const first = await storeRows(sql, register, rows.slice(0, middle));
    const second = await storeRows(sql, register, rows.slice(middle));
    return {
      added: first.added + second.added,
      changed: first.changed + second.changed,
      rejected: [...first.rejected, ...second.rejected],
    };
  }
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
