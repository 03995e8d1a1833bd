import {
  createSubgraphServer,
  type ServiceSettings,
  type Subgraph,
  serviceSettings,
} from '@yiwang/subgraph-kit';
import type { TestDatabase } from './open-test-database.ts';

/** A department over HTTP, on any free port, in the process of the test. */
export interface ServedDepartment extends AsyncDisposable {
  /** Of its POST /graphql. */
  url: string;
}

/** @param settings the department's own, where they differ from what all have */
export async function serveDepartment(
  subgraph: Omit<Subgraph, 'config' | 'database'> & { database: TestDatabase },
  settings: { parse(given: object): ServiceSettings } = serviceSettings(0),
): Promise<ServedDepartment> {
  const config = settings.parse({ DATABASE_URL: subgraph.database.url, LOG_LEVEL: 'silent' });
  const server = createSubgraphServer({ ...subgraph, config });
  const address = await server.listen({ port: 0 });
  return { url: `${address}/graphql`, [Symbol.asyncDispose]: () => server.close() };
}
