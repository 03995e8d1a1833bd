import { readdirSync, readFileSync } from 'node:fs';
import { composeSupergraph } from '@yiwang/composition';
import { completeSchema } from '@yiwang/schema-directives';
import { type DepartmentSeed, seedDatabase } from '@yiwang/subgraph-kit';
import { openTestDatabase, serveDepartment, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { type TestGateway } from '@yiwang/testing';
import type { GraphQLSchema } from 'graphql';

const SUBGRAPHS = new URL('../subgraphs/', import.meta.url);

/** Every department as a new user has it: its own seeded database, served over HTTP. */
export interface OpenGraph extends AsyncDisposable {
  supergraphSdl: string;
  /** By department. */
  schemas: ReadonlyMap<string, GraphQLSchema>;
  /** By department. */
  databases: ReadonlyMap<string, TestDatabase>;
  /** Statements since the last call, by department. */
  takeStatements(): Record<string, number>;
}

type CreateContext = () => Record<string, unknown>;

interface DepartmentModules {
  NAME: string;
  MIGRATIONS: string;
  schema: GraphQLSchema;
  createContextFactory(
    db: TestDatabase['db'],
    sql: TestDatabase['sql'],
  ): CreateContext | Promise<CreateContext>;
  seed: DepartmentSeed;
}

/** @param gateway the one that the departments accept; when it is not given, they answer whoever asks */
export async function openGraph(scale: number, gateway?: TestGateway): Promise<OpenGraph> {
  await using stack = new AsyncDisposableStack();
  const databases = new Map<string, TestDatabase>();
  const schemas = new Map<string, GraphQLSchema>();
  const subgraphs = [];
  for (const folder of readdirSync(SUBGRAPHS)) {
    const department = await importDepartment(folder);
    const database = stack.use(await openTestDatabase(department.MIGRATIONS));
    await seedDatabase(database.url, department.NAME, scale, department.seed);
    const { NAME: name, schema, createContextFactory } = department;
    const createContext = await createContextFactory(database.db, database.sql);
    const { url } = stack.use(
      await serveDepartment(
        { name, schema, createContext, database },
        { unsigned: gateway ? 'refuse' : 'allow', gateway },
      ),
    );
    databases.set(department.NAME, database);
    schemas.set(department.NAME, schema);
    subgraphs.push({
      name: department.NAME,
      url,
      sdl: completeSchema(readFileSync(new URL(`${folder}/schema.graphql`, SUBGRAPHS), 'utf8')),
    });
  }
  const { supergraphSdl } = composeSupergraph(subgraphs);
  const opened = stack.move();
  return {
    supergraphSdl,
    schemas,
    databases,
    takeStatements() {
      const counts = [...databases].map(([name, { statements }]) => [name, statements.length]);
      for (const database of databases.values()) database.forgetStatements();
      return Object.fromEntries(counts);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

async function importDepartment(folder: string): Promise<DepartmentModules> {
  const files = ['src/department.ts', 'src/subgraph.ts', 'src/context.ts', 'seed/seed.ts'];
  const modules = await Promise.all(
    files.map((file) => import(new URL(`${folder}/${file}`, SUBGRAPHS).href)),
  );
  return Object.assign({}, ...modules);
}
