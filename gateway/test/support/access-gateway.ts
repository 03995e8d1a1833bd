import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeSupergraph } from '@yiwang/composition';
import { readSettings } from '@yiwang/service/settings';
import { listen } from '@yiwang/service/http';
import {
  createKey,
  type Grant,
  type PrivateKey,
  publicKeyOf,
  verifyAssertion,
  type VerifiedAssertion,
} from '@yiwang/identity';
import { type SmallDepartment, startDepartment, Topic } from '@yiwang/testing/small-graph';
import { AUDIENCE, createProviderKey, ISSUER, signToken } from '@yiwang/identity/testing';
import { gatewaySettings } from '../../src/config/config.ts';
import { createGateway } from '../../src/create-gateway.ts';

const LINKS = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes", "@composeDirective"])
    @link(url: "https://specs.yiwang.dev/sharing/v1.0", import: ["@sharing"])
    @link(url: "https://specs.yiwang.dev/ownData/v1.0", import: ["@ownData"])
    @composeDirective(name: "@sharing")
    @composeDirective(name: "@ownData")
  directive @ownData(of: [DataSubject!]!) on OBJECT | INTERFACE | FIELD_DEFINITION
  enum DataSubject { ENTERPRISE PERSON }
  directive @sharing(class: SharingClass!, basis: String, cycle: String) on OBJECT | INTERFACE | FIELD_DEFINITION
  enum SharingClass { UNCONDITIONAL CONDITIONAL NOT_SHARED }
`;

const TAX = `${LINKS}
  type Query {
    taxpayer: Taxpayer
    staff: String @authenticated
    audit: String @requiresScopes(scopes: [["audit"]])
  }
  type Mutation { note: String file: String @authenticated }
  type Subscription { changed: Taxpayer }
  type Taxpayer @key(fields: "id") {
    id: ID!
    name: String
    arrears: Int @sharing(class: CONDITIONAL, basis: "税收征收管理法 第六条")
    refunds: Int @sharing(class: CONDITIONAL) @ownData(of: [ENTERPRISE])
    secret: String @sharing(class: NOT_SHARED, basis: "税收征收管理法 第八条")
  }
`;

export const TAXPAYER = {
  __typename: 'Taxpayer',
  id: 'T1',
  name: '京桥',
  arrears: 7,
  refunds: 3,
  secret: 's',
};

export const PURPOSE = {
  'purpose-basis': encodeURIComponent('税收征收管理法 第六条'),
  'purpose-case': 'A-1',
  'purpose-requester': encodeURIComponent('王敏'),
};

/** For the client `desk`. */
export const GRANT: Grant = {
  id: 'g1',
  client: 'desk',
  fields: ['Taxpayer.arrears'],
  regions: ['36'],
  basis: 'b',
  from: '2000-01-01T00:00:00Z',
  until: '2100-01-01T00:00:00Z',
};

interface Asked {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer has the form of its query
  body: any;
}

/** A gateway that lets clients of one provider in, by a file of grants, over a department that shares with condition. */
export interface AccessGateway extends AsyncDisposable {
  url: string;
  tax: SmallDepartment;
  /** Subscribers of `changed`, at the department. */
  changed: Topic<{ changed: object }>;
  key: PrivateKey;
  keyFile: string;
  /** Folder of its journal. */
  accessLog: string;
  /** A token of the provider for this client. */
  token(client: string, claims?: Record<string, unknown>): Promise<string>;
  ask(query: string, headers?: Record<string, string>): Promise<Asked>;
  /** From now on these grants are in force. */
  grant(...grants: Grant[]): Promise<void>;
  /** What vouched for the last request to the department; any key of a gateway counts. */
  lastAssertion(keys?: PrivateKey[]): Promise<VerifiedAssertion>;
}

/** @param others further departments of the graph */
export async function serveAccessGateway(
  settings: Record<string, string> = {},
  others: readonly SmallDepartment[] = [],
): Promise<AccessGateway> {
  const changed = new Topic<{ changed: object }>();
  const tax = await startDepartment('tax', TAX, {
    Query: { taxpayer: () => TAXPAYER, staff: () => 'staff', audit: () => 'audit' },
    Mutation: { note: () => 'noted', file: () => 'filed' },
    Subscription: { changed: { subscribe: () => changed.subscribe() } },
    Taxpayer: { __resolveReference: () => TAXPAYER },
  });
  const folder = await mkdtemp(join(tmpdir(), 'yiwang-access-'));
  const fileOf = async (name: string, content: unknown) => {
    const file = join(folder, name);
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const [provider, key] = await Promise.all([createProviderKey('EdDSA'), createKey()]);
  const keyFile = await fileOf('gateway.key', key);
  const config = readSettings(gatewaySettings, {
    SUPERGRAPH: await fileOf('supergraph.graphql', composeSupergraph([tax, ...others]).supergraphSdl),
    ISSUERS: await fileOf('issuers.json', [
      { issuer: ISSUER, jwks: { keys: [provider.jwk] }, audience: AUDIENCE },
    ]),
    GRANTS: await fileOf('grants.json', []),
    GATEWAY_KEY: keyFile,
    GATEWAY_NAME: 'gateway-1',
    ACCESS_LOG: settings['GATEWAY_KEY'] === '' ? '' : join(folder, 'access-log'),
    LOG_LEVEL: 'silent',
    ...settings,
  });
  const gateway = await createGateway(config);
  const url = await listen(gateway.server, '127.0.0.1', 0);

  return {
    url,
    tax,
    changed,
    key,
    keyFile,
    accessLog: join(folder, 'access-log'),
    token: (client, claims) => signToken(provider, { sub: client, ...claims }),
    async ask(query, headers = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      });
      return { status: response.status, body: await response.json() };
    },
    grant: async (...grants) => void (await fileOf('grants.json', grants)),
    lastAssertion: (keys = [key]) =>
      verifyAssertion(tax.assertions.at(-1)!, 'tax', (kid) => {
        const known = keys.find((one) => one.kid === kid);
        return known ? publicKeyOf(known) : null;
      }),
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await tax.close();
      await rm(folder, { recursive: true });
    },
  };
}
