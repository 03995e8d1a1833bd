import type { Caller } from '@yiwang/engine';
import { PublicError } from '@yiwang/errors';
import {
  type Client,
  IdentityError,
  IssuerUnavailableError,
  PUBLIC_CLIENT,
  type Purpose,
  readPurpose,
  type TokenVerifier,
  type VerifiedToken,
} from '@yiwang/identity';
import type { Logger } from '@yiwang/observability';
import type { AssertionSigner } from '../access/assertion-signer.ts';
import { bearerTokenOf } from '../access/bearer-token.ts';
import { createCaller } from '../access/create-caller.ts';
import { lapseOf } from '../access/lapse.ts';
import { type GrantBook, type HeldGrants, NO_GRANTS } from '../grants/grant-book.ts';
import type { Identified, Incoming } from '../pipeline.ts';

export interface AuthenticateOptions {
  /** Null when no issuer is trusted: then nobody can sign in. */
  verifier: TokenVerifier | null;
  grants: GrantBook;
  /** Null when the gateway vouches for nobody. */
  signer: AssertionSigner | null;
  /** True when nobody is refused anything. */
  isOpen: boolean;
  logger: Logger;
}

/** Stage 1 of 5. Finds out who asks, and what for. Whoever sends a token is known by it, or refused. */
export function createAuthenticate({ verifier, grants, signer, isOpen, logger }: AuthenticateOptions) {
  return function authenticate(request: Incoming): Promise<Identified> | Identified {
    const token = bearerTokenOf(request.headers);
    if (token === null) return identify(request, null);
    return verify(token).then((signedIn) => identify(request, signedIn));
  };

  function identify(request: Incoming, signedIn: VerifiedToken | null): Identified {
    const client = signedIn?.client ?? PUBLIC_CLIENT;
    const purpose = purposeOf(request);
    const held = client === PUBLIC_CLIENT ? NO_GRANTS : grants.heldBy(client.id);
    return {
      ...request,
      client,
      purpose,
      signedInUntil: signedIn?.expiresAt ?? null,
      caller: isOpen ? undefined : callerOf(request, client, purpose, held),
      grants: held.grants,
      onLapse: lapseOf(client, signedIn, held, grants),
    };
  }

  async function verify(token: string): Promise<VerifiedToken> {
    if (!verifier) throw new PublicError('UNAUTHENTICATED', 'No issuer of tokens is trusted here.');
    try {
      return await verifier.verify(token);
    } catch (cause) {
      if (cause instanceof IdentityError) throw new PublicError('UNAUTHENTICATED', cause.message, { cause });
      if (!(cause instanceof IssuerUnavailableError)) throw cause;
      logger.warn({ err: cause }, 'keys of an issuer cannot be had');
      throw new PublicError(
        'ISSUER_UNAVAILABLE',
        'Whether the token is good nobody can tell for now: the keys of its issuer cannot be had.',
        { cause },
      );
    }
  }

  function callerOf(request: Incoming, client: Client, purpose: Purpose | null, held: HeldGrants): Caller {
    return createCaller({
      client,
      purpose,
      grants: held.grants,
      grantsVersion: held.version,
      requestId: request.requestId,
      mayChange: mayChange(request),
      signer,
    });
  }
}

function purposeOf({ headers }: Incoming): Purpose | null {
  try {
    return readPurpose(headers);
  } catch (cause) {
    if (!(cause instanceof IdentityError)) throw cause;
    throw new PublicError('BAD_REQUEST', cause.message, { cause });
  }
}

/** False when the request is a query for certain: a mutation says so in its text, and is not asked for by GET. */
function mayChange({ method, body }: Incoming): boolean {
  if (method === 'GET') return false;
  const query = (body as { query?: unknown } | null | undefined)?.query;
  // An empty one may stand for a document that is named by its hash.
  return typeof query !== 'string' || query === '' || query.includes('mutation');
}
