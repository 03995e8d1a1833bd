/** A node of `explain (analyze, format json)`, as far as it is read here. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Filter?: string;
  /** As the planner estimated them; of one loop, as are all below. */
  'Plan Rows': number;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

/** What a statement has read. */
export interface PlanReading {
  /** Rows that its scans looked at, whether they were of use or not, as rows that are fetched one by one. */
  rowsRead: number;
  /** The same when the tables have grown. */
  rowsReadThen: number;
  /** The scan that will read most, such as `Seq Scan on enterprises`. */
  most: string;
  /** How many rows the planner expected beneath the outermost limit when the tables have grown; null where there is no limit or nothing to sort for it. */
  expectedThen: number | null;
  tables: readonly string[];
}

interface Scan {
  name: string;
  now: number;
  then: number;
}

/** What it costs to look at a row, against one that is fetched by itself: many rows lie together in a block, and far more entries of an index. */
const SHARES: Readonly<Record<string, number>> = {
  'Seq Scan': 0.25,
  'Index Only Scan': 0.25,
  'Bitmap Index Scan': 0.1,
};
/** What reads all of its input, whatever limit stands above it. */
const WHOLE = /^(Incremental )?Sort$|Aggregate|^Hash$|^Materialize$|^WindowAgg$|^Bitmap Heap Scan$/;
const NO_TABLE = /^(Subquery|Function|CTE|Values|WorkTable|Named Tuplestore|Table Function) Scan$/;

/** What it costs to call a function, in rows that are fetched one by one, by its name. */
export type FunctionCosts = ReadonlyMap<string, number>;

/**
 * Computes how many rows a statement has read, and how many it will when the tables have grown.
 *
 * A scan that came to its end will read as many times more as its table has grown. One that a limit stopped will read no more than now; one that came
 * to its end before the limit will be stopped as soon as there are enough rows.
 *
 * @param limit of the statement, in rows; null when it has none
 * @param growthOf how many times its size a table will have; 1 for one that does not grow
 * @param costs of functions that are expensive
 */
export function readPlan(
  root: PlanNode,
  limit: number | null,
  growthOf: (table: string) => number,
  costs: FunctionCosts,
): PlanReading {
  const scans: Scan[] = [];
  const tables = new Set<string>();

  /** @param room how many times more rows the limit above lets come */
  function visit(node: PlanNode, room: number, tableAbove: string | null): void {
    const type = node['Node Type'];
    const table = node['Relation Name'] ?? tableAbove;
    if (table) tables.add(table);
    const now = rowsOf(node, costs) * node['Actual Loops'];
    if (type.endsWith('Scan') && !NO_TABLE.test(type) && now > 0) {
      const growth = table ? growthOf(table) : 1;
      scans.push({
        name: table ? `${type} on ${table}` : type,
        now,
        then: now * Math.max(1, Math.min(growth, room)),
      });
    }
    const roomBelow = type === 'Limit' ? roomOf(node, limit) : WHOLE.test(type) ? Infinity : room;
    for (const child of node.Plans ?? []) visit(child, roomBelow, table);
  }

  visit(root, Infinity, null);
  return { ...sumOf(scans), tables: [...tables], expectedThen: expectedOf(root, growthOf) };
}

function roomOf(node: PlanNode, limit: number | null): number {
  const found = node['Actual Rows'];
  if (limit === null || found === 0) return Infinity;
  return Math.max(1, limit / found);
}

function rowsOf(node: PlanNode, costs: FunctionCosts): number {
  const read =
    node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  return read * (SHARES[node['Node Type']] ?? 1) + node['Actual Rows'] * filterCost(node, costs);
}

/** PostgreSQL compares what is cheap first, so that an expensive function is called for the rows that are left. */
function filterCost({ Filter: filter = '' }: PlanNode, costs: FunctionCosts): number {
  let sum = 0;
  for (const [name, cost] of costs) if (filter.includes(`${name}(`)) sum += cost;
  return sum;
}

/** Of a limit over a sort, so that the planner could also walk an order. */
function expectedOf(root: PlanNode, growthOf: (table: string) => number): number | null {
  const limit = find(root, ({ 'Node Type': type }) => type === 'Limit');
  const sort = limit && find(limit, ({ 'Node Type': type }) => /Sort$/.test(type));
  if (!sort) return null;
  const scan = find(sort, (node) => node['Relation Name'] !== undefined);
  return sort['Plan Rows'] * (scan ? growthOf(scan['Relation Name']!) : 1);
}

function find(node: PlanNode, isWanted: (node: PlanNode) => boolean): PlanNode | undefined {
  if (isWanted(node)) return node;
  for (const child of node.Plans ?? []) {
    const found = find(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

function sumOf(scans: readonly Scan[]): Pick<PlanReading, 'rowsRead' | 'rowsReadThen' | 'most'> {
  const [most] = scans.toSorted((a, b) => b.then - a.then);
  return {
    rowsRead: scans.reduce((total, { now }) => total + now, 0),
    rowsReadThen: scans.reduce((total, { then }) => total + then, 0),
    most: most?.name ?? 'nothing',
  };
}
