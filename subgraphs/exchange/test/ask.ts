import { openTestDatabase } from '@yiwang/testing';
import { type ExecutionResult, graphql } from 'graphql';
import { createContextFactory } from '../src/context.ts';
import { MIGRATIONS } from '../src/department.ts';
import { schema } from '../src/subgraph.ts';

/** The department over a database of its own, without HTTP. */
export async function openDepartment() {
  const database = await openTestDatabase(MIGRATIONS);
  const createContext = createContextFactory(database.db);

  /** Each call is a request of its own. */
  function ask(source: string, variableValues?: Record<string, unknown>): Promise<ExecutionResult> {
    database.forgetStatements();
    return graphql({ schema, source, variableValues, contextValue: createContext() });
  }

  /** The code of the first error; undefined when there is none. */
  async function codeOf(source: string, variables?: Record<string, unknown>): Promise<unknown> {
    return (await ask(source, variables)).errors?.[0]?.extensions['code'];
  }

  return { database, ask, codeOf };
}

export type Department = Awaited<ReturnType<typeof openDepartment>>;
