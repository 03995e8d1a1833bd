import type { Sql } from 'postgres';
import type { Statement } from '../statements/record-statements.ts';
import { type FunctionCosts, type PlanNode, type PlanReading, readPlan } from './read-plan.ts';

const READS = /^\s*(select|with)\b/i;

export interface ReadStatement extends PlanReading {
  statement: Statement;
}

/** What makes the planner walk the order of a list: the way that it chooses of its own accord when more rows match. */
const WALKING =
  'set local enable_sort = off; set local enable_bitmapscan = off; set local statement_timeout = 300';
/** What makes it combine indexes: the way that it chooses when many rows meet each condition. */
const COMBINING =
  'set local enable_indexscan = off; set local enable_seqscan = off; set local statement_timeout = 300';
/** From so many expected matches on, the planner walks the order of a list of a million rows to find a page of a hundred: it would sort them for longer. */
const EXPECTED_TO_WALK = 10_000;
/** PostgreSQL's code of a statement that took too long. */
const CANCELLED = '57014';

/**
 * Runs recorded statements once more with `explain analyze`, each one and its parameters once, and reads their plans.
 *
 * Where few rows match now, the planner sorts them all; where many will, it walks the order, or combines indexes. So a statement that would read too many rows
 * by its plan of now is also run in those ways, and the best counts. Where the planner will expect so many that it walks, the walk counts: conditions that are seldom met
 * together, although each is frequent, make it walk the whole order.
 *
 * @param sql of the same database, as its owner
 * @param maxRowsThen more are too many
 */
export function createExplainer(
  sql: Sql,
  growthOf: (table: string) => number,
  maxRowsThen: number,
  costs: FunctionCosts,
) {
  const known = new Map<string, ReadStatement>();

  async function explain(statement: Statement): Promise<ReadStatement> {
    const key = JSON.stringify(statement);
    const before = known.get(key);
    if (before) return before;
    let reading = await planOf(sql, statement);
    const willWalk = (reading.expectedThen ?? 0) > EXPECTED_TO_WALK;
    if (willWalk || reading.rowsReadThen > maxRowsThen) {
      const walked = await planBy(WALKING, statement);
      if (walked && (willWalk || walked.rowsReadThen < reading.rowsReadThen)) reading = walked;
    }
    if (!willWalk && reading.rowsReadThen > maxRowsThen) {
      const combined = await planBy(COMBINING, statement);
      if (combined && combined.rowsReadThen < reading.rowsReadThen) reading = combined;
    }
    const read = { ...reading, statement };
    known.set(key, read);
    return read;
  }

  /** Null when it takes so long that it is no way to take. */
  async function planBy(settings: string, statement: Statement): Promise<PlanReading | null> {
    try {
      return await sql.begin(async (tx) => {
        await tx.unsafe(settings);
        return planOf(tx, statement);
      });
    } catch (error) {
      if ((error as { code?: string }).code === CANCELLED) return null;
      throw error;
    }
  }

  async function planOf(on: Pick<Sql, 'unsafe'>, statement: Statement): Promise<PlanReading> {
    const [row] = await on.unsafe<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
      `explain (analyze, timing off, format json) ${statement.sql}`,
      statement.parameters,
    );
    return readPlan(row!['QUERY PLAN'][0].Plan, limitOf(statement), growthOf, costs);
  }

  return async (statements: readonly Statement[]): Promise<ReadStatement[]> => {
    const read: ReadStatement[] = [];
    for (const statement of statements) if (READS.test(statement.sql)) read.push(await explain(statement));
    return read;
  };
}

/** By its unit, which is the time of an operator; a row that is fetched takes some 20 of them. */
const UNITS_OF_ROW = 20;
const EXPENSIVE_UNITS = 1000;

/** The functions of a database that its migrations declare expensive. */
export async function readFunctionCosts(sql: Sql): Promise<FunctionCosts> {
  const rows = await sql<{ name: string; cost: number }[]>`
    select proname as name, procost::float8 as cost from pg_proc
    where pronamespace = 'public'::regnamespace and procost >= ${EXPENSIVE_UNITS}`;
  return new Map(rows.map(({ name, cost }) => [name, cost / UNITS_OF_ROW]));
}

/** The largest limit of a statement, which is that of its rows. */
function limitOf({ sql, parameters }: Statement): number | null {
  const limits = [...sql.matchAll(/\blimit (?:\$(\d+)|(\d+))/gi)].map(([, parameter, literal]) =>
    Number(literal ?? parameters[Number(parameter) - 1]),
  );
  return limits.length === 0 ? null : Math.max(...limits);
}
