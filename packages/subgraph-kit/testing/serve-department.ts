import type { Assertion } from '@yiwang/identity';
import {
  createSubgraphServer,
  type Database,
  type ServiceSettings,
  type Subgraph,
  serviceSettings,
} from '../src/index.ts';
import { createTestGateway, type TestGateway } from '@yiwang/testing';

/** A department over HTTP, on any free port, in the process of the test. */
export interface ServedDepartment extends AsyncDisposable {
  /** Of its POST /graphql. */
  url: string;
  /** The one that it accepts. */
  gateway: TestGateway;
  /** Headers of one request by the gateway; see {@link TestGateway.sign}. */
  sign(assertion?: Partial<Assertion>, body?: string | Buffer): Promise<Record<string, string>>;
}

export interface ServeOptions {
  /** The department's own, where they differ from what all have. */
  settings?: { parse(given: object): ServiceSettings };
  /** Whether it answers whoever asks; only those for whom its gateway signs when it is not given. */
  unsigned?: ServiceSettings['UNSIGNED'];
  /** The one that it accepts; one of its own when it is not given. */
  gateway?: TestGateway | undefined;
  /** Where it writes down who reads what; nowhere when it is not given. */
  accessLog?: string;
  /** File of the keys of auditors. */
  auditors?: string;
}

export async function serveDepartment(
  subgraph: Omit<Subgraph, 'config' | 'database'> & { database: Database & { url: string } },
  {
    settings = serviceSettings(0),
    unsigned = 'refuse',
    gateway: shared,
    accessLog = 'off',
    auditors = '',
  }: ServeOptions = {},
): Promise<ServedDepartment> {
  await using undo = new AsyncDisposableStack();
  const gateway = shared ?? undo.use(await createTestGateway());
  const config = settings.parse({
    DATABASE_URL: subgraph.database.url,
    LOG_LEVEL: 'silent',
    GATEWAY_KEYS: gateway.keysFile,
    CURSOR_KEY: gateway.cursorKeyFile,
    UNSIGNED: unsigned,
    ACCESS_LOG: accessLog,
    AUDITOR_KEYS: auditors,
  });
  const server = await createSubgraphServer({ ...subgraph, config });
  undo.defer(() => server.close());
  const address = await server.listen({ port: 0 });
  const served = undo.move();
  return {
    url: `${address}/graphql`,
    gateway,
    sign: (assertion, body) => gateway.sign(subgraph.name, assertion, body),
    [Symbol.asyncDispose]: () => served.disposeAsync(),
  };
}
