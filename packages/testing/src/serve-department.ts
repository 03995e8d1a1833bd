import { createSubgraphServer, type Subgraph, serviceSettings } from '@yiwang/subgraph-kit';
import type { TestDatabase } from './open-test-database.ts';

/** A department over HTTP, on any free port, in the process of the test. */
export interface ServedDepartment extends AsyncDisposable {
  /** Of its POST /graphql. */
  url: string;
}

export async function serveDepartment(
  subgraph: Omit<Subgraph, 'config' | 'database'> & { database: TestDatabase },
): Promise<ServedDepartment> {
  const config = serviceSettings(0).parse({ DATABASE_URL: subgraph.database.url, LOG_LEVEL: 'silent' });
  const server = createSubgraphServer({ ...subgraph, config });
  const address = await server.listen({ port: 0 });
  return { url: `${address}/graphql`, [Symbol.asyncDispose]: () => server.close() };
}
