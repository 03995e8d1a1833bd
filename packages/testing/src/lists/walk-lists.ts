import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { completeSchema } from '@yiwang/schema-directives';
import { parse } from 'graphql';
import postgres from 'postgres';
import { startAskedDepartment } from './asked-department.ts';
import { readColumns } from './columns.ts';
import { createExplainer, readFunctionCosts } from './explain.ts';
import { readEverything, scopesIn } from './principals.ts';
import { readLists } from './read-lists.ts';
import { createListWalker, type ListReport } from './walk-list.ts';

export interface WalkOptions {
  /** Of the department, with its schema.graphql and src/main.ts. */
  directory: string;
  /** In the supergraph. */
  name: string;
  /** Of its database, as the process that serves. */
  serviceUrl: string;
  /** Of its database, as the owner. */
  ownerUrl: string;
  /** Settings that the department needs besides those of every department. */
  environment?: Record<string, string>;
  /** How many times its size a table will have; 1 for one that does not grow. */
  growthOf: (table: string) => number;
  /** More rows than a statement should read when the tables have grown. */
  maxRowsThen: number;
  /** How often a request is sent again once its first answer is there. */
  repeats: number;
  /** Coordinates of lists, such as `Query.enterprises`; all when it is left out. */
  only?: readonly string[];
  onList?: (report: ListReport) => void;
}

/**
 * Asks a department for every list that its schema has: without a filter, with each filter and with each pair of them, by values of its data. Which
 * lists and filters there are, it reads in the schema, and nowhere else.
 */
export async function walkLists(options: WalkOptions): Promise<ListReport[]> {
  const { directory, name, serviceUrl, ownerUrl, environment, growthOf, maxRowsThen, repeats, only, onList } =
    options;
  const sdl = completeSchema(await readFile(join(directory, 'schema.graphql'), 'utf8'));
  const schema = buildSubgraphSchema(parse(sdl));
  await using undo = new AsyncDisposableStack();
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {}, connection: { jit: false } });
  undo.defer(() => sql.end());
  const department = undo.use(await startAskedDepartment(directory, name, serviceUrl, environment));
  const walk = createListWalker({
    department,
    name,
    sql,
    columns: await readColumns(sql),
    rights: { reads: readEverything(schema), scopes: scopesIn(sdl) },
    explain: createExplainer(sql, growthOf, maxRowsThen, await readFunctionCosts(sql)),
    repeats,
  });
  const reports: ListReport[] = [];
  const lists = readLists(schema).filter(({ coordinate }) => only?.includes(coordinate) ?? true);
  for (const list of lists) {
    const report = await walk(list);
    reports.push(report);
    onList?.(report);
  }
  return reports;
}
