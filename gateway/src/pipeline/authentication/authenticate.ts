import type { IncomingHttpHeaders } from 'node:http';
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
import type { Logger } from '@yiwang/service/logging';
import type { AssertionSigner } from './assertion-signer.ts';
import { type AssertedCaller, createCaller } from './create-caller.ts';
import { revocationOf } from '../authorization/revocation.ts';
import { type GrantBook, type HeldGrants, NO_GRANTS } from '../authorization/grants.ts';
import type { Identified, Incoming } from '../request/request.ts';

/** A bearer token by RFC 6750. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i;

export interface AuthenticateOptions {
  /** Null when no issuer is trusted: then nobody can sign in. */
  verifier: TokenVerifier | null;
  grants: GrantBook;
  /** Null when the gateway signs no assertions. */
  signer: AssertionSigner | null;
  /** True when nobody is denied anything. */
  isOpen: boolean;
  logger: Logger;
}

/** Makes the stage that authenticates the client and reads its purpose. A client that sends a token is authenticated by it, or refused. */
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
    const caller = isOpen ? undefined : callerOf(request, client, purpose, held);
    return {
      ...request,
      client,
      purpose,
      signedInUntil: signedIn?.expiresAt ?? null,
      caller,
      actBy: caller && ((mandates) => caller.actBy(mandates)),
      requester:
        client === PUBLIC_CLIENT
          ? { id: request.address, isAnonymous: true }
          : { id: client.id, isAnonymous: false },
      grants: held.grants,
      onRevoked: revocationOf(client, signedIn, held, grants),
    };
  }

  async function verify(token: string): Promise<VerifiedToken> {
    if (!verifier)
      throw new PublicError(
        'UNAUTHENTICATED',
        'This gateway trusts no issuer, so nobody can sign in. Send no token.',
      );
    try {
      return await verifier.verify(token);
    } catch (cause) {
      if (cause instanceof IdentityError) throw new PublicError('UNAUTHENTICATED', cause.message, { cause });
      if (!(cause instanceof IssuerUnavailableError)) throw cause;
      logger.warn({ err: cause }, "an issuer's keys are unavailable");
      throw new PublicError(
        'ISSUER_UNAVAILABLE',
        "The token cannot be verified: the issuer's keys are unavailable. Try again.",
        { cause },
      );
    }
  }

  function callerOf(
    request: Incoming,
    client: Client,
    purpose: Purpose | null,
    held: HeldGrants,
  ): AssertedCaller {
    return createCaller({
      client,
      purpose,
      grants: held.grants,
      areGrantsKnown: held.isKnown,
      grantsVersion: held.version,
      requestId: request.requestId,
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

/**
 * Returns the token of a request; null when it has none.
 *
 * @throws PublicError UNAUTHENTICATED when the header authorization holds no bearer token
 */
function bearerTokenOf({ authorization }: IncomingHttpHeaders): string | null {
  if (authorization === undefined) return null;
  const token = BEARER.exec(authorization)?.[1];
  if (token !== undefined) return token;
  throw new PublicError(
    'UNAUTHENTICATED',
    'The header authorization must be given once, as "Bearer <token>".',
  );
}
