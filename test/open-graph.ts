import { readdirSync, readFileSync } from 'node:fs';
import { composeSupergraph } from '@yiwang/composition';
import { completeSchema } from '@yiwang/schema-directives';
import { type DepartmentSeed, seedDatabase, type TableRights } from '@yiwang/subgraph-kit';
import { openTestDatabase, serveDepartment, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { type TestGateway } from '@yiwang/testing';
import type { GraphQLSchema } from 'graphql';

const SUBGRAPHS = new URL('../subgraphs/', import.meta.url);

/** Departments over HTTP, and what is composed of them. */
export interface ServedGraph extends AsyncDisposable {
  supergraphSdl: string;
}

/** Every department as a new user has it: its own seeded database, served over HTTP to whoever asks. */
export interface OpenGraph extends ServedGraph {
  /** By department. */
  schemas: ReadonlyMap<string, GraphQLSchema>;
  /** By department. */
  databases: ReadonlyMap<string, TestDatabase>;
  /** Statements since the last call, by department. */
  takeStatements(): Record<string, number>;
  /** The same departments over the same databases once more, which answer that gateway alone. */
  serveTo(gateway: TestGateway): Promise<ServedGraph>;
}

type CreateContext = () => Record<string, unknown>;

interface DepartmentModules {
  NAME: string;
  MIGRATIONS: string;
  RIGHTS: TableRights;
  schema: GraphQLSchema;
  createContextFactory(
    db: TestDatabase['db'],
    sql: TestDatabase['sql'],
  ): CreateContext | Promise<CreateContext>;
  seed: DepartmentSeed;
}

interface OpenDepartment {
  modules: DepartmentModules;
  database: TestDatabase;
  /** As it is published. */
  sdl: string;
}

export async function openGraph(scale: number): Promise<OpenGraph> {
  await using stack = new AsyncDisposableStack();
  const departments: OpenDepartment[] = [];
  for (const folder of readdirSync(SUBGRAPHS)) {
    const modules = await importDepartment(folder);
    const database = stack.use(await openTestDatabase(modules.MIGRATIONS, modules.RIGHTS));
    await seedDatabase(database.url, modules.NAME, scale, modules.seed);
    const schema = readFileSync(new URL(`${folder}/schema.graphql`, SUBGRAPHS), 'utf8');
    departments.push({ modules, database, sdl: completeSchema(schema) });
  }
  const { supergraphSdl } = stack.use(await serveGraph(departments, null));
  const databases = new Map(departments.map(({ modules, database }) => [modules.NAME, database]));
  const opened = stack.move();
  return {
    supergraphSdl,
    schemas: new Map(departments.map(({ modules }) => [modules.NAME, modules.schema])),
    databases,
    takeStatements() {
      const counts = [...databases].map(([name, { statements }]) => [name, statements.length]);
      for (const database of databases.values()) database.forgetStatements();
      return Object.fromEntries(counts);
    },
    serveTo: (gateway) => serveGraph(departments, gateway),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** @param gateway the one that the departments accept; null: they answer whoever asks */
async function serveGraph(
  departments: readonly OpenDepartment[],
  gateway: TestGateway | null,
): Promise<ServedGraph> {
  await using stack = new AsyncDisposableStack();
  const subgraphs = [];
  for (const { modules, database, sdl } of departments) {
    const { NAME: name, schema, createContextFactory } = modules;
    const createContext = await createContextFactory(database.service.db, database.service.sql);
    const { url } = stack.use(
      await serveDepartment(
        { name, schema, createContext, database },
        gateway ? { unsigned: 'refuse', gateway } : { unsigned: 'allow' },
      ),
    );
    subgraphs.push({ name, url, sdl });
  }
  const { supergraphSdl } = composeSupergraph(subgraphs);
  const served = stack.move();
  return { supergraphSdl, [Symbol.asyncDispose]: () => served.disposeAsync() };
}

async function importDepartment(folder: string): Promise<DepartmentModules> {
  const files = ['src/department.ts', 'src/subgraph.ts', 'src/context.ts', 'seed/seed.ts'];
  const modules = await Promise.all(
    files.map((file) => import(new URL(`${folder}/${file}`, SUBGRAPHS).href)),
  );
  return Object.assign({}, ...modules);
}
