import type { JSONWebKeySet } from 'jose';

/** Signatures that a public key verifies. With any other, who can verify a token could make one. */
export const TOKEN_ALGORITHMS = [
  'EdDSA',
  'Ed25519',
  'ES256',
  'ES384',
  'ES512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
] as const;

export type TokenAlgorithm = (typeof TOKEN_ALGORITHMS)[number];

/** Where the public keys of an issuer are: an address that is asked, a file that is read again when it changes, or here. */
export type KeySource = { url: string } | { file: string } | { set: JSONWebKeySet };

/** Whose tokens are accepted. */
export interface Issuer {
  /** As `iss` has it, character by character. */
  issuer: string;
  keys: KeySource;
  /** One of these must stand in `aud`. */
  audience: readonly string[];
  algorithms: readonly TokenAlgorithm[];
  /** Names of the claims, or paths to them with dots. */
  claims: {
    scopes: string | null;
    client: string | null;
    department: string;
  };
}
