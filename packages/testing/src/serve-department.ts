import type { Assertion } from '@yiwang/identity';
import {
  createSubgraphServer,
  type ServiceSettings,
  type Subgraph,
  serviceSettings,
} from '@yiwang/subgraph-kit';
import type { TestDatabase } from './open-test-database.ts';
import { createTestGateway, type TestGateway } from './test-gateway.ts';

/** A department over HTTP, on any free port, in the process of the test. */
export interface ServedDepartment extends AsyncDisposable {
  /** Of its POST /graphql. */
  url: string;
  /** The one that it accepts. */
  gateway: TestGateway;
  /** Headers of one request by the gateway; see {@link TestGateway.sign}. */
  sign(assertion?: Partial<Assertion>): Promise<Record<string, string>>;
}

export interface ServeOptions {
  /** The department's own, where they differ from what all have. */
  settings?: { parse(given: object): ServiceSettings };
  /** Whether it answers whoever asks; only those for whom its gateway signs when it is not given. */
  unsigned?: ServiceSettings['UNSIGNED'];
  /** The one that it accepts; one of its own when it is not given. */
  gateway?: TestGateway | undefined;
}

export async function serveDepartment(
  subgraph: Omit<Subgraph, 'config' | 'database'> & { database: TestDatabase },
  { settings = serviceSettings(0), unsigned = 'refuse', gateway: shared }: ServeOptions = {},
): Promise<ServedDepartment> {
  await using undo = new AsyncDisposableStack();
  const gateway = shared ?? undo.use(await createTestGateway());
  const config = settings.parse({
    DATABASE_URL: subgraph.database.url,
    LOG_LEVEL: 'silent',
    GATEWAY_KEYS: gateway.keysFile,
    UNSIGNED: unsigned,
  });
  const server = await createSubgraphServer({ ...subgraph, config });
  undo.defer(() => server.close());
  const address = await server.listen({ port: 0 });
  const served = undo.move();
  return {
    url: `${address}/graphql`,
    gateway,
    sign: (assertion) => gateway.sign(subgraph.name, assertion),
    [Symbol.asyncDispose]: () => served.disposeAsync(),
  };
}
