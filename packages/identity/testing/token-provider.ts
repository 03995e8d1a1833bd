import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { Issuer } from '../src/index.ts';

export const ISSUER = 'https://sign-in.example';
export const AUDIENCE = 'yiwang';

/** A key of a provider, and its public half as it is published. */
export interface ProviderKey {
  alg: string;
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  jwk: JWK;
}

export async function createProviderKey(alg: string, kid = `${alg}-1`): Promise<ProviderKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

/** A token that is good, unless something is given that is not; undefined leaves a claim out. */
export function signToken(
  { alg, kid, privateKey }: ProviderKey,
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: ISSUER, aud: AUDIENCE, sub: 'portal', exp: now + 300, iat: now, ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(payload)))
    .setProtectedHeader({ alg, kid, typ: 'JWT', ...header })
    .sign(privateKey);
}

/** The settings of an issuer whose keys are these. */
export function issuerOf(keys: Issuer['keys'], more: Partial<Issuer> = {}): Issuer {
  return {
    issuer: ISSUER,
    keys,
    audience: [AUDIENCE],
    algorithms: ['EdDSA', 'ES256', 'RS256', 'PS256'],
    claims: { scopes: null, client: null, department: 'department' },
    ...more,
  };
}

export interface KeyServer extends AsyncDisposable {
  url: string;
  /** What it publishes from now on. */
  keys: JWK[];
  /** Answered instead of the keys. */
  instead: { status: number; headers?: Record<string, string>; body?: string } | null;
  requests: number;
}

/** The keys of a provider over real HTTP. */
export async function serveKeys(...keys: ProviderKey[]): Promise<KeyServer> {
  const server = createServer((_request, response) => {
    served.requests++;
    const { status, headers, body } = served.instead ?? { status: 200 };
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body ?? JSON.stringify({ keys: served.keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const served: KeyServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    keys: keys.map(({ jwk }) => jwk),
    instead: null,
    requests: 0,
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return served;
}
