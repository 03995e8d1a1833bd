/** A JSON Web Key, public or private, of any algorithm. */
export type Jwk = Readonly<Record<string, unknown>> & { readonly kty: string };

/**
 * A signature algorithm, by the name that headers of signatures carry. Whoever adds one, such as SM2 with SM3, adds an entry to
 * {@link ALGORITHMS}; nothing else names one.
 */
export interface SignatureAlgorithm {
  /** `alg` of JOSE. */
  id: string;
  /** Members of the public half of a key, which is published. */
  publicMembers: readonly string[];
  /** The member that only the private half has. */
  privateMember: string;
  /** Makes a new private key. */
  createKey(): Promise<Jwk>;
  /** @throws Error when the key is none of this algorithm */
  sign(privateKey: Jwk, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** @throws Error when the key is none of this algorithm */
  verify(publicKey: Jwk, data: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>): Promise<boolean>;
}

/** By WebCrypto, which servers and browsers have. */
const ED25519: SignatureAlgorithm = {
  id: 'EdDSA',
  publicMembers: ['kty', 'crv', 'x'],
  privateMember: 'd',
  async createKey() {
    const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    const { kty, crv, x, d } = await crypto.subtle.exportKey('jwk', (pair as CryptoKeyPair).privateKey);
    return { kty: kty!, crv, x, d };
  },
  async sign(privateKey, data) {
    const key = await imported(privateKey, 'sign');
    return new Uint8Array(await crypto.subtle.sign('Ed25519', key, data));
  },
  async verify(publicKey, data, signature) {
    return crypto.subtle.verify('Ed25519', await imported(publicKey, 'verify'), signature, data);
  },
};

/** The algorithms that are issued with and accepted. */
export const ALGORITHMS: readonly SignatureAlgorithm[] = [ED25519];

type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;
type CryptoKeyPair = { privateKey: CryptoKey; publicKey: CryptoKey };

/** Importing a key costs as much as a signature. */
const keys = new WeakMap<Jwk, Map<string, Promise<CryptoKey>>>();

function imported(jwk: Jwk, use: 'sign' | 'verify'): Promise<CryptoKey> {
  const uses = keys.get(jwk) ?? new Map<string, Promise<CryptoKey>>();
  keys.set(jwk, uses);
  const { kty, crv, x, d } = jwk as Record<string, string>;
  if (kty !== 'OKP' || crv !== 'Ed25519') throw new Error('This is not an Ed25519 key.');
  const members = { kty, crv, x, ...(use === 'sign' && { d }) } as { kty: string };
  const key = uses.get(use) ?? crypto.subtle.importKey('jwk', members, 'Ed25519', false, [use]);
  uses.set(use, key);
  return key;
}
