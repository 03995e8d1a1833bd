// Less of zod, for the page that is made of this.
import * as z from 'zod/mini';
import { CertificateError } from '../certificate-error.ts';
import { ALGORITHMS, type Jwk, type SignatureAlgorithm } from './algorithms.ts';

/** The public half of a department's key: what certificates are verified with. */
export interface PublicKey extends Jwk {
  /** By which certificates name it. */
  readonly kid: string;
  readonly alg: string;
}

/** A key that signs certificates. */
export interface SigningKey {
  readonly kid: string;
  readonly algorithm: SignatureAlgorithm;
  readonly jwk: Jwk;
}

/** The keys of a department. */
export interface CertificateKeys {
  /** Signs what is issued now. */
  signing: SigningKey;
  /** All keys that certificates were ever signed with and that still stand: what is published. */
  published: readonly PublicKey[];
}

const keySetShape = z.object({
  issuer: z.optional(z.string()),
  keys: z
    .array(
      z.looseObject({
        kty: z.string(),
        alg: z.string(),
        kid: z.string().check(z.regex(/^[\w.-]{1,100}$/)),
      }),
    )
    .check(z.maxLength(1000)),
});

/**
 * Reads the keys of a department: a JSON Web Key Set in which each key has `kid` and `alg`. The first signs, and needs its private half; of
 * the others the public half is enough.
 *
 * @throws CertificateError naming what is wrong, and never a part of a key
 */
export async function readCertificateKeys(
  text: string,
  algorithms: readonly SignatureAlgorithm[] = ALGORITHMS,
): Promise<CertificateKeys> {
  const { keys } = readKeySet(text);
  const [first] = keys;
  if (!first) throw new CertificateError('The set of keys is empty: the first key signs certificates.');
  const algorithm = algorithmOf(first, algorithms);
  if (typeof first[algorithm.privateMember] !== 'string') {
    throw new CertificateError(`The key ${first.kid} has no private half: the first key signs certificates.`);
  }
  const published = keys.map((key) => publicKeyOf(key, algorithmOf(key, algorithms)));
  const signing = { kid: first.kid, algorithm, jwk: first };
  const probe = new TextEncoder().encode(first.kid);
  const works = await algorithm
    .sign(first, probe)
    .then((signature) => algorithm.verify(published[0]!, probe, signature))
    .catch(() => false);
  if (!works) throw new CertificateError(`The halves of the key ${first.kid} do not belong together.`);
  return { signing, published };
}

/** What a department publishes, so that anybody can verify its certificates. */
export interface PublishedKeys {
  /** Name of the department, of whose certificates alone the keys are. Null when the set does not say. */
  issuer: string | null;
  keys: readonly PublicKey[];
}

/** Writes the keys that a department publishes: a JSON Web Key Set with the name of the department. */
export function formatPublishedKeys(issuer: string, { published }: CertificateKeys): string {
  return JSON.stringify({ issuer, keys: published });
}

/**
 * Reads public keys: a JSON Web Key Set, as departments publish it. Private halves are left out, and so are keys of algorithms that are
 * not accepted here.
 *
 * @throws CertificateError when it is none
 */
export function readPublishedKeys(
  text: string,
  algorithms: readonly SignatureAlgorithm[] = ALGORITHMS,
): PublishedKeys {
  const { issuer = null, keys } = readKeySet(text);
  const accepted = keys.flatMap((key) => {
    const algorithm = algorithms.find(({ id }) => id === key.alg);
    return algorithm ? [publicKeyOf(key, algorithm)] : [];
  });
  return { issuer, keys: accepted };
}

/** Makes a key set of one new key, with a name that no other has. */
export async function createKeySet(algorithm: SignatureAlgorithm = ALGORITHMS[0]!): Promise<{ keys: Jwk[] }> {
  const jwk = await algorithm.createKey();
  return { keys: [{ ...jwk, kid: crypto.randomUUID(), alg: algorithm.id, use: 'sig' }] };
}

function readKeySet(text: string): z.infer<typeof keySetShape> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CertificateError('Keys are a JSON Web Key Set; this is not JSON.');
  }
  const read = keySetShape.safeParse(value);
  if (!read.success) {
    throw new CertificateError(
      'Keys are a JSON Web Key Set, {"keys": […]}, in which each key has kty, alg and a kid of letters, digits, ".", "_" and "-".',
    );
  }
  const { keys } = read.data;
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) {
    throw new CertificateError('Two keys of the set have the same kid.');
  }
  return read.data;
}

function algorithmOf({ kid, alg }: PublicKey, algorithms: readonly SignatureAlgorithm[]) {
  const algorithm = algorithms.find(({ id }) => id === alg);
  if (algorithm) return algorithm;
  const known = algorithms.map(({ id }) => id).join(', ');
  throw new CertificateError(`The key ${kid} is of the algorithm ${alg}; this program has ${known}.`);
}

function publicKeyOf(key: PublicKey, { publicMembers, id }: SignatureAlgorithm): PublicKey {
  const members = publicMembers.map((member) => [member, key[member]] as const);
  return { ...Object.fromEntries(members), kty: key.kty, kid: key.kid, alg: id, use: 'sig' };
}
