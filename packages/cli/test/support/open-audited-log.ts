import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { createKey, publicKeyOf, readPrivateKey } from '@yiwang/identity';
import { buildSchema } from '@yiwang/subgraph-kit';
import { type ServedDepartment, serveDepartment } from '@yiwang/subgraph-kit/testing';
import { granted, signAs, type TestGateway } from '@yiwang/testing';
import { signToken } from '@yiwang/identity/testing';
import { readFile } from 'node:fs/promises';
import { type OpenExchange, openExchange } from './open-exchange.ts';
import { describe } from '../../src/access-log/verified-log.ts';
import { verifyKept } from '../../src/access-log/verify-kept.ts';
import type { DepartmentAddress, VerifyLogOptions } from '../../src/access-log/verify-options.ts';
import { CommandError } from '../../src/shared/command-error.ts';
import { openRegistry } from '../../src/registry/registry.ts';
import { EXCHANGE_SCHEMA, loggedGateway, PURPOSE, SHIPS, writeIssuers } from './logged-gateway.ts';
import { startBalancer } from './start-balancer.ts';
import type { Ran } from './run-yiwang.ts';
import { weatherSchema } from './schemas.ts';

const WEATHER = weatherSchema(
  '  "Wind where it is."\n  wind: Int @sharing(class: UNCONDITIONAL, cycle: DAILY)',
);

export interface Verified {
  code: number;
  text: string;
}

/** A gateway, the exchange that keeps its log, and two real departments that write down what they serve and keep its seals. */
export interface AuditedLog extends AsyncDisposable {
  exchange: OpenExchange;
  /** Holds the keys; the departments' logs are in `ships-log`, `ships-2-log` where there is another process, and `weather-log`. */
  folder: string;
  /** Of each process, in this order: ships, weather, the further one of ships. */
  addresses: readonly DepartmentAddress[];
  restartGateway(signal?: NodeJS.Signals): Promise<void>;
  /** Asks the gateway for the cargo of a ship. */
  ask(number: string): Promise<boolean>;
  /** Asks the department itself, with an assertion by whoever has the key of the gateway. */
  askAsGateway(): Promise<number>;
  /** As the command does, in this process: `code` is what it would end with, `text` all that it would say. */
  verify(options?: Partial<VerifyLogOptions>): Promise<Verified>;
  /** With the departments, of which nothing is under way. */
  audit(options?: Partial<VerifyLogOptions>): Promise<Verified>;
  /** The command itself, with the departments of the registry. */
  run(...args: string[]): Promise<Ran>;
  /** The same in a process of its own. */
  spawn(...args: string[]): Promise<Ran>;
}

/** @param hasTwoShips whether two processes serve the department of ships, which take turns */
export async function openAuditedLog({ hasTwoShips = false } = {}): Promise<AuditedLog> {
  await using undo = new AsyncDisposableStack();
  const exchange = undo.use(await openExchange());
  const { folder, url: registry, database } = exchange;
  const provider = await writeIssuers(exchange);
  const auditor = await createKey();
  await exchange.write('auditor.key', JSON.stringify(auditor));
  await exchange.write('auditors.json', JSON.stringify({ keys: [publicKeyOf(auditor)] }));
  const gatewayKey = await readPrivateKey(await readFile(join(folder, 'gateway.key'), 'utf8'));
  const known: TestGateway = {
    keysFile: join(folder, 'gateways.json'),
    cursorKeyFile: join(folder, 'cursors.key'),
    key: gatewayKey,
    sign: (department, assertion, body) => signAs(gatewayKey, department, assertion, body),
    accept: async () => {},
    [Symbol.asyncDispose]: async () => {},
  };

  async function serve(
    name: string,
    sdl: string,
    resolvers: object,
    log = `${name}-log`,
  ): Promise<ServedDepartment> {
    await exchange.write(`${name}.graphql`, sdl);
    await mkdir(join(folder, log));
    return undo.use(
      await serveDepartment(
        {
          name,
          schema: buildSchema(pathToFileURL(join(folder, `${name}.graphql`)), resolvers),
          createContext: () => ({}),
          database,
        },
        { gateway: known, accessLog: join(folder, log), auditors: join(folder, 'auditors.json') },
      ),
    );
  }
  const ofShips = {
    Query: {
      ship: (_root: unknown, { number }: { number: string }) =>
        number === 'none' ? null : { number, cargo: '钢' },
    },
  };
  const ships = await serve('ships', SHIPS, ofShips);
  const further = hasTwoShips ? [await serve('ships', SHIPS, ofShips, 'ships-2-log')] : [];
  const published = hasTwoShips ? undo.use(await startBalancer([ships, ...further])).url : ships.url;
  const weather = await serve('weather', WEATHER, { Query: { wind: () => 7 }, Ship: { wind: () => 7 } });
  await exchange.registerGateway();
  const { code, stdout, stderr } = await exchange.yiwang(
    ...['publish', '--department', 'ships', '--schema', 'ships.graphql', '--url', published],
    ...['--department', 'weather', '--schema', 'weather.graphql', '--url', weather.url],
    ...['--department', 'exchange', '--schema', EXCHANGE_SCHEMA, '--url', registry],
  );
  if (code !== 0) throw new Error(stdout + stderr);

  const gateway = undo.use(loggedGateway(exchange));
  const owner = await signToken(provider, { sub: 'ships-desk', department: 'ships' });
  const token = await signToken(provider, {
    sub: 'audit',
    scope: 'accesses:read sensitive:read registry:read',
  });
  const opened = undo.move();
  const addresses = [
    { name: 'ships', url: ships.url },
    { name: 'weather', url: weather.url },
    ...further.map(({ url }) => ({ name: 'ships', url })),
  ];
  async function verify(options: Partial<VerifyLogOptions> = {}): Promise<Verified> {
    const registry = openRegistry(gateway.url(), { token });
    const whole = { registry: registry.url, json: false, settle: 0, ...options };
    try {
      const { verified, failures } = await verifyKept(registry, whole, () => () => {});
      // Colours depend on the environment that the tests run in.
      const text = stripVTControlCharacters([...verified.map(describe), ...failures].join('\n'));
      if (verified.some(({ finding }) => finding)) return { code: 1, text };
      return { code: failures.length > 0 ? 2 : 0, text };
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return { code: 2, text: error.message };
    }
  }

  return {
    exchange,
    folder,
    addresses,
    restartGateway: (signal) => gateway.restart(signal),
    async ask(number) {
      const response = await fetch(gateway.url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${owner}`, ...PURPOSE },
        body: JSON.stringify({
          query: 'query ($number: ID!) { ship(number: $number) { cargo wind } }',
          variables: { number },
        }),
      }).catch(() => null);
      const { data } = ((await response?.json().catch(() => null)) ?? {}) as {
        data?: { ship: { cargo: string | null } | null };
      };
      return data?.ship?.cargo === '钢';
    },
    async askAsGateway() {
      const body = JSON.stringify({ query: '{ ship(number: "stolen") { cargo } }' });
      const response = await fetch(ships.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(await signAs(gatewayKey, 'ships', granted(['Ship.cargo']), body)),
        },
        body,
      });
      return response.status;
    },
    run: (...args) => gateway.verifyLog(token, args),
    spawn: (...args) => gateway.spawnVerifyLog(token, args),
    verify,
    audit: (options = {}) =>
      verify({
        auditorKey: join(folder, 'auditor.key'),
        department: [...addresses],
        ...options,
      }),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
