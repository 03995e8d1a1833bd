import { type ExecutionResult, type GraphQLSchema, graphql } from 'graphql';
import { type TableRights, UNSIGNED_CALLER } from '../src/index.ts';
import { openTestDatabase, type TestDatabase } from './open-test-database.ts';

type Awaitable<Value> = Value | Promise<Value>;

export interface DepartmentUnderTest {
  /** Its migrations/. */
  migrations: string;
  /** As its prepare.ts names them. */
  rights: TableRights;
  schema: GraphQLSchema;
  createContextFactory(
    db: TestDatabase['db'],
    sql: TestDatabase['sql'],
  ): Awaitable<() => Record<string, unknown>>;
}

/** A department over a database of its own, without HTTP: everything is read, sensitive values are masked. */
export interface OpenDepartment {
  database: TestDatabase;
  /** Each call is a request of its own; the statements of the one before are forgotten. */
  ask(source: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  /** The code of the first error; undefined when there is none. */
  codeOf(source: string, variables?: Record<string, unknown>): Promise<unknown>;
}

export async function openTestDepartment(department: DepartmentUnderTest): Promise<OpenDepartment> {
  const database = await openTestDatabase(department.migrations, department.rights);
  const createContext = await department.createContextFactory(database.service.db, database.service.sql);

  function ask(source: string, variableValues?: Record<string, unknown>): Promise<ExecutionResult> {
    database.forgetStatements();
    return graphql({
      schema: department.schema,
      source,
      variableValues,
      contextValue: { ...createContext(), caller: UNSIGNED_CALLER },
    });
  }

  async function codeOf(source: string, variables?: Record<string, unknown>): Promise<unknown> {
    return (await ask(source, variables)).errors?.[0]?.extensions['code'];
  }

  return { database, ask, codeOf };
}
