import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKey, type PrivateKey, publicKeyOf } from '@yiwang/identity';
import { openTestDatabase, type TestDatabase } from '@yiwang/subgraph-kit/testing';
import { MIGRATIONS, RIGHTS } from '../../../../subgraphs/exchange/src/department.ts';
import { type Ran, runYiwang, spawnYiwang } from './run-yiwang.ts';
import { type SpawnedService, spawnService } from './spawn-service.ts';

/** The real exchange department, a process over a database of its own, with an operator who may do everything. */
export interface OpenExchange extends AsyncDisposable {
  /** Of its GraphQL. */
  url: string;
  database: TestDatabase;
  /** Holds the keys `registry`, `gateway` and `operator`, each as `.key` and `.key.pub`, and whatever a test writes there. */
  folder: string;
  operator: PrivateKey;
  /** Writes a file of the folder, and returns its name. */
  write(name: string, text: string): Promise<string>;
  /** The command with the operator's key; what is given comes after it. */
  yiwang(...args: string[]): Promise<Ran>;
  /** The same with the key of a file of the folder. */
  yiwangAs(key: string, ...args: string[]): Promise<Ran>;
  /** The same in a process of its own. */
  spawnYiwangAs(key: string, ...args: string[]): Promise<Ran>;
  /** Registers the key of the gateway. */
  registerGateway(): Promise<void>;
  /** A gateway that follows the registry, with further settings, on a free port unless one is named. Ends with the exchange. */
  startGateway(settings?: Record<string, string>, port?: number): Promise<SpawnedService>;
}

export async function openExchange(): Promise<OpenExchange> {
  await using undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-exchange-'));
  undo.defer(() => rm(folder, { recursive: true, force: true }));
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return name;
  };
  const makeKey = async (name: string) => {
    const key = await createKey();
    await write(`${name}.key`, JSON.stringify(key));
    await write(`${name}.key.pub`, JSON.stringify(publicKeyOf(key)));
    return key;
  };
  await makeKey('registry');
  const gateway = await makeKey('gateway');
  await write('cursors.key', randomBytes(32).toString('base64url'));
  await write('gateways.json', JSON.stringify({ keys: [publicKeyOf(gateway)] }));
  const operator = await makeKey('operator');

  const database = undo.use(await openTestDatabase(MIGRATIONS, RIGHTS));
  const exchange = undo.use(
    await spawnService('subgraphs/exchange/src/main.ts', {
      DATABASE_URL: database.serviceUrl,
      REGISTRY_SIGNING_KEY: join(folder, 'registry.key'),
      REGISTRY_OPERATOR_KEY: join(folder, 'operator.key.pub'),
      REGISTRY_ALLOW_LOOPBACK: 'true',
      GATEWAY_KEYS: join(folder, 'gateways.json'),
      CURSOR_KEY: join(folder, 'cursors.key'),
    }),
  );
  const url = `${exchange.url}/graphql`;
  const surroundings = (key: string) => ({
    cwd: folder,
    env: { YIWANG_REGISTRY: url, YIWANG_KEY: join(folder, key) },
  });
  const yiwangAs = (key: string, ...args: string[]) => runYiwang(args, surroundings(key));
  const opened = undo.move();

  return {
    url,
    database,
    folder,
    operator,
    write,
    yiwangAs,
    spawnYiwangAs: (key, ...args) => spawnYiwang(args, surroundings(key)),
    yiwang: (...args) => yiwangAs('operator.key', ...args),
    async registerGateway() {
      const args = ['register-key', 'gateway.key.pub', '--role', 'gateway', '--holder', 'gateway'];
      const { code, stderr } = await yiwangAs('operator.key', ...args);
      if (code !== 0) throw new Error(stderr);
    },
    async startGateway(settings = {}, port = 0) {
      const program = 'gateway/src/main.ts';
      const following = {
        REGISTRY: url,
        REGISTRY_PUBLIC_KEY: join(folder, 'registry.key.pub'),
        GATEWAY_KEY: join(folder, 'gateway.key'),
        SUPERGRAPH_CACHE: join(folder, 'supergraphs'),
      };
      return opened.use(await spawnService(program, { ...following, ...settings }, ['--port', String(port)]));
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
