import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AUDIENCE, createProviderKey, ISSUER, type ProviderKey } from '@yiwang/identity/testing';
import type { OpenExchange } from './open-exchange.ts';
import { type Ran, runYiwang, spawnYiwang, type Surroundings } from './run-yiwang.ts';
import { shipsSchema } from './schemas.ts';
import type { SpawnedService } from './spawn-service.ts';

export const EXCHANGE_SCHEMA = fileURLToPath(
  new URL('../../../../subgraphs/exchange/schema.graphql', import.meta.url),
);

/** Ships with a field that is read with a purpose, so that the gateway writes it down. */
export const SHIPS = shipsSchema(`  "Cargo 货物. Null when it is empty."
  cargo: String @sharing(class: CONDITIONAL, basis: "船舶登记条例 第三条", cycle: DAILY)`);

export const PURPOSE = {
  'purpose-basis': encodeURIComponent('船舶登记条例 第三条'),
  'purpose-case': 'A-1',
  'purpose-requester': encodeURIComponent('王敏'),
};

/** Lets gateways of the exchange trust an issuer of tokens, and returns its key. */
export async function writeIssuers(exchange: OpenExchange): Promise<ProviderKey> {
  const provider = await createProviderKey('EdDSA');
  await exchange.write(
    'issuers.json',
    JSON.stringify([{ issuer: ISSUER, jwks: { keys: [provider.jwk] }, audience: AUDIENCE }]),
  );
  return provider;
}

/** A gateway that writes down what is read, in `access-log` of the exchange's folder. */
export interface LoggedGateway extends AsyncDisposable {
  /** Of its GraphQL. */
  url(): string;
  /** Ends a gateway that there is, by a signal, and starts another one. */
  restart(signal?: NodeJS.Signals): Promise<void>;
  /** Runs `yiwang verify-log`, which asks the gateway with this token. */
  verifyLog(token: string, args: readonly string[]): Promise<Ran>;
  /** The same in a process of its own. */
  spawnVerifyLog(token: string, args: readonly string[]): Promise<Ran>;
}

/** It does not run until it is started by `restart`. */
export function loggedGateway(exchange: OpenExchange): LoggedGateway {
  const { folder } = exchange;
  let gateway: SpawnedService | null = null;
  const url = () => `${gateway!.url}/graphql`;
  const surroundings = (token: string): Surroundings => ({
    cwd: folder,
    env: { YIWANG_REGISTRY: url(), YIWANG_TOKEN: token },
  });
  return {
    url,
    async restart(signal = 'SIGTERM') {
      if (gateway?.child.exitCode === null) {
        gateway.child.kill(signal);
        await gateway[Symbol.asyncDispose]();
      }
      gateway = await exchange.startGateway({
        ISSUERS: join(folder, 'issuers.json'),
        ACCESS_LOG: join(folder, 'access-log'),
      });
    },
    verifyLog: (token, args) => runYiwang(['verify-log', ...args], surroundings(token)),
    spawnVerifyLog: (token, args) => spawnYiwang(['verify-log', ...args], surroundings(token)),
    async [Symbol.asyncDispose]() {
      await gateway?.[Symbol.asyncDispose]();
    },
  };
}
