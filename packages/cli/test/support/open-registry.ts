import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKey, type PrivateKey, publicKeyOf } from '@yiwang/identity';
import { openTestDatabase } from '@yiwang/testing';
import { MIGRATIONS } from '../../../../subgraphs/exchange/src/department.ts';
import { type Ran, runYiwang } from './run-yiwang.ts';
import { type SpawnedService, spawnService } from './spawn-service.ts';

/** The real exchange department, a process over a database of its own, with an operator who may do everything. */
export interface OpenRegistry extends AsyncDisposable {
  /** Of its GraphQL. */
  url: string;
  /** Holds keys, and whatever a test writes there. */
  folder: string;
  operator: PrivateKey;
  /** The command with the operator's key; what is given comes after it. */
  yiwang(...args: string[]): Promise<Ran>;
  /** The same with the key of a file of the folder. */
  yiwangAs(key: string, ...args: string[]): Promise<Ran>;
  write(name: string, text: string): Promise<string>;
  /** A gateway that follows the registry. Ends with the registry. */
  startGateway(): Promise<SpawnedService>;
}

export async function openRegistry(): Promise<OpenRegistry> {
  await using undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-registry-'));
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
  await write('gateways.json', JSON.stringify({ keys: [publicKeyOf(gateway)] }));
  const operator = await makeKey('operator');

  const database = undo.use(await openTestDatabase(MIGRATIONS));
  const exchange = undo.use(
    await spawnService('subgraphs/exchange/src/main.ts', {
      DATABASE_URL: database.url,
      REGISTRY_SIGNING_KEY: join(folder, 'registry.key'),
      REGISTRY_OPERATOR_KEY: join(folder, 'operator.key.pub'),
      REGISTRY_ALLOW_LOOPBACK: 'true',
      GATEWAY_KEYS: join(folder, 'gateways.json'),
    }),
  );
  const url = `${exchange.url}/graphql`;
  const yiwangAs = (key: string, ...args: string[]) =>
    runYiwang(args, { cwd: folder, env: { YIWANG_REGISTRY: url, YIWANG_KEY: join(folder, key) } });
  const opened = undo.move();

  return {
    url,
    folder,
    operator,
    write,
    yiwangAs,
    yiwang: (...args) => yiwangAs('operator.key', ...args),
    async startGateway() {
      await yiwangAs(
        'operator.key',
        ...['register-key', 'gateway.key.pub', '--role', 'gateway', '--holder', 'gateway'],
      );
      return opened.use(
        await spawnService(
          'gateway/src/main.ts',
          {
            REGISTRY: url,
            REGISTRY_PUBLIC_KEY: join(folder, 'registry.key.pub'),
            GATEWAY_KEY: join(folder, 'gateway.key'),
            SUPERGRAPH_CACHE: join(folder, 'supergraphs'),
            STATISTICS_INTERVAL_MS: '200',
          },
          ['--port', '0'],
        ),
      );
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
