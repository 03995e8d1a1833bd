import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPublicKey } from '@yiwang/identity';
import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { startDepartment } from '@yiwang/testing/small-graph';
import { signToken } from '@yiwang/identity/testing';
import { EXCHANGE_SCHEMA, loggedGateway, PURPOSE, SHIPS, writeIssuers } from './logged-gateway.ts';
import { openExchange } from './open-exchange.ts';
import type { Ran } from './run-yiwang.ts';

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
  /** The same in a process of its own. */
  spawnVerify(...args: string[]): Promise<Ran>;
}

export async function openLog(): Promise<OpenLog> {
  await using undo = new AsyncDisposableStack();
  const exchange = undo.use(await openExchange());
  const { folder, database, url: registry } = exchange;
  const provider = await writeIssuers(exchange);

  const ships = await startDepartment(
    'ships',
    SHIPS,
    { Query: { ship: (_root: unknown, { number }: { number: string }) => ({ number, cargo: '钢' }) } },
    { gatewayKey: await readPublicKey(await readFile(join(folder, 'gateway.key.pub'), 'utf8')) },
  );
  undo.defer(() => ships.close());
  await exchange.write('ships.graphql', SHIPS);
  await exchange.registerGateway();
  const { code, stdout, stderr } = await exchange.yiwang(
    ...['publish', '--department', 'ships', '--schema', 'ships.graphql', '--url', ships.url],
    ...['--department', 'exchange', '--schema', EXCHANGE_SCHEMA, '--url', registry],
  );
  if (code !== 0) throw new Error(stdout + stderr);

  const gateway = undo.use(loggedGateway(exchange));
  const owner = await signToken(provider, { sub: 'ships-desk', department: 'ships' });
  const tokenWith = (scope: string) => signToken(provider, { sub: 'audit', scope });
  const auditor = await tokenWith('accesses:read sensitive:read');
  const opened = undo.move();

  return {
    database,
    folder,
    journal: join(folder, 'access-log'),
    tokenWith,
    restartGateway: (signal) => gateway.restart(signal),
    async askForCargo(number, requestId) {
      try {
        const response = await fetch(gateway.url(), {
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
    verify: (...args) => gateway.verifyLog(auditor, args),
    spawnVerify: (...args) => gateway.spawnVerifyLog(auditor, args),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
