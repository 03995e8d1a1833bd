import type { Sql } from 'postgres';
import type { Statement } from '../statements/record-statements.ts';
import { type PlanNode, type PlanReading, readPlan } from './read-plan.ts';

const READS = /^\s*(select|with)\b/i;

export interface ReadStatement extends PlanReading {
  statement: Statement;
}

/**
 * Runs recorded statements once more with `explain analyze`, each one and its parameters once, and reads their plans.
 *
 * @param sql of the same database, as its owner
 */
export function createExplainer(sql: Sql, growthOf: (table: string) => number) {
  const known = new Map<string, ReadStatement>();

  async function explain(statement: Statement): Promise<ReadStatement> {
    const key = JSON.stringify(statement);
    const before = known.get(key);
    if (before) return before;
    const [row] = await sql.unsafe<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
      `explain (analyze, timing off, format json) ${statement.sql}`,
      statement.parameters,
    );
    const reading = readPlan(row!['QUERY PLAN'][0].Plan, limitOf(statement), growthOf);
    const read = { ...reading, statement };
    known.set(key, read);
    return read;
  }

  return async (statements: readonly Statement[]): Promise<ReadStatement[]> => {
    const read: ReadStatement[] = [];
    for (const statement of statements) if (READS.test(statement.sql)) read.push(await explain(statement));
    return read;
  };
}

/** The largest limit of a statement, which is that of its rows. */
function limitOf({ sql, parameters }: Statement): number | null {
  const limits = [...sql.matchAll(/\blimit (?:\$(\d+)|(\d+))/gi)].map(([, parameter, literal]) =>
    Number(literal ?? parameters[Number(parameter) - 1]),
  );
  return limits.length === 0 ? null : Math.max(...limits);
}
