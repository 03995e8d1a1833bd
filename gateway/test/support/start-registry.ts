import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Action,
  contents,
  createKey,
  type Grant,
  type PrivateKey,
  publicKeyOf,
  signGrants,
  signSupergraph,
  verifyCredential,
} from '@yiwang/identity';
import { buildSchema } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/http';
import type { OperationContent, RunningContent } from '@yiwang/identity';

/** What gateways need of the registry's schema, word for word. */
const schemaWith = (query: string) =>
  buildSchema(`
  scalar DateTime
  type Query { supergraph: SupergraphVersion ${query} }
  type SignedGrants { version: Int! token: String! }
  type Mutation {
    reportGateway(gateway: ID!, running: [RunningVersion!]!, credential: String!): [SupergraphVersion!]!
    reportOperations(gateway: ID!, operations: [OperationReport!]!, credential: String!): Boolean!
  }
  input RunningVersion { variant: ID! version: Int }
  type SupergraphVersion { version: Int! variant: ID! sdl: String! signature: String! }
  input OperationReport {
    variant: ID! client: String clientVersion: String name: String digest: ID! coordinates: [String!]!
    count: Int! errors: Int! from: DateTime! until: DateTime!
  }
`);

interface Supergraph extends Required<RunningContent> {
  version: number;
  sdl: () => string;
  signature: string;
}

/** A registry of two mutations and a query, over real HTTP with real keys. */
export interface Registry extends AsyncDisposable {
  url: string;
  key: PrivateKey;
  /** Of the one gateway that it knows. */
  gatewayKey: PrivateKey;
  /** What the gateway said last that it runs. */
  running(): Record<string, number | null>;
  /** Executions that were reported. */
  operations: OperationContent[];
  /** How often a gateway took an SDL. */
  taken: number;
  /** Calls of reportGateway. */
  polls: number;
  /** Publishes the next version; `signature` is signed by the registry unless it is given. */
  publish(sdl: string, options?: { variant?: string; signature?: string; version?: number }): Promise<number>;
  /** These grants, signed, are in force from now on. */
  grant(...grants: readonly Grant[]): Promise<void>;
  /** What is answered to who asks for grants; null for a registry of no grants. */
  signedGrants: { version: number; token: string } | null;
  /** The version that each question for grants named. */
  askedAfter: (number | null)[];
  /** Every call is answered with 500 until it is up again. */
  isDown: boolean;
}

interface GrantsAsked {
  gateway: string;
  after?: number | null;
  credential: string;
}

/** @param grants false for a registry that knows nothing of them */
export async function startRegistry({ port = 0, grants = true } = {}): Promise<Registry> {
  const key = await createKey();
  const gatewayKey = await createKey();
  const newest = new Map<string, Supergraph>();
  let running: Required<RunningContent>[] = [];
  let lastVersion = 0;
  const used = new Set<string>();

  const keyOf = async (kid: string) => (kid === gatewayKey.kid ? publicKeyOf(gatewayKey) : null);

  async function check(token: string, action: Action, digest: string): Promise<void> {
    const { id } = await verifyCredential(token, { action, digest }, keyOf);
    if (used.has(id)) throw new Error('The credential was used before.');
    used.add(id);
  }

  const answer = createHandler({
    schema: schemaWith(
      grants ? 'grantsInForce(gateway: ID!, after: Int, credential: String!): SignedGrants' : '',
    ),
    rootValue: {
      async grantsInForce({ gateway, after = null, credential }: GrantsAsked) {
        const digest = contents.grants(gateway, after);
        await verifyCredential(credential, { action: 'grants', digest }, keyOf);
        registry.askedAfter.push(after);
        const { signedGrants } = registry;
        return signedGrants && signedGrants.version > (after ?? -1) ? signedGrants : null;
      },
      async reportGateway(given: {
        gateway: string;
        running: Required<RunningContent>[];
        credential: string;
      }) {
        await check(given.credential, 'report', contents.report(given.gateway, given.running));
        registry.polls++;
        running = given.running;
        return running.flatMap(({ variant, version }) => {
          const offered = newest.get(variant);
          return offered && offered.version > (version ?? 0) ? [offered] : [];
        });
      },
      async reportOperations(given: { gateway: string; operations: OperationContent[]; credential: string }) {
        await check(given.credential, 'operations', contents.operations(given.gateway, given.operations));
        registry.operations.push(...given.operations);
        return true;
      },
    },
  });
  const server = createServer((request, response) => {
    if (registry.isDown) response.writeHead(500).end('down');
    else void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  const registry: Registry = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    key,
    gatewayKey,
    running: () => Object.fromEntries(running.map(({ variant, version }) => [variant, version])),
    operations: [],
    taken: 0,
    polls: 0,
    isDown: false,
    signedGrants: null,
    askedAfter: [],
    async grant(...given) {
      const version = (registry.signedGrants?.version ?? 0) + 1;
      const content = { version, issuedAt: new Date().toISOString(), grants: given };
      registry.signedGrants = { version, token: await signGrants(key, content) };
    },
    async publish(sdl, { variant = 'internal', signature, version = lastVersion + 1 } = {}) {
      lastVersion = version;
      newest.set(variant, {
        variant,
        version,
        sdl: () => {
          registry.taken++;
          return sdl;
        },
        signature: signature ?? (await signSupergraph(key, { version, variant }, sdl)),
      });
      return version;
    },
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return registry;
}
