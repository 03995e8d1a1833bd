import { readTableSizes, type ListReport, walkLists } from '@yiwang/testing/lists';
import { type DepartmentSeed, seedDatabase, type TableRights } from '../src/index.ts';
import { openTestDatabase } from './open-test-database.ts';

export interface SeededDepartment {
  name: string;
  /** With its schema.graphql and src/main.ts. */
  directory: string;
  /** Its migrations/. */
  migrations: string;
  rights: TableRights;
  seed: DepartmentSeed;
}

export interface SlowList {
  list: string;
  /** Of how many rows, in thousands, a million enterprises would make it. */
  thousandRows: number;
  scan: string;
  document: string;
  sql: string;
}

export interface SeededLists {
  reports: readonly ListReport[];
  /** The requests that would read too many rows, for each list the one that would read most. */
  slow: readonly SlowList[];
  /** What no request could be made for, with the reason. */
  unwalked: readonly string[];
}

/** Of 10,000 enterprises; and a fifth of that, to see how tables grow. */
const [SCALE, SMALLER_SCALE] = [0.5, 0.1];
const SCALE_THEN = 50;
/** To read so many rows takes about 50 ms. */
const MAX_ROWS_THEN = 100_000;

/**
 * Fills a database of its own with made-up rows, asks the department for every list by every filter and every pair of filters, and reads in the plans
 * how many rows that would read with a million enterprises. What the department has, it reads in its schema.
 */
export async function walkSeededLists(department: SeededDepartment): Promise<SeededLists> {
  const { name, directory, migrations, rights, seed } = department;
  await using database = await openTestDatabase(migrations, rights);
  await seedDatabase(database.url, name, SCALE, seed);
  const growthOf = await readGrowth(department, await readTableSizes(database.sql));
  const reports = await walkLists({
    directory,
    name,
    serviceUrl: database.serviceUrl,
    ownerUrl: database.url,
    growthOf,
    maxRowsThen: MAX_ROWS_THEN,
    repeats: 0,
  });
  return {
    reports,
    slow: reports.flatMap(slowestOf),
    unwalked: reports.flatMap(({ coordinate, unwalked }) => unwalked.map((what) => `${coordinate} ${what}`)),
  };
}

/**
 * How many times its size each table has at a million enterprises: some hold national classifications and stay as they are, most grow with the enterprises, and
 * views of counts by region and industry grow more slowly. It goes by the growth from a smaller scale to this one.
 */
async function readGrowth(
  { name, migrations, seed }: SeededDepartment,
  sizes: ReadonlyMap<string, number>,
): Promise<(table: string) => number> {
  await using smaller = await openTestDatabase(migrations);
  await seedDatabase(smaller.url, name, SMALLER_SCALE, seed);
  const before = await readTableSizes(smaller.sql);
  return (table) => {
    const [small, size] = [before.get(table) ?? 0, sizes.get(table) ?? 0];
    if (size === 0) return 1;
    const exponent = Math.log(size / Math.max(1, small)) / Math.log(SCALE / SMALLER_SCALE);
    return (SCALE_THEN / SCALE) ** Math.max(0, Math.min(1, exponent));
  };
}

function slowestOf({ coordinate, requests }: ListReport): SlowList[] {
  const read = requests.flatMap(({ document, read: statements }) =>
    statements.map(({ rowsReadThen, most, statement }) => ({
      list: coordinate,
      thousandRows: Math.round(rowsReadThen / 1000),
      scan: most,
      document,
      sql: statement.sql,
    })),
  );
  const [slowest] = read.toSorted((a, b) => b.thousandRows - a.thousandRows);
  return slowest && slowest.thousandRows * 1000 > MAX_ROWS_THEN ? [slowest] : [];
}
