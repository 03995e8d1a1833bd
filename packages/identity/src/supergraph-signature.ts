import { CompactSign, compactVerify } from 'jose';
import { digestOf } from './digest.ts';
import { IdentityError } from './identity-error.ts';
import { ALGORITHM, importKey, keyAmong, type PrivateKey, type PublicKey } from './keys.ts';

/** Marks the kind of what is signed, so that no other signature of the same key passes for one. */
const TYPE = 'yiwang-supergraph';

export interface SupergraphName {
  /** Counts up from 1. */
  version: number;
  variant: string;
}

/** Vouches that an SDL is one version of one variant: a compact JSON Web Signature. */
export async function signSupergraph(key: PrivateKey, name: SupergraphName, sdl: string): Promise<string> {
  const payload = JSON.stringify({ version: name.version, variant: name.variant, sdl: digestOf(sdl) });
  return new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.kid })
    .sign(await importKey(key));
}

/**
 * What the signature says of the SDL.
 *
 * @throws IdentityError when it is by none of these keys, or for another SDL
 */
export async function verifySupergraph(
  keys: PublicKey | readonly PublicKey[],
  signature: string,
  sdl: string,
): Promise<SupergraphName> {
  const { version, variant, sdl: digest } = await signedBy(keys, signature);
  if (digest !== digestOf(sdl)) throw new IdentityError('The supergraph was changed after it was signed.');
  return { version, variant };
}

async function signedBy(
  keys: PublicKey | readonly PublicKey[],
  signature: string,
): Promise<SupergraphName & { sdl: string }> {
  try {
    const { payload, protectedHeader } = await compactVerify(signature, keyAmong(keys), {
      algorithms: [ALGORITHM],
    });
    if (protectedHeader.typ !== TYPE) throw new Error(`it signs a ${String(protectedHeader.typ)}`);
    return JSON.parse(new TextDecoder().decode(payload)) as SupergraphName & { sdl: string };
  } catch (cause) {
    throw new IdentityError(
      `The supergraph is not signed by the registry: ${(cause as Error).message}.`,
      cause,
    );
  }
}
