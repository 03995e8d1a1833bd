import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from '@yiwang/testing';
import { startDepartment } from '@yiwang/testing/small-graph';
import { AUDIENCE, createProviderKey, ISSUER, signToken } from '@yiwang/testing/token-provider';
import { openExchange } from './open-exchange.ts';
import { type Ran, runYiwang } from './run-yiwang.ts';
import { shipsSchema } from './schemas.ts';
import type { SpawnedService } from './spawn-service.ts';

const EXCHANGE_SCHEMA = fileURLToPath(
  new URL('../../../../subgraphs/exchange/schema.graphql', import.meta.url),
);

const SHIPS = shipsSchema(`  "Cargo 货物. Null when it is empty."
  cargo: String @sharing(class: CONDITIONAL, basis: "船舶登记条例 第三条", cycle: DAILY)`);

export const PURPOSE = {
  'purpose-basis': encodeURIComponent('船舶登记条例 第三条'),
  'purpose-case': 'A-1',
  'purpose-requester': encodeURIComponent('王敏'),
};

/** A gateway that writes down who asks for the cargo of ships, and the real exchange that keeps it, as processes. */
export interface OpenLog extends AsyncDisposable {
  database: TestDatabase;
  /** Holds the keys, and whatever a test writes there. */
  folder: string;
  /** Of the gateway's journal. */
  journal: string;
  /** Ends a gateway that there is, by a signal, and starts another one. */
  restartGateway(signal?: NodeJS.Signals): Promise<void>;
  /** Asks the gateway for the cargo of a ship, for the department that owns the data. True when it was answered. */
  askForCargo(number: string, requestId: string): Promise<boolean>;
  /** A token of an auditor with these scopes. */
  tokenWith(scope: string): Promise<string>;
  /** The command, with the token of an auditor who may see names; asks the gateway. */
  verify(...args: string[]): Promise<Ran>;
}

export async function openLog(): Promise<OpenLog> {
  await using undo = new AsyncDisposableStack();
  const exchange = undo.use(await openExchange());
  const { folder, database, url: registry } = exchange;
  const provider = await createProviderKey('EdDSA');
  await exchange.write(
    'issuers.json',
    JSON.stringify([{ issuer: ISSUER, jwks: { keys: [provider.jwk] }, audience: AUDIENCE }]),
  );

  const ships = await startDepartment('ships', SHIPS, {
    Query: { ship: (_root: unknown, { number }: { number: string }) => ({ number, cargo: '钢' }) },
  });
  undo.defer(() => ships.close());
  await exchange.write('ships.graphql', SHIPS);
  await exchange.registerGateway();
  const { code, stdout, stderr } = await exchange.yiwang(
    ...['publish', '--department', 'ships', '--schema', 'ships.graphql', '--url', ships.url],
    ...['--department', 'exchange', '--schema', EXCHANGE_SCHEMA, '--url', registry],
  );
  if (code !== 0) throw new Error(stdout + stderr);

  const journal = join(folder, 'access-log');
  let gateway: SpawnedService | null = null;
  const startGateway = () =>
    exchange.startGateway({ ISSUERS: join(folder, 'issuers.json'), ACCESS_LOG: journal });
  undo.defer(async () => gateway?.[Symbol.asyncDispose]());
  const owner = await signToken(provider, { sub: 'ships-desk', department: 'ships' });
  const tokenWith = (scope: string) => signToken(provider, { sub: 'audit', scope });
  const auditor = await tokenWith('accesses:read sensitive:read');
  const opened = undo.move();

  return {
    database,
    folder,
    journal,
    tokenWith,
    async restartGateway(signal = 'SIGTERM') {
      if (gateway?.child.exitCode === null) {
        gateway.child.kill(signal);
        await gateway[Symbol.asyncDispose]();
      }
      gateway = await startGateway();
    },
    async askForCargo(number, requestId) {
      try {
        const response = await fetch(`${gateway!.url}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${owner}`,
            'x-request-id': requestId,
            ...PURPOSE,
          },
          body: JSON.stringify({
            query: 'query ($number: ID!) { ship(number: $number) { cargo } }',
            variables: { number },
          }),
        });
        const { data } = (await response.json()) as { data?: { ship: { cargo: string | null } | null } };
        return data?.ship?.cargo === '钢';
      } catch {
        return false;
      }
    },
    verify: (...args) =>
      runYiwang(['verify-log', ...args], {
        cwd: folder,
        env: { YIWANG_REGISTRY: `${gateway!.url}/graphql`, YIWANG_TOKEN: auditor },
      }),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
