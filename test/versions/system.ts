import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  contents,
  createKey,
  LOCAL_AUDIENCE,
  LOCAL_ISSUER,
  type PrivateKey,
  publicKeyOf,
  signClientToken,
  signCredential,
} from '@yiwang/identity';
import type { TestDatabase } from '@yiwang/subgraph-kit/testing';
import { publishDepartments } from '../../packages/launcher/src/system/publish-departments.ts';
import { type RunningProgram, runProgram } from '../support/run-program.ts';

/** Ports of the processes, and of the balancers before departments and gateways. */
export interface Ports {
  exchange: number;
  departments: readonly [number, number];
  gateways: readonly [number, number];
  department: number;
  gateway: number;
}

type Settings = Readonly<Record<string, string>>;

/** A registry, two processes of a department and two gateways, each of which may be of either release. */
export interface VersionedSystem {
  startExchange(root: string, more?: Settings): RunningProgram;
  startDepartment(root: string, index: 0 | 1, more?: Settings): RunningProgram;
  startGateway(root: string, index: 0 | 1, more?: Settings): RunningProgram;
  /** Registers the gateways and publishes the department, at a registry that runs. */
  publish(): Promise<void>;
  /** Gives the client of {@link token} its grant. */
  grantAll(): Promise<void>;
  /** Of a client that has a grant for all that is shared with condition. */
  token(): Promise<string>;
}

const PRELOAD = 'packages/subgraph-kit/src/drizzle-as-commonjs.ts';
export const CLIENT = 'desk';
/** Longer than the balancer takes to ask whether a process is ready. */
export const DRAIN_MS = 1_000;

export async function prepareSystem(
  folder: string,
  ports: Ports,
  databases: { exchange: TestDatabase; notes: TestDatabase },
): Promise<VersionedSystem> {
  const at = (name: string) => join(folder, name);
  const put = async (name: string, content: unknown) => {
    await writeFile(at(name), typeof content === 'string' ? content : JSON.stringify(content));
    return at(name);
  };
  const key = async (name: string): Promise<PrivateKey> => {
    const made = await createKey();
    await put(`${name}.key`, made);
    await put(`${name}.key.pub`, publicKeyOf(made));
    return made;
  };
  const [operator, issuer] = [await key('operator'), await key('issuer')];
  await key('registry');
  const gateways = [await key('gateway-1'), await key('gateway-2')];
  await put('gateways.json', { keys: gateways.map(publicKeyOf) });
  await put('cursors.key', randomBytes(32).toString('base64url'));
  await put('issuers.json', [
    { issuer: LOCAL_ISSUER, audience: LOCAL_AUDIENCE, jwks: { keys: [publicKeyOf(issuer)] } },
  ]);
  const registry = `http://127.0.0.1:${ports.exchange}/graphql`;
  const shared = {
    GATEWAY_KEYS: at('gateways.json'),
    CURSOR_KEY: at('cursors.key'),
    DRAIN_MS: String(DRAIN_MS),
  };

  async function register(name: string, { kid, ...publicKey }: PrivateKey): Promise<void> {
    const response = await fetch(registry, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation ($holder: ID!, $key: String!, $credential: String!) {
          registerKey(role: GATEWAY, holder: $holder, publicKey: $key, credential: $credential) { userErrors { message } }
        }`,
        variables: {
          holder: name,
          key: JSON.stringify({ kty: publicKey.kty, crv: publicKey.crv, x: publicKey.x }),
          credential: await signCredential(operator, {
            action: 'registerKey',
            digest: contents.registerKey('GATEWAY', name, kid),
          }),
        },
      }),
    });
    const answer = (await response.json()) as { data?: { registerKey: { userErrors: unknown[] } } };
    if (answer.data?.registerKey.userErrors.length !== 0) throw new Error(JSON.stringify(answer));
  }

  return {
    startExchange: (root, more) =>
      runProgram(root, ['--import', `./${PRELOAD}`, 'subgraphs/exchange/src/main.ts'], {
        ...shared,
        DATABASE_URL: databases.exchange.url,
        PORT: String(ports.exchange),
        ACCESS_LOG: 'off',
        REGISTRY_SIGNING_KEY: at('registry.key'),
        REGISTRY_OPERATOR_KEY: at('operator.key.pub'),
        REGISTRY_ALLOW_LOOPBACK: 'true',
        ...more,
      }),
    startDepartment: (root, index, more) =>
      runProgram(root, ['--import', `./${PRELOAD}`, 'test/versions/notes-department.ts'], {
        ...shared,
        DATABASE_URL: databases.notes.url,
        PORT: String(ports.departments[index]),
        ACCESS_LOG: 'off',
        ...more,
      }),
    startGateway(root, index, more) {
      const name = `gateway-${index + 1}`;
      return runProgram(root, ['gateway/src/main.ts'], {
        REGISTRY: registry,
        PORT: String(ports.gateways[index]),
        DRAIN_MS: String(DRAIN_MS),
        GATEWAY_NAME: name,
        GATEWAY_KEY: at(`${name}.key`),
        REGISTRY_PUBLIC_KEY: at('registry.key.pub'),
        ISSUERS: at('issuers.json'),
        SUPERGRAPH_CACHE: at(`supergraphs-${index}`),
        ACCESS_LOG: at(`access-log-${index}`),
        RATE_LIMIT_PUBLIC_REQUESTS: '0',
        TRUSTED_PROXIES: '127.0.0.1',
        ...more,
      });
    },
    async publish() {
      for (const [index, gateway] of gateways.entries()) await register(`gateway-${index + 1}`, gateway);
      await grantAll(databases.exchange);
      await mkdir(at('notes'), { recursive: true });
      const url = `http://127.0.0.1:${ports.department}/graphql`;
      await publishDepartments(registry, { key: operator, file: '', publicFile: '' }, [
        { name: 'notes', directory: import.meta.dirname, url },
      ]);
    },
    grantAll: () => grantAll(databases.exchange),
    token: () => signClientToken(issuer, { id: CLIENT, user: null, department: null, scopes: [] }, 3600),
  };
}

/** As if the client had applied, and the department had approved. */
async function grantAll({ sql }: TestDatabase): Promise<void> {
  await sql`insert into sharing_applications (id, number, state, client, department, fields, basis, purpose, until)
    values (1, 'SA1', 'APPROVED', ${CLIENT}, 'notes', ${['Note.remark']}, 'a test', 'a test', now() + interval '1 day')`;
  await sql`insert into grants (sequence, id, application, client, department, fields, basis, purpose, "from", until)
    values (1, 'SG1', 'SA1', ${CLIENT}, 'notes', ${['Note.remark']}, 'a test', 'a test', now() - interval '1 hour', now() + interval '1 day')`;
  await sql`update grant_version set version = version + 1`;
}
